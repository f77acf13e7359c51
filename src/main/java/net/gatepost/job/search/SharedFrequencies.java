package net.gatepost.job.search;

import jakarta.persistence.EntityManagerFactory;
import org.apache.lucene.index.Term;
import org.hibernate.search.engine.search.predicate.SearchPredicate;
import org.hibernate.search.mapper.orm.Search;
import org.hibernate.search.mapper.orm.scope.SearchScope;

/** Counted in the index that the site is searched by, whatever keeps it. */
public final class SharedFrequencies implements MatchingIndex.Frequencies {

    private final EntityManagerFactory entityManagers;

    public SharedFrequencies(EntityManagerFactory entityManagers) {
        this.entityManagers = entityManagers;
    }

    @Override
    public long listings() {
        return count(scope().predicate().matchAll().toPredicate());
    }

    @Override
    public long listingsWith(Term term) {
        return count(scope().predicate()
                .match()
                .field(term.field())
                .matching(term.text())
                .skipAnalysis()
                .toPredicate());
    }

    private long count(SearchPredicate predicate) {
        try (var entityManager = entityManagers.createEntityManager()) {
            return Search.session(entityManager)
                    .search(scope())
                    .where(predicate)
                    .fetchTotalHitCount();
        }
    }

    private SearchScope<Object> scope() {
        return Search.mapping(entityManagers).scope(Object.class, ListingSearch.LISTING);
    }

    @Override
    public void close() {
        // holds nothing open
    }
}
