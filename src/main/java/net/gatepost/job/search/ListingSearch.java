package net.gatepost.job.search;

import static java.util.Objects.requireNonNull;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.persistence.EntityManagerFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import net.gatepost.clearance.ClearanceCatalogue;
import net.gatepost.clearance.RequirementKey;
import net.gatepost.index.SearchEngine;
import net.gatepost.job.ListingView;
import net.gatepost.job.Listings;
import net.gatepost.web.Faults;
import org.hibernate.search.backend.lucene.LuceneExtension;
import org.hibernate.search.engine.search.sort.dsl.SearchSortFactory;
import org.hibernate.search.engine.search.sort.dsl.SortFinalStep;
import org.hibernate.search.mapper.orm.Search;
import org.hibernate.search.util.common.SearchException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Finds live listings. Everything comes from the index, and the one page that is shown is checked against the database in
 * one statement, because the index follows with a delay.
 */
@Service
public class ListingSearch {

    /** By its name, because the entity is nobody's but its own package's. */
    static final String LISTING = "Listing";

    /** With one alone, half of all listings would fit everybody. */
    private static final int SKILLS_IN_COMMON = 2;

    /** So long a page is kept that nobody can tell to be still so: an index follows by about as much. */
    private static final Duration KEPT = Duration.ofSeconds(2);

    private final SearchEngine engine;
    private final EntityManagerFactory entityManagers;
    private final Listings listings;
    private final ClearanceCatalogue catalogue;
    private final CountedPages pages;
    private final Clock clock;
    private final Timer time;

    ListingSearch(
            SearchEngine engine,
            EntityManagerFactory entityManagers,
            Listings listings,
            ClearanceCatalogue catalogue,
            CountedPages pages,
            Clock clock,
            MeterRegistry meters) {
        this.engine = engine;
        this.entityManagers = entityManagers;
        this.listings = listings;
        this.catalogue = catalogue;
        this.pages = pages;
        this.clock = clock;
        this.time = Timer.builder("gatepost.search")
                .tag("index", "listings")
                .description("one page of a search, with its counts")
                .publishPercentileHistogram()
                .register(meters);
    }

    /** One page, with the counts beside the filters. */
    public SearchResult search(ListingQuery query) {
        return requireNonNull(time.record(() -> timed(query)));
    }

    private SearchResult timed(ListingQuery query) {
        var now = minute();
        return inIndex(index -> {
            var predicates = index.predicates(query, now);
            var found = pages.page(index, predicates, query, order(query), now);
            if (found.total() == 0 && query.text().canBeLoosened()) {
                predicates.loosen(query.text());
                var some = pages.page(index, predicates, query, order(query), now);
                if (some.total() > 0) {
                    return checked(new SearchResult(some.cards(), some.total(), some.estimated(), true, some.facets()));
                }
            }
            return checked(found);
        });
    }

    /** The first of what a query finds, without counts. */
    public List<ListingCard> first(ListingQuery query, int most) {
        return inIndex(index -> checked(
                pages.cards(index.query(index.predicates(query, minute()).all())
                        .sort(order(query))
                        .fetchHits(most))));
    }

    /**
     * A part of what a query finds, the newest first, whatever order it asks for. What comes or goes meanwhile moves nothing
     * from one part to another, and there is no depth at which parts end. What the index knows: whoever shows it asks the
     * database for the listings themselves, and whether they are live.
     *
     * @param after where the part before it ended; null for the first
     * @param most how many it has at most
     */
    public SearchPart part(ListingQuery query, @Nullable Cursor after, int most) {
        var now = minute();
        return inIndex(index -> {
            var factory = index.factory();
            var found = factory.bool().filter(index.predicates(query, now).all());
            if (after != null) {
                found.filter(factory.or()
                        .add(factory.range().field(ListingFields.POSTED).lessThan(after.moment()))
                        .add(factory.and()
                                .add(factory.match().field(ListingFields.POSTED).matching(after.moment()))
                                .add(factory.range()
                                        .field(ListingFields.ORDER)
                                        .greaterThan(after.id().toString()))));
            }
            var some = pages.cards(index.query(found.toPredicate())
                    .sort(order(query.sorted(ListingSort.NEWEST)))
                    .fetchHits(most + 1));
            var part = some.size() > most ? some.subList(0, most) : some;
            return new SearchPart(
                    part.stream().map(ListingCard::id).toList(),
                    some.size() > most ? Cursor.after(part.get(most - 1)) : null);
        });
    }

