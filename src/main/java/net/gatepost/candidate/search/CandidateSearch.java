package net.gatepost.candidate.search;

import static java.util.Objects.requireNonNull;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.persistence.EntityManagerFactory;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import net.gatepost.candidate.Availability;
import net.gatepost.candidate.Findable;
import net.gatepost.candidate.Findable.Finder;
import net.gatepost.candidate.Relocation;
import org.hibernate.search.engine.search.aggregation.AggregationKey;
import org.hibernate.search.engine.search.query.SearchResult;
import org.hibernate.search.engine.search.query.dsl.SearchQueryOptionsStep;
import org.hibernate.search.mapper.orm.Search;
import org.hibernate.search.mapper.orm.scope.SearchScope;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Finds members who let themselves be found, for one employer. Who is kept from it is left out of the query and so of the
 * counts too: by the index as far as it has followed, and by the database for what has changed since.
 */
@Service
public class CandidateSearch {

    /** By its name, because the entity is nobody's but its own package's. */
    public static final String PROFILE = "Profile";

    /** Nobody is told a smaller number than that: it would tell who is meant. */
    public static final int FEWEST_TOLD = 5;

    /** More than any catalogue has, each with every polygraph and every age of an investigation. */
    private static final int MOST_VALUES = 3_000;

    /** That are counted; the most common ones. */
    private static final int SKILLS_COUNTED = 30;

    /** A filter whose choices are counted, each by the query without that filter. */
    private enum Counted {
        /** Each clearance is in the index with all that it satisfies: so one search counts for every part of the filter. */
        CLEARANCES(
                query -> query.holding(null),
                Arrays.stream(HeldStatus.values()).map(HeldStatus::field).toList()),
        SKILLS(query -> query, List.of(CandidateFields.SKILLS)),
        AVAILABILITY(query -> query.available(null), List.of(CandidateFields.AVAILABILITY)),
        RELOCATION(query -> query.moving(null), List.of(CandidateFields.RELOCATION));

        private final UnaryOperator<CandidateQuery> without;
        private final List<String> fields;

        Counted(UnaryOperator<CandidateQuery> without, List<String> fields) {
            this.without = without;
            this.fields = fields;
        }
    }

    private final EntityManagerFactory entityManagers;
    private final Findable findable;
    private final Timer time;

    CandidateSearch(EntityManagerFactory entityManagers, Findable findable, MeterRegistry meters) {
        this.entityManagers = entityManagers;
        this.findable = findable;
        this.time = Timer.builder("gatepost.search")
                .tag("index", "candidates")
                .description("one page of a search, with its counts")
                .publishPercentileHistogram()
                .register(meters);
    }

    /**
     * One page of what was found.
     *
     * @param handles in order
     * @param total of all
     * @param counts what other choices of a filter would find
     */
    public record Found(List<UUID> handles, long total, Counts counts) {

        public int pages() {
            long pages = (total + CandidateQuery.PAGE_SIZE - 1) / CandidateQuery.PAGE_SIZE;
            return (int) Math.max(1, Math.min(CandidateQuery.MOST_PAGES, pages));
        }
    }

    /**
     * What each choice of a filter would find with the other filters as they are; what would find nobody is absent.
     *
     * @param clearances by what they look for: see {@link #holding}
     * @param skills the most common ones of those who are found, the most common first
     */
    public record Counts(
            Map<HeldStatus, Map<String, Long>> clearances,
            Map<String, Long> skills,
            Map<Availability, Long> availabilities,
            Map<Relocation, Long> relocations) {

        /** How many hold a clearance like that. */
        public long holding(ClearanceFilter filter) {
            return clearances.getOrDefault(filter.status(), Map.of()).getOrDefault(filter.token(), 0L);
        }
    }

    /** @throws net.gatepost.candidate.CatchingUp if more has changed than can be left out of a query */
    public Found search(Finder finder, CandidateQuery query) {
        return requireNonNull(time.record(() -> timed(finder, query)));
    }

