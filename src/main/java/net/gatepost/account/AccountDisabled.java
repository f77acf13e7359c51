package net.gatepost.account;

import java.util.UUID;

/** An administrator keeps somebody out. Told in the transaction in which they do. */
public record AccountDisabled(UUID accountId) {}
