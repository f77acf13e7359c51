package net.gatepost.job.search;

import jakarta.persistence.EntityManagerFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.UUID;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.hibernate.search.backend.lucene.LuceneExtension;
import org.hibernate.search.engine.search.predicate.dsl.SearchPredicateFactory;
import org.hibernate.search.mapper.orm.Search;
import org.hibernate.search.mapper.orm.scope.SearchScope;

/** The site's own index, where Lucene keeps it. */
public final class OwnIndex implements MatchingIndex {

    private final EntityManagerFactory entityManagers;

    public OwnIndex(EntityManagerFactory entityManagers) {
        this.entityManagers = entityManagers;
    }

    @Override
    public SearchPredicateFactory predicates() {
        return scope().predicate();
    }

    @Override
    public IndexReader open(Collection<UUID> ids) {
        return open();
    }

    @Override
    public Frequencies frequencies() {
        return new ByReader(open());
    }

    private record ByReader(IndexReader reader) implements Frequencies {

        @Override
        public long listings() {
            return reader.numDocs();
        }

        @Override
        public long listingsWith(Term term) {
            try {
                return reader.docFreq(term);
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }

        @Override
        public void close() {
            try {
                reader.close();
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
    }

    private IndexReader open() {
        return scope().extension(LuceneExtension.get()).openIndexReader();
    }

    private SearchScope<Object> scope() {
        return Search.mapping(entityManagers).scope(Object.class, ListingSearch.LISTING);
    }
}
