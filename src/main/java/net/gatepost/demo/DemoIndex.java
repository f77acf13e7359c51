package net.gatepost.demo;

import jakarta.persistence.EntityManagerFactory;
import org.hibernate.search.mapper.orm.Search;
import org.springframework.stereotype.Component;

/** Fills the search index with what was brought in past it. */
@Component
@OnlyInDemo
class DemoIndex {

    private static final int THREADS = 2;
    private static final int AT_ONCE = 200;

    private final EntityManagerFactory entityManagers;

    DemoIndex(EntityManagerFactory entityManagers) {
        this.entityManagers = entityManagers;
    }

    void rebuild() throws InterruptedException {
        var mapping = Search.mapping(entityManagers);
        if (mapping.allIndexedEntities().isEmpty()) {
            return;
        }
        mapping.scope(Object.class)
                .massIndexer()
                .threadsToLoadObjects(THREADS)
                .batchSizeToLoadObjects(AT_ONCE)
                .startAndWait();
    }
}
