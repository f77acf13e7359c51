package net.gatepost.mailinglist;

/** Where an address stands with the list. Only a confirmed one is ever sent an issue. */
public enum SubscriberStatus {
    /** Somebody typed the address; its owner has not agreed yet. */
    PENDING,
    /** The owner agreed by the mailed link. */
    CONFIRMED,
    /** The owner left. May come back, which asks for a new confirmation. */
    UNSUBSCRIBED,
    /** An administrator closed it: nothing is mailed, whatever is typed into a form. */
    SUPPRESSED;

    public boolean canBecome(SubscriberStatus next) {
        return switch (this) {
            case PENDING -> next != PENDING;
            case CONFIRMED -> next == UNSUBSCRIBED || next == SUPPRESSED;
            case UNSUBSCRIBED -> next == PENDING || next == SUPPRESSED;
            case SUPPRESSED -> next == UNSUBSCRIBED;
        };
    }
}
