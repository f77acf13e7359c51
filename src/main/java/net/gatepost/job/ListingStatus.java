package net.gatepost.job;

/** What is stored about a listing's course. That it has expired follows from the clock: see {@link ListingState}. */
enum ListingStatus {
    DRAFT,
    LIVE,
    /** For good: what comes after is a copy. */
    CLOSED;

    boolean canTransitionTo(ListingStatus next) {
        return switch (this) {
            case DRAFT -> next == LIVE;
            case LIVE -> next == CLOSED;
            case CLOSED -> false;
        };
    }
}
