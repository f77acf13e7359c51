package net.gatepost.job.search;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.gatepost.clearance.ClearanceCatalogue;
import net.gatepost.clearance.RequirementKey;
import net.gatepost.clearance.RequirementSignature;
import net.gatepost.index.WordMatch;
import net.gatepost.job.Workplace;
import org.apache.lucene.document.LatLonDocValuesField;
import org.apache.lucene.document.LatLonPoint;
import org.apache.lucene.document.LongField;
import org.apache.lucene.search.IndexOrDocValuesQuery;
import org.hibernate.search.backend.lucene.LuceneExtension;
import org.hibernate.search.engine.search.predicate.SearchPredicate;
import org.hibernate.search.engine.search.predicate.dsl.SearchPredicateFactory;
import org.hibernate.search.engine.spatial.DistanceUnit;

/** A query as the index understands it: one predicate for each filter, so that any of them can be left out. */
final class Predicates {

    private final SearchPredicateFactory factory;
    private final Instant now;
    private final Map<Filter, SearchPredicate> filters = new EnumMap<>(Filter.class);

    Predicates(SearchPredicateFactory factory, ClearanceCatalogue catalogue, ListingQuery query, Instant now) {
        this.factory = factory;
        this.now = now;
        if (!query.text().isEmpty()) {
            filters.put(Filter.TEXT, text(query.text(), true));
        }
        any(Filter.CLEARANCE, ListingFields.CLEARANCE, query.clearances(), RequirementKey::format);
        var holds = query.holds();
        if (holds != null) {
            filters.put(Filter.HOLDS, satisfiedBy(catalogue.keysSatisfiedBy(holds)));
        }
        var qualifying = query.qualifying();
        if (qualifying != null && qualifying.least() != null) {
            any(
                    Filter.QUALIFY,
                    ListingFields.REQUIREMENT,
                    qualifying.qualification().atLeast(qualifying.least()),
                    RequirementSignature::value);
            filters.putIfAbsent(Filter.QUALIFY, factory.matchNone().toPredicate());
        }
        any(Filter.POLYGRAPH, ListingFields.POLYGRAPH, query.polygraphs(), Enum::name);
        var near = query.near();
        if (near != null) {
            filters.put(Filter.PLACE, near(near));
        }
        any(Filter.WORKPLACE, ListingFields.WORKPLACE, query.workplaces(), Enum::name);
        any(Filter.EMPLOYMENT, ListingFields.EMPLOYMENT, query.employments(), Enum::name);
        any(Filter.EMPLOYER, ListingFields.EMPLOYER, query.employers(), slug -> slug);
        var pay = query.pay();
        if (pay != null) {
            filters.put(Filter.PAY, paying(pay));
        }
        var days = query.postedWithin();
        if (days != null) {
            filters.put(
                    Filter.POSTED,
                    factory.range()
                            .field(ListingFields.POSTED)
                            .atLeast(now.minus(Duration.ofDays(days)))
                            .toPredicate());
        }
    }

    Set<Filter> active() {
        return filters.keySet();
    }

    /** Asks for fewer of the words. */
    void loosen(TextQuery text) {
        filters.put(Filter.TEXT, text(text, false));
    }

    SearchPredicate all() {
        return allBut(List.of());
    }

    /** What is live and passes all filters but these. */
    SearchPredicate allBut(Collection<Filter> left) {
        var all = factory.bool().filter(live());
        filters.forEach((filter, predicate) -> {
            if (left.contains(filter)) {
                return;
            }
            if (filter == Filter.TEXT) {
                all.must(predicate);
            } else {
                all.filter(predicate);
            }
        });
        return all.toPredicate();
    }

    /** The one of this filter, if it is on. */
    Optional<SearchPredicate> of(Filter filter) {
        return Optional.ofNullable(filters.get(filter));
    }

    /** All filters, of listings that are known to be live. */
    SearchPredicate filtersAlone() {
        var all = factory.bool().filter(factory.matchAll());
        filters.values().forEach(all::filter);
        return all.toPredicate();
    }

