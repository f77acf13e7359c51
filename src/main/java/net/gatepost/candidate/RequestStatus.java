package net.gatepost.candidate;

/** What became of the question who somebody is. */
public enum RequestStatus {
    ASKED,
    REVEALED,
    DECLINED,
    /** Revealed once, and masked again since. */
    TAKEN_BACK;

    boolean canBecome(RequestStatus next) {
        return switch (this) {
            case ASKED -> next == REVEALED || next == DECLINED;
            case REVEALED -> next == TAKEN_BACK;
            // Who said no may think better of it.
            case DECLINED, TAKEN_BACK -> next == REVEALED;
        };
    }

    /** The key of its words in the messages. */
    public String messageKey() {
        return "candidate.request." + name();
    }
}
