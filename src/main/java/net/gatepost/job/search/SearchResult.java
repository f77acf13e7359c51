package net.gatepost.job.search;

import java.util.List;

/**
 * One page of what was found.
 *
 * @param cards fewer than a page where something has just been closed that the index doesn't know of yet
 * @param total all that was found, or about so many
 * @param estimated whether the total is an estimate, of two digits
 * @param loosened no listing has all the words that were asked for: these have some of them
 */
public record SearchResult(List<ListingCard> cards, long total, boolean estimated, boolean loosened, Facets facets) {

    public SearchResult {
        cards = List.copyOf(cards);
    }

    /** How many pages there are, as deep as pages go; at least one. */
    public int pages() {
        long pages = (total + ListingQuery.PAGE_SIZE - 1) / ListingQuery.PAGE_SIZE;
        return (int) Math.max(1, Math.min(ListingQuery.MOST_PAGES, pages));
    }
}
