package net.gatepost.alert;

import java.time.Instant;
import java.util.UUID;

/**
 * A saved search as its member sees it.
 *
 * @param address of the search page, which {@link net.gatepost.job.web.KeptSearches} reads
 */
public record SearchView(UUID id, String name, String address, Often often, boolean paused, Instant createdAt) {

    static SearchView of(SavedSearch search) {
        return new SearchView(
                search.id(), search.name(), search.address(), search.often(), search.isPaused(), search.createdAt());
    }

    /** Of how often it tells of new listings now. */
    public String messageKey() {
        return paused ? "alert.search.paused" : often.messageKey();
    }

    /** Withheld: what somebody looks for is theirs. */
    @Override
    public String toString() {
        return "SearchView[" + id + "]";
    }
}
