package net.gatepost.index;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import net.gatepost.web.DatabaseGauges;
import org.hibernate.search.mapper.orm.Search;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Compares an index with the database in both directions, a part at a time, so that their size does not matter. */
@Component
class IndexCheck implements MeterBinder {

    private static final int AT_ONCE = 500;
    private static final UUID BEFORE_THE_FIRST = new UUID(0, 0);

    private final EntityManagerFactory entityManagers;
    private final EntityManager entities;
    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final DatabaseGauges gauges;
    private final Clock clock;

    IndexCheck(
            EntityManagerFactory entityManagers,
            EntityManager entities,
            JdbcClient database,
            TransactionTemplate transaction,
            DatabaseGauges gauges,
            Clock clock) {
        this.gauges = gauges;
        this.entityManagers = entityManagers;
        this.entities = entities;
        this.database = database;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Has all that was written to the index be found, which otherwise may take a moment. */
    void refresh(IndexContents contents) {
        Search.mapping(entityManagers)
                .scope(Object.class, contents.entity())
                .workspace()
                .refresh();
    }

    /** Calls back with parts of what should be in the index and is not. Returns how many should be. */
    long missing(IndexContents contents, Consumer<List<UUID>> found) {
        long should = 0;
        var after = BEFORE_THE_FIRST;
        List<UUID> part;
        do {
            part = database.sql("select id from " + contents.table() + " where id > :after and (" + contents.shouldBe()
                            + ") order by id limit " + AT_ONCE)
                    .param("after", after)
                    .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                    .query((row, number) -> row.getObject(1, UUID.class))
                    .list();
            if (!part.isEmpty()) {
                should += part.size();
                after = part.get(part.size() - 1);
                var there = indexed(contents, part);
                found.accept(part.stream().filter(id -> !there.contains(id)).toList());
            }
        } while (part.size() == AT_ONCE);
        return should;
    }

    /** Calls back with parts of what is in the index and may not be. Returns how many are in it. */
    long orphans(IndexContents contents, Consumer<List<UUID>> found) {
        try (var reading = entityManagers.createEntityManager()) {
            var scope = Search.mapping(entityManagers).scope(Object.class, contents.entity());
            long in = 0;
            try (var scroll = Search.session(reading)
                    .search(scope)
                    .select(values -> values.id(UUID.class))
                    .where(values -> values.matchAll())
                    .scroll(AT_ONCE)) {
                for (var part = scroll.next(); part.hasHits(); part = scroll.next()) {
                    in += part.hits().size();
                    var allowed = allowed(contents, part.hits());
                    found.accept(part.hits().stream()
                            .filter(id -> !allowed.contains(id))
                            .toList());
                }
            }
            return in;
        }
    }

    private Set<UUID> indexed(IndexContents contents, List<UUID> ids) {
        try (var reading = entityManagers.createEntityManager()) {
            var scope = Search.mapping(entityManagers).scope(Object.class, contents.entity());
            return new HashSet<>(Search.session(reading)
                    .search(scope)
                    .select(values -> values.id(UUID.class))
                    .where(values -> values.id().matchingAny(ids))
                    .fetchHits(ids.size()));
        }
    }

    private Set<UUID> allowed(IndexContents contents, List<UUID> ids) {
        return new HashSet<>(database.sql(
                        "select id from " + contents.table() + " where id in (:ids) and (" + contents.mayBe() + ")")
                .param("ids", ids)
                .query((row, number) -> row.getObject(1, UUID.class))
                .list());
    }

    /**
     * Has these looked at again, as if each had just changed: by the running site, or by the next one that starts. So it needs no
     * hold of an index that somebody else writes to.
     */
    void lookAgainAt(IndexContents contents, List<UUID> ids) {
        transaction.executeWithoutResult(status -> {
            var plan = Search.session(entities).indexingPlan();
            var type = Search.mapping(entityManagers)
                    .indexedEntity(contents.entity())
                    .javaClass();
            for (var id : ids) {
                Object entity = entities.find(type, id);
                if (entity == null) {
                    plan.purge(type, id, null);
                } else {
                    plan.addOrUpdate(entity);
                }
            }
        });
    }

    /** Changes that are on their way to the index. */
    long waiting() {
        return database.sql("select count(*) from hsearch_outbox_event")
                .query(Long.class)
                .single();
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        gauges.of("gatepost.index.waiting", this::waiting)
                .description("changes that are on their way to the search index")
                .register(meters);
    }

    /** The first few of something, and how many there were. */
    static final class Tally {

        private static final int SHOWN = 5;

        private final List<UUID> first = new ArrayList<>();
        private long count;

        void add(List<UUID> ids) {
            count += ids.size();
            ids.stream().limit(Math.max(0, SHOWN - first.size())).forEach(first::add);
        }

        long count() {
            return count;
        }

        @Override
        public String toString() {
            return count == 0 ? "0" : count + " " + first + (count > first.size() ? " and more" : "");
        }
    }
}
