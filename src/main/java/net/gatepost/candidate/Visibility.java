package net.gatepost.candidate;

/** Who may find a profile. Never anybody who isn't signed in. */
public enum Visibility {
    /** Only employers that its owner applies to. What every profile begins with. */
    SEALED,
    /** Verified recruiters, without name, contact, current employer and exact dates. */
    MASKED,
    /** Verified recruiters. */
    OPEN
}