    private Found timed(Finder finder, CandidateQuery query) {
        Collection<UUID> hidden = findable.hiddenFrom(finder);
        try (var entityManager = entityManagers.createEntityManager()) {
            SearchScope<Object> scope = Search.mapping(entityManagers).scope(Object.class, PROFILE);
            Map<CandidateQuery, List<Counted>> counted =
                    Arrays.stream(Counted.values()).collect(Collectors.groupingBy(each -> each.without.apply(query)));
            var search = Search.session(entityManager)
                    .search(scope)
                    .select(values -> values.field(CandidateFields.HANDLE, String.class))
                    .where(CandidatePredicates.all(scope.predicate(), finder, hidden, query))
                    .sort(sort -> (query.text().isEmpty() && query.wanted().isEmpty()
                                    ? sort.field(CandidateFields.CHANGED).desc()
                                    : sort.score()
                                            .then()
                                            .field(CandidateFields.CHANGED)
                                            .desc())
                            .then()
                            .field(CandidateFields.HANDLE));
            Map<String, Map<String, Long>> counts = new HashMap<>();
            // What is not chosen is counted among the very people who are found: that takes no search of its own.
            var found = counting(
                    search,
                    counted.getOrDefault(query, List.of()),
                    (query.page() - 1) * CandidateQuery.PAGE_SIZE,
                    CandidateQuery.PAGE_SIZE,
                    counts);
            counted.remove(query);
            counted.forEach((without, these) -> counting(
                    Search.session(entityManager)
                            .search(scope)
                            .select(values -> values.field(CandidateFields.HANDLE, String.class))
                            .where(CandidatePredicates.all(scope.predicate(), finder, hidden, without)),
                    these,
                    0,
                    0,
                    counts));
            return new Found(
                    found.hits().stream().map(UUID::fromString).toList(),
                    found.total().hitCount(),
                    toCounts(counts));
        }
    }

    /** @param counts to which is added what is counted, by field */
    private static SearchResult<String> counting(
            SearchQueryOptionsStep<?, ?, String, ?, ?, ?> search,
            List<Counted> counted,
            int offset,
            int limit,
            Map<String, Map<String, Long>> counts) {
        Map<String, AggregationKey<Map<String, Long>>> keys = new HashMap<>();
        for (Counted each : counted) {
            each.fields.forEach(field -> keys.put(field, AggregationKey.of(field)));
        }
        SearchQueryOptionsStep<?, ?, String, ?, ?, ?> complete = search;
        for (var key : keys.entrySet()) {
            boolean skills = key.getKey().equals(CandidateFields.SKILLS);
            complete = complete.aggregation(key.getValue(), terms -> {
                var field = terms.terms().field(key.getKey(), String.class);
                return skills
                        ? field.orderByCountDescending().maxTermCount(SKILLS_COUNTED)
                        : field.maxTermCount(MOST_VALUES);
            });
        }
        var result = complete.fetch(offset, limit);
        keys.forEach((field, key) -> counts.put(field, result.aggregation(key)));
        return result;
    }

    private static Counts toCounts(Map<String, Map<String, Long>> counts) {
        Map<HeldStatus, Map<String, Long>> clearances = new EnumMap<>(HeldStatus.class);
        for (HeldStatus status : HeldStatus.values()) {
            clearances.put(status, requireNonNull(counts.get(status.field())));
        }
        return new Counts(
                clearances,
                requireNonNull(counts.get(CandidateFields.SKILLS)),
                upTo(List.of(Availability.values()), requireNonNull(counts.get(CandidateFields.AVAILABILITY))),
                upTo(
                        List.of(Relocation.ABROAD, Relocation.WITHIN_COUNTRY, Relocation.NO),
                        requireNonNull(counts.get(CandidateFields.RELOCATION))));
    }

