package net.gatepost.briefing;

import jakarta.persistence.EntityManagerFactory;
import net.gatepost.index.IndexContents;
import org.hibernate.search.mapper.orm.Search;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The index of briefings as a whole: it is built again by itself where the site starts with briefings and without it. */
@Component
class BriefingIndex {

    private static final Logger log = LoggerFactory.getLogger(BriefingIndex.class);

    private final EntityManagerFactory entityManagers;
    private final BriefingSearch search;
    private final Briefings briefings;

    BriefingIndex(EntityManagerFactory entityManagers, BriefingSearch search, Briefings briefings) {
        this.entityManagers = entityManagers;
        this.search = search;
        this.briefings = briefings;
    }

    @Bean
    static IndexContents briefingsToBeFound() {
        return new IndexContents(
                BriefingSearch.BRIEFING,
                "briefing",
                "status in ('PUBLISHED', 'CORRECTED')",
                "status in ('PUBLISHED', 'CORRECTED')");
    }

    /** Not in a command, which would end in the middle of it and leave half an index. */
    @EventListener(classes = ApplicationReadyEvent.class, condition = "@environment.matchesProfiles('!command')")
    void buildWhereMissing() {
        if (search.isEmpty() && !briefings.newest(1).isEmpty()) {
            var builder = new Thread(this::rebuildOrSay, "briefing-index");
            builder.setDaemon(true);
            builder.start();
        }
    }

    private void rebuildOrSay() {
        try {
            rebuild();
        } catch (RuntimeException failure) {
            log.error("The index of briefings could not be built; restart to try again", failure);
        }
    }

    private void rebuild() {
        try {
            Search.mapping(entityManagers)
                    .scope(Object.class, BriefingSearch.BRIEFING)
                    .massIndexer()
                    .threadsToLoadObjects(1)
                    .batchSizeToLoadObjects(50)
                    .startAndWait();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("building the index of briefings was interrupted", stopped);
        }
        log.info("Index of briefings built");
    }
}
