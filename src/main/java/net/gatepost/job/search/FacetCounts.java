package net.gatepost.job.search;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import net.gatepost.clearance.Eligibility.Verdict;
import net.gatepost.clearance.PolygraphRequirement;
import net.gatepost.clearance.Qualification;
import net.gatepost.clearance.RequirementKey;
import net.gatepost.clearance.RequirementSignature;
import net.gatepost.job.EmploymentType;
import net.gatepost.job.Workplace;
import net.gatepost.job.search.Facets.EmployerCount;
import org.hibernate.search.engine.search.aggregation.AggregationKey;
import org.hibernate.search.engine.search.query.SearchResult;
import org.hibernate.search.engine.search.query.dsl.SearchQueryOptionsStep;
import org.hibernate.search.util.common.data.Range;
import org.hibernate.search.util.common.data.RangeBoundInclusion;
import org.jspecify.annotations.Nullable;

/**
 * The counts beside the filters. Each is gathered by the query that leaves its own filter out: the page's own query for
 * those with nothing chosen, one more for each of the others. They are exact, or estimates from the {@link Sample}.
 */
final class FacetCounts {

    private static final List<Filter> FACETS = List.of(
            Filter.CLEARANCE,
            Filter.QUALIFY,
            Filter.POLYGRAPH,
            Filter.WORKPLACE,
            Filter.EMPLOYMENT,
            Filter.EMPLOYER,
            Filter.PAY,
            Filter.POSTED);

    /** More than any catalogue has, and more employers than anybody reads. */
    private static final int MOST_VALUES = 200;

    /** More kinds of requirement than any catalogue can express. */
    private static final int MOST_REQUIREMENTS = 20_000;

    private static final Map<Filter, String> FIELDS = Map.of(
            Filter.CLEARANCE, ListingFields.CLEARANCE,
            Filter.QUALIFY, ListingFields.REQUIREMENT,
            Filter.POLYGRAPH, ListingFields.POLYGRAPH,
            Filter.WORKPLACE, ListingFields.WORKPLACE,
            Filter.EMPLOYMENT, ListingFields.EMPLOYMENT,
            Filter.EMPLOYER, ListingFields.EMPLOYER_LABEL);

    private static final AggregationKey<Map<Range<Long>, Long>> PAY = AggregationKey.of("pay");
    private static final AggregationKey<Map<Range<Instant>, Long>> POSTED = AggregationKey.of("posted");

    private final Instant now;
    private final @Nullable Qualification qualification;
    private final Set<String> chosenEmployers;
    private final Map<Filter, Map<String, Long>> values = new EnumMap<>(Filter.class);
    private final Set<Filter> estimated = EnumSet.noneOf(Filter.class);
    private Map<Integer, Long> pay = new LinkedHashMap<>();
    private Map<Integer, Long> posted = new LinkedHashMap<>();

    FacetCounts(ListingQuery query, Instant now) {
        this.now = now;
        var qualifying = query.qualifying();
        this.qualification = qualifying == null ? null : qualifying.qualification();
        this.chosenEmployers = query.employers();
    }

    /** The filters that have counts for who asks. */
    List<Filter> facets() {
        return FACETS.stream()
                .filter(facet -> facet != Filter.QUALIFY || qualification != null)
                .toList();
    }

    void ask(SearchQueryOptionsStep<?, ?, ?, ?, ?, ?> query, Collection<Filter> facets) {
        facets.forEach(facet -> ask(query, facet));
    }

    private void ask(SearchQueryOptionsStep<?, ?, ?, ?, ?, ?> query, Filter filter) {
        if (filter == Filter.PAY) {
            query.aggregation(
                    PAY,
                    counts ->
                            counts.range().field(ListingFields.PAY, Long.class).ranges(payBands()));
        } else if (filter == Filter.POSTED) {
            query.aggregation(
                    POSTED,
                    counts -> counts.range()
                            .field(ListingFields.POSTED, Instant.class)
                            .ranges(postedBands()));
        } else {
            query.aggregation(
                    key(filter),
                    counts -> counts.terms()
                            .field(fieldOf(filter), String.class)
                            .orderByCountDescending()
                            .maxTermCount(filter == Filter.QUALIFY ? MOST_REQUIREMENTS : MOST_VALUES));
        }
    }

    /** @param ofSample whether the result is of the {@link Sample} alone */
    void take(SearchResult<?> result, Collection<Filter> facets, boolean ofSample) {
        for (Filter facet : facets) {
            if (ofSample) {
                estimated.add(facet);
            } else {
                estimated.remove(facet);
            }
            if (facet == Filter.PAY) {
                pay = fromTheTop(ListingQuery.PAY_STEPS, payBands(), result.aggregation(PAY));
            } else if (facet == Filter.POSTED) {
                posted = fromTheStart(ListingQuery.POSTED_STEPS, postedBands(), result.aggregation(POSTED));
            } else {
                values.put(facet, result.aggregation(key(facet)));
            }
        }
    }