    /** Each choice takes in those before it: who could start at once could start later. */
    private static <E extends Enum<E>> Map<E, Long> upTo(List<E> choices, Map<String, Long> counts) {
        Map<E, Long> found = new HashMap<>();
        long sum = 0;
        for (E choice : choices) {
            sum += counts.getOrDefault(choice.name(), 0L);
            if (sum > 0) {
                found.put(choice, sum);
            }
        }
        return found;
    }

    /**
     * How many are found who are new, or have changed, on one of the days from the query's {@link CandidateQuery#since since}
     * up to the day before {@code end}.
     */
    public long countUntil(Finder finder, CandidateQuery query, LocalDate end) {
        Collection<UUID> hidden = findable.hiddenFrom(finder);
        try (var entityManager = entityManagers.createEntityManager()) {
            SearchScope<Object> scope = Search.mapping(entityManagers).scope(Object.class, PROFILE);
            var factory = scope.predicate();
            return Search.session(entityManager)
                    .search(scope)
                    .where(factory.bool()
                            .filter(CandidatePredicates.all(factory, finder, hidden, query))
                            .filter(factory.range()
                                    .field(CandidateFields.CHANGED)
                                    .lessThan(end.atStartOfDay(ZoneOffset.UTC).toInstant()))
                            .toPredicate())
                    .fetchTotalHitCount();
        }
    }

    /**
     * Some of those whose clearances stand in the index as they were in an earlier month, in the order of their handles.
     *
     * @param after the last one of those before; null to begin
     */
    public List<UUID> outdated(YearMonth month, @Nullable UUID after, int most) {
        try (var entityManager = entityManagers.createEntityManager()) {
            SearchScope<Object> scope = Search.mapping(entityManagers).scope(Object.class, PROFILE);
            var factory = scope.predicate();
            var older = factory.bool()
                    .filter(factory.range().field(CandidateFields.BANDS_OF).lessThan(month.toString()));
            if (after != null) {
                older.filter(factory.range().field(CandidateFields.HANDLE).greaterThan(after.toString()));
            }
            return Search.session(entityManager)
                    .search(scope)
                    .select(values -> values.field(CandidateFields.HANDLE, String.class))
                    .where(older.toPredicate())
                    .sort(sort -> sort.field(CandidateFields.HANDLE))
                    .fetchHits(most)
                    .stream()
                    .map(UUID::fromString)
                    .toList();
        }
    }

    /** Those of these that the index shows, to anybody or to this employer. */
    public List<UUID> stillShown(Collection<UUID> handles) {
        try (var entityManager = entityManagers.createEntityManager()) {
            SearchScope<Object> scope = Search.mapping(entityManagers).scope(Object.class, PROFILE);
            return Search.session(entityManager)
                    .search(scope)
                    .select(values -> values.field(CandidateFields.HANDLE, String.class))
                    .where(scope.predicate()
                            .terms()
                            .field(CandidateFields.HANDLE)
                            .matchingAny(handles.stream().map(UUID::toString).toList())
                            .toPredicate())
                    .fetchHits(handles.size())
                    .stream()
                    .map(UUID::fromString)
                    .toList();
        }
    }

    /** Whether the index shows this profile and doesn't know yet that it is kept from the employer. */
    public boolean isShownTo(UUID handle, UUID employerId) {
        try (var entityManager = entityManagers.createEntityManager()) {
            SearchScope<Object> scope = Search.mapping(entityManagers).scope(Object.class, PROFILE);
            var factory = scope.predicate();
            return Search.session(entityManager)
                            .search(scope)
                            .where(factory.bool()
                                    .filter(factory.match()
                                            .field(CandidateFields.HANDLE)
                                            .matching(handle.toString()))
                                    .mustNot(factory.match()
                                            .field(CandidateFields.BLOCKED)
                                            .matching(employerId.toString()))
                                    .toPredicate())
                            .fetchTotalHitCount()
                    > 0;
        }
    }
}
