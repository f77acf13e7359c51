package net.gatepost.job;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hibernate.search.mapper.orm.Search;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Inserts many listings in batches, in a transaction of its own. It keeps the search index out of it (a stateless session
 * would be faster still, and Hibernate Search refuses one), so the index is built afresh afterwards.
 */
@Component
class BulkListings {

    private static final int BATCH = 500;

    private final EntityManager entityManager;
    private final ApplicationEventPublisher news;
    private final Clock clock;

    BulkListings(EntityManager entityManager, ApplicationEventPublisher news, Clock clock) {
        this.entityManager = entityManager;
        this.news = news;
        this.clock = clock;
    }

    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void insert(List<ListingImport> imports) {
        Search.session(entityManager).indexingPlanFilter(types -> types.exclude(Object.class));
        var now = clock.instant();
        var newSince = now.minus(Duration.ofDays(ListingsImported.NEW_FOR_DAYS));
        List<UUID> isNew = new ArrayList<>();
        for (int at = 0; at < imports.size(); at += BATCH) {
            for (var source : imports.subList(at, Math.min(at + BATCH, imports.size()))) {
                var listing = Listing.imported(source);
                entityManager.persist(listing);
                if (listing.isLive(now) && !source.postedAt().isBefore(newSince)) {
                    isNew.add(listing.id());
                }
            }
            entityManager.flush();
            entityManager.clear();
        }
        if (!isNew.isEmpty()) {
            news.publishEvent(new ListingsImported(isNew));
        }
    }
}