    /** Of what this finds, the listings of the {@link Sample}. */
    SearchPredicate sampled(SearchPredicate found) {
        return factory.bool()
                .filter(found)
                .filter(factory.match().field(ListingFields.SAMPLE).matching(Sample.TAKEN))
                .toPredicate();
    }

    /** By the clock and not by a status that something has to write. */
    private SearchPredicate live() {
        return factory.range().field(ListingFields.ENDS).greaterThan(now).toPredicate();
    }

    private <T> void any(
            Filter filter, String field, Collection<T> values, java.util.function.Function<T, String> format) {
        if (!values.isEmpty()) {
            filters.put(
                    filter,
                    factory.terms()
                            .field(field)
                            .matchingAny(values.stream().map(format).toList())
                            .toPredicate());
        }
    }

    private SearchPredicate satisfiedBy(Set<RequirementKey> keys) {
        var one = factory.or()
                .add(factory.match().field(ListingFields.CLEARANCE_REQUIRED).matching(false));
        if (!keys.isEmpty()) {
            one.add(factory.terms()
                    .field(ListingFields.CLEARANCE)
                    .matchingAny(keys.stream().map(RequirementKey::format).toList()));
        }
        return one.toPredicate();
    }

    /** Lucene may look at what a listing that has the words pays, instead of gathering all that pay so much. */
    private SearchPredicate paying(long least) {
        return factory.extension()
                .ifSupported(
                        LuceneExtension.get(),
                        lucene -> lucene.fromLuceneQuery(
                                LongField.newRangeQuery(ListingFields.PAY, least, Long.MAX_VALUE)))
                .orElse(any -> any.range().field(ListingFields.PAY).atLeast(least))
                .toPredicate();
    }

    private SearchPredicate near(Near near) {
        return factory.or()
                .add(within(near))
                .add(factory.match().field(ListingFields.WORKPLACE).matching(Workplace.REMOTE.name()))
                .toPredicate();
    }

    /** The same for a place. */
    private SearchPredicate within(Near near) {
        double meters = DistanceUnit.MILES.toMeters(near.miles());
        return factory.extension()
                .ifSupported(
                        LuceneExtension.get(),
                        lucene -> lucene.fromLuceneQuery(new IndexOrDocValuesQuery(
                                LatLonPoint.newDistanceQuery(
                                        ListingFields.POINT, near.latitude(), near.longitude(), meters),
                                LatLonDocValuesField.newSlowDistanceQuery(
                                        ListingFields.POINT, near.latitude(), near.longitude(), meters))))
                .orElse(any -> any.spatial()
                        .within()
                        .field(ListingFields.POINT)
                        .circle(near.latitude(), near.longitude(), meters))
                .toPredicate();
    }

    /**
     * The words are asked for together, because a synonym may be of several; the title and the employer's name then only
     * lift what was found.
     *
     * @param allWords whether all of them must be there, or some will do
     */
    private SearchPredicate text(TextQuery text, boolean allWords) {
        var all = factory.bool();
        String words = String.join(" ", text.words());
        if (words.isEmpty()) {
            all.must(factory.matchAll());
        } else {
            all.must(
                    allWords
                            ? WordMatch.all(factory, ListingFields.TEXT, words)
                            : WordMatch.some(factory, ListingFields.TEXT, words, 1));
            all.should(WordMatch.some(factory, ListingFields.TITLE, words, 4));
            all.should(factory.phrase()
                    .field(ListingFields.TITLE_EXACT)
                    .matching(words)
                    .boost(6));
            all.should(factory.match()
                    .field(ListingFields.EMPLOYER_EXACT)
                    .matching(words)
                    .boost(2));
        }
        text.phrases()
                .forEach(phrase -> all.must(factory.phrase()
                        .field(ListingFields.TITLE_EXACT)
                        .boost(3)
                        .field(ListingFields.EMPLOYER_EXACT)
                        .field(ListingFields.DESCRIPTION_EXACT)
                        .matching(phrase)));
        text.unwanted().forEach(word -> all.mustNot(WordMatch.all(factory, ListingFields.TEXT, word)));
        return all.toPredicate();
    }
}
