package net.gatepost.briefing;

import java.util.UUID;

/** A draft is being deleted, in the transaction that this is published in: what belongs to it goes now. */
public record BriefingDiscarded(UUID id) {}
