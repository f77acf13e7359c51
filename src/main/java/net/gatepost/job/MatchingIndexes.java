package net.gatepost.job;

import jakarta.persistence.EntityManagerFactory;
import net.gatepost.index.SearchEngine;
import net.gatepost.job.search.MatchingIndex;
import net.gatepost.job.search.OwnIndex;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Lucene's index is read where there is one; beside OpenSearch the new listings get one of their own. */
@Configuration(proxyBeanMethods = false)
class MatchingIndexes {

    @Bean
    MatchingIndex matchingIndex(
            SearchEngine engine,
            EntityManagerFactory entityManagers,
            ListingRepository listings,
            ListingDocument document) {
        return engine.isShared() ? new NewListings(entityManagers, listings, document) : new OwnIndex(entityManagers);
    }
}