    /**
     * Stands for all that the index holds: equal to an earlier one as long as nothing in it has changed. An index that others
     * change too isn't asked at each page: of that it stands for two seconds.
     */
    public Object generation() {
        if (engine.isShared()) {
            return clock.instant().toEpochMilli() / KEPT.toMillis();
        }
        try (var reader = Search.mapping(entityManagers)
                .scope(Object.class, LISTING)
                .extension(LuceneExtension.get())
                .openIndexReader()) {
            // Each segment with what was deleted from it.
            return reader.leaves().stream()
                    .map(leaf -> leaf.reader().getReaderCacheHelper().getKey())
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Whether the index is as it was in a generation, and all that a page shows of it may still be seen by the public. */
    public boolean isStillSo(Object generation, Collection<UUID> shown) {
        return generation().equals(generation) && listings.liveAmong(shown).containsAll(shown);
    }

    /** How many listings have all the words of a query and pass its filters. */
    public long count(ListingQuery query) {
        return inIndex(
                index -> index.query(index.predicates(query, minute()).all()).fetchTotalHitCount());
    }

    /** For each filter of a query how much it would find without that one; what would find nothing is left out. */
    public Map<Filter, Long> foundWithout(ListingQuery query) {
        return inIndex(index -> {
            var predicates = index.predicates(query, minute());
            Map<Filter, Long> found = new EnumMap<>(Filter.class);
            for (Filter filter : predicates.active()) {
                long count = index.query(predicates.allBut(List.of(filter))).fetchTotalHitCount();
                if (count > 0) {
                    found.put(filter, count);
                }
            }
            return found;
        });
    }

    /**
     * Live listings that name several of these skills, those that name the most first. For one person: no address says what
     * was asked for. None while the search is away.
     */
    public List<ListingCard> naming(Collection<String> skills, int most) {
        if (skills.isEmpty()) {
            return List.of();
        }
        return beside(index -> {
            var factory = index.factory();
            var naming = factory.bool()
                    .filter(index.predicates(ListingQuery.everything(), minute())
                            .all())
                    .minimumShouldMatchNumber(Math.min(SKILLS_IN_COMMON, skills.size()));
            skills.forEach(skill -> naming.should(factory.phrase()
                    .field(ListingFields.TITLE_EXACT)
                    .boost(3)
                    .field(ListingFields.DESCRIPTION_EXACT)
                    .matching(skill)));
            return checked(pages.cards(index.query(naming.toPredicate())
                    .sort(sort -> sort.score()
                            .then()
                            .field(ListingFields.POSTED)
                            .desc()
                            .then()
                            .field(ListingFields.ORDER))
                    .fetchHits(most)));
        });
    }

    /** What was posted last. */
    public List<ListingCard> newest(int most) {
        return first(ListingQuery.everything(), most);
    }

    /** How many listings are live for each clearance that any of them asks for. */
    public Map<RequirementKey, Long> liveByClearance() {
        return inIndex(index -> pages.liveByClearance(index, minute()));
    }

    /**
     * Live listings that say something like this one, which need not be live: first those nearby, of the same clearance. None
     * while the search is away.
     */
    public List<ListingCard> similarTo(ListingView listing, int most) {
        var now = minute();
        return beside(index -> {
            var factory = index.factory();
            var like = factory.bool()
                    .filter(index.predicates(ListingQuery.everything(), now).all())
                    .must(factory.match()
                            .field(ListingFields.TITLE)
                            .boost(3)
                            .field(ListingFields.TEXT)
                            .matching(listing.title()))
                    .mustNot(factory.match()
                            .field(ListingFields.ORDER)
                            .matching(listing.id().toString()))
                    .should(factory.match()
                            .field(ListingFields.CLEARANCE)
                            .matching(listing.content().clearance().key().format())
                            .boost(2));
            var place = listing.content().place();
            if (place != null) {
                like.should(factory.spatial()
                        .within()
                        .field(ListingFields.POINT)
                        .circle(
                                place.latitude(),
                                place.longitude(),
                                50,
                                org.hibernate.search.engine.spatial.DistanceUnit.MILES)
                        .boost(4));
            }
            return checked(pages.cards(index.query(like.toPredicate())
                    .sort(sort -> sort.score().then().field(ListingFields.ORDER))
                    .fetchHits(most)));
        });
    }

    /** What stands beside something that a page is about, which can do without. */
    private List<ListingCard> beside(Function<SearchedIndex, List<ListingCard>> question) {
        try {
            return inIndex(question);
        } catch (SearchException failure) {
            if (!Faults.isAway(failure)) {
                throw failure;
            }
            Faults.logAway(failure);
            return List.of();
        }
    }

    private static Function<SearchSortFactory, SortFinalStep> order(ListingQuery query) {
        return sort -> {
            var near = query.near();
            var first = switch (query.sort()) {
                case RELEVANCE -> sort.score().then();
                case PAY ->
                    sort.field(ListingFields.PAY).desc().missing().last().then();
                case DISTANCE ->
                    near == null
                            ? sort
                            : sort.distance(ListingFields.POINT, near.latitude(), near.longitude())
                                    .asc()
                                    .missing()
                                    .last()
                                    .then();
                case NEWEST -> sort;
            };
            return first.field(ListingFields.POSTED).desc().then().field(ListingFields.ORDER);
        };
    }

    private SearchResult checked(SearchResult result) {
        return new SearchResult(
                checked(result.cards()), result.total(), result.estimated(), result.loosened(), result.facets());
    }

    private List<ListingCard> checked(Collection<ListingCard> cards) {
        var live = listings.liveAmong(cards.stream().map(ListingCard::id).toList());
        return new ArrayList<>(
                cards.stream().filter(card -> live.contains(card.id())).toList());
    }

    /**
     * So that all searches of a minute ask the same, and the index can keep the answer. A listing ends with a day, which ends with
     * a minute.
     */
    private Instant minute() {
        return clock.instant().truncatedTo(ChronoUnit.MINUTES);
    }

    /** Without a transaction: the index is not in one, and a connection would only wait meanwhile. */
    private <T> T inIndex(Function<SearchedIndex, T> work) {
        try (var entityManager = entityManagers.createEntityManager()) {
            return work.apply(new SearchedIndex(
                    Search.session(entityManager),
                    Search.mapping(entityManagers).scope(Object.class, LISTING),
                    engine,
                    catalogue));
        }
    }
}
