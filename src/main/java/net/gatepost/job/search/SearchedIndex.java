package net.gatepost.job.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import net.gatepost.clearance.ClearanceCatalogue;
import net.gatepost.clearance.RequirementSignature;
import net.gatepost.index.SearchEngine;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Terms;
import org.hibernate.search.backend.lucene.LuceneExtension;
import org.hibernate.search.engine.search.predicate.SearchPredicate;
import org.hibernate.search.engine.search.predicate.dsl.SearchPredicateFactory;
import org.hibernate.search.engine.search.query.dsl.SearchQueryOptionsStep;
import org.hibernate.search.mapper.orm.scope.SearchScope;
import org.hibernate.search.mapper.orm.session.SearchSession;

/** The index of live listings, for as long as one question to it takes. */
final class SearchedIndex {

    private final SearchSession session;
    private final SearchScope<Object> scope;
    private final SearchEngine engine;
    private final ClearanceCatalogue catalogue;

    SearchedIndex(SearchSession session, SearchScope<Object> scope, SearchEngine engine, ClearanceCatalogue catalogue) {
        this.session = session;
        this.scope = scope;
        this.engine = engine;
        this.catalogue = catalogue;
    }

    SearchPredicateFactory factory() {
        return scope.predicate();
    }

    Predicates predicates(ListingQuery query, Instant now) {
        return new Predicates(factory(), catalogue, narrowed(query), now);
    }

    SearchQueryOptionsStep<?, ?, String, ?, ?, ?> query(SearchPredicate predicate) {
        return session.search(scope)
                .select(values -> values.field(ListingFields.CARD, String.class))
                .where(predicate);
    }

    /** Of thousands of requirements that somebody may meet, listings have dozens: to ask for all takes longer than to search. */
    private ListingQuery narrowed(ListingQuery query) {
        var qualifying = query.qualifying();
        return qualifying == null || qualifying.least() == null || engine.isShared()
                ? query
                : query.asking(
                        new Qualifying(qualifying.qualification().among(requirementsInUse()), qualifying.least()));
    }

    /** Those of all listings in the index, and some of listings that have gone from it. */
    private Set<RequirementSignature> requirementsInUse() {
        Set<RequirementSignature> found = new HashSet<>();
        try (var reader = scope.extension(LuceneExtension.get()).openIndexReader()) {
            for (LeafReaderContext leaf : reader.leaves()) {
                var values =
                        Terms.getTerms(leaf.reader(), ListingFields.REQUIREMENT).iterator();
                for (var value = values.next(); value != null; value = values.next()) {
                    found.add(new RequirementSignature(value.utf8ToString()));
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return found;
    }
}
