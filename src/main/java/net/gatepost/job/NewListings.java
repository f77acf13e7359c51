package net.gatepost.job;

import jakarta.persistence.EntityManagerFactory;
import java.lang.invoke.MethodHandles;
import java.util.Collection;
import java.util.UUID;
import net.gatepost.job.search.MatchingIndex;
import net.gatepost.job.search.SharedFrequencies;
import net.gatepost.job.search.TextAnalysis;
import org.apache.lucene.index.IndexReader;
import org.hibernate.search.backend.lucene.LuceneExtension;
import org.hibernate.search.engine.search.predicate.dsl.SearchPredicateFactory;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.AnnotatedTypeSource;
import org.hibernate.search.mapper.pojo.standalone.mapping.CloseableSearchMapping;
import org.hibernate.search.mapper.pojo.standalone.mapping.SearchMapping;
import org.hibernate.search.mapper.pojo.standalone.mapping.StandalonePojoMappingConfigurer;

/**
 * A few listings in memory, where the site is searched by OpenSearch: their documents are the same, and so are the analyzers and
 * the predicates.
 */
class NewListings implements MatchingIndex, AutoCloseable {

    private static final String INDEX = "new-listings";

    private final EntityManagerFactory entityManagers;
    private final ListingRepository listings;
    private final CloseableSearchMapping mapping;

    NewListings(EntityManagerFactory entityManagers, ListingRepository listings, ListingDocument document) {
        this.entityManagers = entityManagers;
        this.listings = listings;
        StandalonePojoMappingConfigurer listingsById = context -> {
            // What the entity says of itself is for the site's own index.
            context.annotationMapping()
                    .discoverAnnotatedTypesFromRootMappingAnnotations(false)
                    .discoverAnnotationsFromReferencedTypes(false);
            var type = context.programmaticMapping().type(Listing.class);
            type.searchEntity();
            type.indexed().index(INDEX);
            type.property("id").documentId();
            type.binder(document);
        };
        this.mapping = SearchMapping.builder(AnnotatedTypeSource.empty(), MethodHandles.lookup())
                .property("hibernate.search.mapping.configurer", listingsById)
                .property("hibernate.search.backend.type", "lucene")
                .property("hibernate.search.backend.directory.type", "local-heap")
                .property("hibernate.search.backend.lucene_version", "LATEST")
                .property("hibernate.search.backend.analysis.configurer", new TextAnalysis())
                .build();
    }

    @Override
    public SearchPredicateFactory predicates() {
        return mapping.scope(Listing.class).predicate();
    }

    /** What is open stays as it is, so the index itself is emptied at once; one after the other, so that nobody empties another's. */
    @Override
    public synchronized IndexReader open(Collection<UUID> ids) {
        var scope = mapping.scope(Listing.class);
        try (var session = mapping.createSession()) {
            listings.findAllById(ids).forEach(session.indexingPlan()::add);
        }
        var reader = scope.extension(LuceneExtension.get()).openIndexReader();
        scope.workspace().purge();
        return reader;
    }

    @Override
    public Frequencies frequencies() {
        return new SharedFrequencies(entityManagers);
    }

    @Override
    public void close() {
        mapping.close();
    }
}
