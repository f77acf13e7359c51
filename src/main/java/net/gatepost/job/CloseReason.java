package net.gatepost.job;

/** Why a listing was closed. */
public enum CloseReason {
    FILLED_HERE,
    FILLED_ELSEWHERE,
    WITHDRAWN,
    AWARD_LOST,
    /** Posted by mistake, or twice. */
    MISTAKE;

    /** The key of its name in the messages. */
    public String messageKey() {
        return "listing.close-reason." + name();
    }
}
