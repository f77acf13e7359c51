package net.gatepost.mailinglist.issue;

/** Where an issue stands. Stored by name. */
enum IssueStatus {
    DRAFT,
    /** Leaves at its time. */
    SCHEDULED,
    SENDING,
    /** Stopped in the middle; goes on where it was. */
    PAUSED,
    SENT,
    /** Whoever has it keeps it, nobody else gets it. */
    CANCELLED;

    boolean canBecome(IssueStatus next) {
        return switch (this) {
            case DRAFT -> next == SCHEDULED || next == CANCELLED;
            case SCHEDULED -> next == DRAFT || next == SENDING || next == CANCELLED;
            case SENDING -> next == PAUSED || next == SENT || next == CANCELLED;
            case PAUSED -> next == SENDING || next == CANCELLED;
            case SENT, CANCELLED -> false;
        };
    }
}
