package net.gatepost.job.search;

import java.util.Collection;
import java.util.UUID;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.hibernate.search.engine.search.predicate.dsl.SearchPredicateFactory;

/**
 * The index that new listings are held against kept queries in. It is one of Lucene's, whatever the site itself is searched by:
 * which words and values a query asks for is read off Lucene's form of it.
 */
public interface MatchingIndex {

    SearchPredicateFactory predicates();

    /** These as the site knows them now, among others perhaps. */
    IndexReader open(Collection<UUID> ids);

    /** For the time that it is open. */
    Frequencies frequencies();

    /** How common something is among the listings that are found. */
    interface Frequencies extends AutoCloseable {

        long listings();

        long listingsWith(Term term);

        @Override
        void close();
    }
}
