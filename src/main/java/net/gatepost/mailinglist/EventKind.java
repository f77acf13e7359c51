package net.gatepost.mailinglist;

/** What happened to an address on the list. Stored by name. */
public enum EventKind {
    ASKED,
    REMINDED,
    CONFIRMED,
    /** Brought over from another list, with where and when the owner agreed. */
    IMPORTED,
    CHOSEN,
    LEFT,
    SOFT_BOUNCE,
    HARD_BOUNCE,
    COMPLAINT,
    SUPPRESSED,
    OPENED
}
