package net.gatepost.job.search;

/** What a search narrows by. */
public enum Filter {
    TEXT,
    CLEARANCE,
    HOLDS,
    QUALIFY,
    POLYGRAPH,
    PLACE,
    WORKPLACE,
    EMPLOYMENT,
    EMPLOYER,
    PAY,
    POSTED
}
