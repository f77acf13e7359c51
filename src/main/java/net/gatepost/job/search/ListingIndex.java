package net.gatepost.job.search;

import jakarta.persistence.EntityManagerFactory;
import java.util.concurrent.atomic.AtomicLong;
import net.gatepost.index.IndexContents;
import net.gatepost.job.Listings;
import org.hibernate.search.mapper.orm.Search;
import org.hibernate.search.mapper.pojo.massindexing.MassIndexingMonitor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * The index as a whole. It follows from the database and can be built again from it at any time: by hand, after many
 * listings were brought in at once, and by itself where the site starts with listings and without an index.
 */
@Component
public class ListingIndex {

    private static final Logger log = LoggerFactory.getLogger(ListingIndex.class);
    private static final long PROGRESS = 10_000;

    private final EntityManagerFactory entityManagers;
    private final ListingSearch search;
    private final Listings listings;

    ListingIndex(EntityManagerFactory entityManagers, ListingSearch search, Listings listings) {
        this.entityManagers = entityManagers;
        this.search = search;
        this.listings = listings;
    }

    @Bean
    static IndexContents listingsToBeFound() {
        return new IndexContents(
                ListingSearch.LISTING,
                "listing",
                "status = 'LIVE' and withheld_at is null and ends_at > :now",
                "status = 'LIVE' and withheld_at is null");
    }

    /** Not in a command, which would end in the middle of it and leave half an index. */
    @EventListener(classes = ApplicationReadyEvent.class, condition = "@environment.matchesProfiles('!command')")
    void buildWhereMissing() {
        if (search.liveByClearance().isEmpty() && listings.countLive() > 0) {
            var builder = new Thread(this::rebuildOrSay, "listing-index");
            builder.setDaemon(true);
            builder.start();
        }
    }

    private void rebuildOrSay() {
        try {
            rebuild();
        } catch (RuntimeException failure) {
            log.error("The search index could not be built; restart to try again", failure);
        }
    }

    /** Builds the index afresh from the database and waits for it. Meanwhile a search finds what is in it so far. */
    public void rebuild() {
        var counted = new Progress();
        var scope = Search.mapping(entityManagers).scope(Object.class, ListingSearch.LISTING);
        try {
            scope.massIndexer()
                    .threadsToLoadObjects(Math.max(1, Runtime.getRuntime().availableProcessors() - 1))
                    .batchSizeToLoadObjects(200)
                    .idFetchSize(2_000)
                    .monitor(counted)
                    .startAndWait();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("building the search index was interrupted", stopped);
        }
        log.info("Search index built from {} listings", counted.read.get());
    }

    /** Says every now and then how far it has come. */
    private static final class Progress implements MassIndexingMonitor {

        private final AtomicLong read = new AtomicLong();
        private final AtomicLong total = new AtomicLong();

        @Override
        public void documentsAdded(long increment) {
            // Listings that are not live make no document: reading is what shows progress.
        }

        @Override
        public void documentsBuilt(long number) {
            // as above
        }

        @Override
        public void entitiesLoaded(long size) {
            long before = read.getAndAdd(size);
            if (before / PROGRESS != (before + size) / PROGRESS) {
                log.info("Search index: {} of {} listings", before + size, total.get());
            }
        }

        @Override
        public void addToTotalCount(long count) {
            total.addAndGet(count);
        }

        @Override
        public void indexingCompleted() {
            // rebuild() says so, once its documents can be found
        }
    }
}
