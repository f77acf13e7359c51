package net.gatepost.job.search;

/** The order of what was found. Ties are broken by when it was posted, then by id. */
public enum ListingSort {
    RELEVANCE,
    NEWEST,
    /** The highest first; what states no pay in US dollars comes last. */
    PAY,
    /** The nearest first; what names no place comes last. */
    DISTANCE;

    /** The order where none is asked for. */
    public static ListingSort usual(boolean hasWords) {
        return hasWords ? RELEVANCE : NEWEST;
    }
}
