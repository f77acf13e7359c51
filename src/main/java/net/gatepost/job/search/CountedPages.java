package net.gatepost.job.search;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import net.gatepost.clearance.RequirementKey;
import org.hibernate.search.engine.search.predicate.SearchPredicate;
import org.hibernate.search.engine.search.sort.dsl.SearchSortFactory;
import org.hibernate.search.engine.search.sort.dsl.SortFinalStep;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * One page of what a query finds, with the counts beside the filters. What is found is counted up to a number of listings. Of
 * more than that only the first are looked for, which passes over whatever can't be among them, and the counts are estimates
 * from the {@link Sample}: among a million listings counting is nearly all that a search takes.
 */
@Component
class CountedPages {

    /** So long what is live is taken to be about the same. */
    private static final Duration KNOWN = Duration.ofSeconds(10);

    /** An estimate must not say where the pages end. */
    private static final int FEWEST_COUNTED = ListingQuery.MOST_PAGES * ListingQuery.PAGE_SIZE;

    private final int countedUpTo;
    private final JsonMapper json;
    private final Cache<String, Map<RequirementKey, Long>> live =
            Caffeine.newBuilder().expireAfterWrite(KNOWN).build();

    /** @throws IllegalArgumentException if fewer would be counted than there are pages for */
    @Autowired
    CountedPages(JsonMapper json, @Value("${gatepost.search.counted-up-to}") int countedUpTo) {
        this(countedUpTo, json);
        if (countedUpTo < FEWEST_COUNTED) {
            throw new IllegalArgumentException("gatepost.search.counted-up-to must be at least " + FEWEST_COUNTED
                    + ", as many as pages go deep, and is " + countedUpTo);
        }
    }

    /** As few as it takes to try it. */
    CountedPages(int countedUpTo, JsonMapper json) {
        this.countedUpTo = countedUpTo;
        this.json = json;
    }

    SearchResult page(
            SearchedIndex index,
            Predicates predicates,
            ListingQuery query,
            Function<SearchSortFactory, SortFinalStep> order,
            Instant now) {
        var counts = new FacetCounts(query, now);
        var chosen = predicates.active();
        var here = counts.facets().stream()
                .filter(facet -> !chosen.contains(facet))
                .toList();
        boolean large = isLarge(index, now);
        var search = index.query(predicates.all()).sort(order);
        if (large) {
            search.totalHitCountThreshold(countedUpTo);
        } else {
            counts.ask(search, here);
        }
        var found = search.fetch((query.page() - 1) * ListingQuery.PAGE_SIZE, ListingQuery.PAGE_SIZE);
        boolean estimated = large && !found.total().isHitCountExact();
        long total;
        if (!large) {
            counts.take(found, here, false);
            total = found.total().hitCount();
        } else if (estimated) {
            total = Math.max(countedUpTo, about(index, predicates, predicates.all(), here, counts));
        } else {
            total = exactly(index, predicates.all(), here, counts);
        }
        counts.facets().stream().filter(chosen::contains).forEach(facet -> {
            var wider = predicates.allBut(List.of(facet));
            if (!large || about(index, predicates, wider, List.of(facet), counts) <= countedUpTo) {
                exactly(index, wider, List.of(facet), counts);
            }
        });
        var cards = cards(found.hits());
        return new SearchResult(
                cards,
                total,
                estimated,
                false,
                counts.toFacets(cards, () -> known(index, now).keySet()));
    }

    private static long exactly(
            SearchedIndex index, SearchPredicate predicate, List<Filter> facets, FacetCounts counts) {
        return counted(index, predicate, facets, counts, false);
    }

    private static long about(
            SearchedIndex index,
            Predicates predicates,
            SearchPredicate predicate,
            List<Filter> facets,
            FacetCounts counts) {
        return Sample.about(counted(index, predicates.sampled(predicate), facets, counts, true));
    }

    private static long counted(
            SearchedIndex index, SearchPredicate predicate, List<Filter> facets, FacetCounts counts, boolean ofSample) {
        var query = index.query(predicate);
        counts.ask(query, facets);
        var found = query.fetch(0);
        counts.take(found, facets, ofSample);
        return found.total().hitCount();
    }

    private boolean isLarge(SearchedIndex index, Instant now) {
        return known(index, now).values().stream().mapToLong(Long::longValue).sum() > countedUpTo;
    }

    private Map<RequirementKey, Long> known(SearchedIndex index, Instant now) {
        // Not computed within the cache: while the index is away, each would wait for the one before.
        var counts = live.getIfPresent(ListingFields.INDEX);
        if (counts == null) {
            counts = liveByClearance(index, now);
            live.put(ListingFields.INDEX, counts);
        }
        return counts;
    }

    /** How many listings are live for each clearance that any of them asks for. */
    Map<RequirementKey, Long> liveByClearance(SearchedIndex index, Instant now) {
        var counts = new FacetCounts(ListingQuery.everything(), now);
        exactly(index, index.predicates(ListingQuery.everything(), now).all(), List.of(Filter.CLEARANCE), counts);
        return counts.toFacets(List.of(), List::of).clearances();
    }

    List<ListingCard> cards(List<String> stored) {
        return stored.stream()
                .map(card -> json.readValue(card, ListingCard.class))
                .toList();
    }
}
