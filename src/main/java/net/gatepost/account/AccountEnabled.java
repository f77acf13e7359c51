package net.gatepost.account;

import java.util.UUID;

/** An administrator lets somebody in again. Told in the transaction in which they do. */
public record AccountEnabled(UUID accountId) {}
