package net.gatepost.candidate;

import jakarta.persistence.EntityManagerFactory;
import net.gatepost.candidate.search.CandidateSearch;
import net.gatepost.index.IndexContents;
import org.hibernate.search.mapper.orm.Search;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The index of candidates as a whole: it is built again by itself where the site starts with findable profiles and without it. */
@Component
class CandidateIndex {

    private static final Logger log = LoggerFactory.getLogger(CandidateIndex.class);

    private final EntityManagerFactory entityManagers;
    private final CandidateSearch search;
    private final ProfileRepository profiles;

    CandidateIndex(EntityManagerFactory entityManagers, CandidateSearch search, ProfileRepository profiles) {
        this.entityManagers = entityManagers;
        this.search = search;
        this.profiles = profiles;
    }

    @Bean
    static IndexContents candidatesToBeFound() {
        return new IndexContents(
                CandidateSearch.PROFILE, "candidate_profile", "visibility <> 'SEALED'", "visibility <> 'SEALED'");
    }

    /** Not in a command, which would end in the middle of it and leave half an index. */
    @EventListener(classes = ApplicationReadyEvent.class, condition = "@environment.matchesProfiles('!command')")
    void buildWhereMissing() {
        if (search.isEmpty() && profiles.existsByVisibilityNot(Visibility.SEALED)) {
            var builder = new Thread(this::rebuildOrSay, "candidate-index");
            builder.setDaemon(true);
            builder.start();
        }
    }

    private void rebuildOrSay() {
        try {
            rebuild();
        } catch (RuntimeException failure) {
            log.error("The index of candidates could not be built; restart to try again", failure);
        }
    }

    /** Builds the index afresh from the database and waits for it. */
    void rebuild() {
        try {
            Search.mapping(entityManagers)
                    .scope(Object.class, CandidateSearch.PROFILE)
                    .massIndexer()
                    .threadsToLoadObjects(Math.max(1, Runtime.getRuntime().availableProcessors() - 1))
                    .batchSizeToLoadObjects(200)
                    .idFetchSize(2_000)
                    .startAndWait();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("building the index of candidates was interrupted", stopped);
        }
        log.info("Index of candidates built");
    }
}
