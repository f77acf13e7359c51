package net.gatepost.employer;

/** What only one employer may hold at a time; a declined one holds nothing. */
public enum Claim {
    DOMAIN,
    CAGE,
    UEI
}
