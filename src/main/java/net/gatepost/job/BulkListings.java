package net.gatepost.job;

import jakarta.persistence.EntityManagerFactory;
import java.util.List;
import org.hibernate.SessionFactory;
import org.hibernate.search.mapper.orm.Search;
import org.springframework.stereotype.Component;

/**
 * Inserts many listings in batches, in a transaction of its own. It keeps the search index out of it (a stateless session
 * would be faster still, and Hibernate Search refuses one), so the index is built afresh afterwards.
 */
@Component
class BulkListings {

    private static final int BATCH = 500;

    private final SessionFactory sessions;

    BulkListings(EntityManagerFactory entityManagers) {
        this.sessions = entityManagers.unwrap(SessionFactory.class);
    }

    void insert(List<ListingImport> imports) {
        sessions.inTransaction(session -> {
            Search.session(session).indexingPlanFilter(types -> types.exclude(Object.class));
            for (int at = 0; at < imports.size(); at += BATCH) {
                imports.subList(at, Math.min(at + BATCH, imports.size())).stream()
                        .map(Listing::imported)
                        .forEach(session::persist);
                session.flush();
                session.clear();
            }
        });
    }
}
