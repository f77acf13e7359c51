package net.gatepost.job;

/** Where the work is done. */
public enum Workplace {
    ON_SITE,
    HYBRID,
    /** A place may still be stated; then it is the one that the end of the listing's day is reckoned at. */
    REMOTE;

    /** The key of its name in the messages. */
    public String messageKey() {
        return "listing.workplace." + name();
    }
}
