package net.gatepost.job;

import java.util.UUID;

/** A published listing was taken down for good. Told in the transaction that closes it. */
public record ListingClosed(UUID listingId, CloseReason reason) {}