    /**
     * @param cards of the page, which name an employer that was chosen, where a sample may have none of its listings
     * @param live the clearances that any live listing asks for, of which the same is true
     */
    Facets toFacets(List<ListingCard> cards, Supplier<? extends Collection<RequirementKey>> live) {
        return new Facets(
                counts(
                        Filter.CLEARANCE,
                        text -> RequirementKey.parse(text).orElseThrow(),
                        estimated.contains(Filter.CLEARANCE) ? live.get() : List.of()),
                shown(Filter.QUALIFY, qualifying()),
                counts(Filter.POLYGRAPH, PolygraphRequirement::valueOf, List.of(PolygraphRequirement.values())),
                counts(Filter.WORKPLACE, Workplace::valueOf, List.of(Workplace.values())),
                counts(Filter.EMPLOYMENT, EmploymentType::valueOf, List.of(EmploymentType.values())),
                employers(cards),
                steps(Filter.PAY, pay),
                steps(Filter.POSTED, posted),
                estimated);
    }

    static AggregationKey<Map<String, Long>> key(Filter filter) {
        return AggregationKey.of(filter.name());
    }

    private static String fieldOf(Filter filter) {
        String field = FIELDS.get(filter);
        if (field == null) {
            throw new IllegalArgumentException("no facet: " + filter);
        }
        return field;
    }

    private <T> Map<T, Long> counts(Filter filter, Function<String, T> reader, Collection<T> all) {
        Map<T, Long> counts = new LinkedHashMap<>();
        values.getOrDefault(filter, Map.of()).forEach((value, count) -> counts.put(reader.apply(value), count));
        if (estimated.contains(filter)) {
            all.forEach(value -> counts.putIfAbsent(value, 0L));
        }
        return shown(filter, counts);
    }

    /** Every step where none can be told to find nothing. */
    private Map<Integer, Long> steps(Filter filter, Map<Integer, Long> counts) {
        if (!estimated.contains(filter)) {
            counts.values().removeIf(count -> count == 0);
        }
        return shown(filter, counts);
    }

    private <T> Map<T, Long> shown(Filter filter, Map<T, Long> counts) {
        if (estimated.contains(filter)) {
            counts.replaceAll((value, count) -> Sample.about(count));
        }
        return counts;
    }

    private Map<Verdict, Long> qualifying() {
        Map<Verdict, Long> counts = new LinkedHashMap<>();
        if (qualification != null) {
            for (Verdict least : List.of(Verdict.MEETS, Verdict.COULD_MEET)) {
                Set<RequirementSignature> good = qualification.atLeast(least);
                long count = values.getOrDefault(Filter.QUALIFY, Map.of()).entrySet().stream()
                        .filter(counted -> good.contains(new RequirementSignature(counted.getKey())))
                        .mapToLong(Map.Entry::getValue)
                        .sum();
                counts.put(least, count);
            }
        }
        return counts;
    }

    private Map<String, EmployerCount> employers(List<ListingCard> cards) {
        Map<String, EmployerCount> counts = new LinkedHashMap<>();
        values.getOrDefault(Filter.EMPLOYER, Map.of()).forEach((label, count) -> {
            int tab = label.indexOf('\t');
            counts.put(
                    label.substring(0, tab),
                    new EmployerCount(
                            label.substring(tab + 1),
                            estimated.contains(Filter.EMPLOYER) ? Sample.about(count) : count));
        });
        if (estimated.contains(Filter.EMPLOYER)) {
            cards.stream()
                    .filter(card -> chosenEmployers.contains(card.employerSlug()))
                    .forEach(card -> counts.putIfAbsent(card.employerSlug(), new EmployerCount(card.employer(), 0)));
        }
        return counts;
    }

    /** From each step up to the next, the last without an end. */
    private static List<Range<Long>> payBands() {
        var steps = ListingQuery.PAY_STEPS;
        return java.util.stream.IntStream.range(0, steps.size())
                .mapToObj(step -> step + 1 < steps.size()
                        ? Range.canonical(steps.get(step) * 100L, steps.get(step + 1) * 100L)
                        : Range.atLeast(steps.get(step) * 100L))
                .toList();
    }

    /** From now back to the first step, from there to the second, and so on. */
    private List<Range<Instant>> postedBands() {
        var steps = ListingQuery.POSTED_STEPS;
        return java.util.stream.IntStream.range(0, steps.size())
                .mapToObj(step -> step == 0
                        ? Range.atLeast(ago(steps.get(0)))
                        : Range.between(
                                ago(steps.get(step)),
                                RangeBoundInclusion.INCLUDED,
                                ago(steps.get(step - 1)),
                                RangeBoundInclusion.EXCLUDED))
                .toList();
    }

    private Instant ago(int days) {
        return now.minus(Duration.ofDays(days));
    }

    private static <R> Map<Integer, Long> fromTheTop(List<Integer> steps, List<R> bands, Map<R, Long> counts) {
        Map<Integer, Long> sums = new LinkedHashMap<>();
        steps.forEach(step -> sums.put(step, 0L));
        long sum = 0;
        for (int step = steps.size() - 1; step >= 0; step--) {
            sum += counts.getOrDefault(bands.get(step), 0L);
            sums.put(steps.get(step), sum);
        }
        return sums;
    }

    private static <R> Map<Integer, Long> fromTheStart(List<Integer> steps, List<R> bands, Map<R, Long> counts) {
        Map<Integer, Long> sums = new LinkedHashMap<>();
        long sum = 0;
        for (int step = 0; step < steps.size(); step++) {
            sum += counts.getOrDefault(bands.get(step), 0L);
            sums.put(steps.get(step), sum);
        }
        return sums;
    }
}
