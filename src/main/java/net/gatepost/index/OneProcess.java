package net.gatepost.index;

import static java.util.Objects.requireNonNull;

import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import net.gatepost.web.EmbeddedDatabase;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.hibernate.autoconfigure.HibernatePropertiesCustomizer;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Refuses to start beside another process where Lucene keeps the index: each would bring half of all changes into an index that the
 * other does not see. Whoever is there shows in the table by which processes share that work, and renews its row; the row of one
 * that was killed stays as it is. To tell them apart takes a start some seconds, but not where the database is in this process: nobody
 * else can be there then. What one that was killed had in hand is let go at once, or it would be waited for half a minute or more.
 */
@Component
@Profile("!command")
class OneProcess implements HibernatePropertiesCustomizer {

    private static final Logger log = LoggerFactory.getLogger(OneProcess.class);

    /** Longer than a process takes to renew its row, which by Hibernate Search's default are two seconds. */
    private static final Duration LOOK_FOR = Duration.ofSeconds(6);

    private final SearchEngine engine;
    private final BuildClaims claims;
    private final JdbcTemplate database;
    private final Duration lookFor;

    @Autowired
    OneProcess(SearchEngine engine, BuildClaims claims, DataSource database) {
        this(engine, claims, database, LOOK_FOR);
    }

    OneProcess(SearchEngine engine, BuildClaims claims, DataSource database, Duration lookFor) {
        this.engine = engine;
        this.claims = claims;
        this.database = new JdbcTemplate(database);
        this.lookFor = lookFor;
    }

    /**
     * Called before Hibernate Search starts, when the tables are there already.
     *
     * @throws IllegalStateException if another process is alive
     */
    @Override
    public void customize(Map<String, Object> properties) {
        if (engine.isShared()) {
            return;
        }
        var there = agents();
        boolean isOurs = isOurs();
        var dead = isOurs || there.isEmpty() ? there : requireDead(there);
        letExpire(dead);
        if (isOurs || !dead.isEmpty()) {
            claims.giveUpAll();
        }
    }

    private boolean isOurs() {
        try {
            return EmbeddedDatabase.storeOf(requireNonNull(database.getDataSource()))
                    .isPresent();
        } catch (SQLException failure) {
            throw new IllegalStateException("the database is away", failure);
        }
    }

    /** @return those that have not gone by themselves meanwhile */
    private Map<UUID, OffsetDateTime> requireDead(Map<UUID, OffsetDateTime> before) {
        log.info("Another process was here: looking for {} s whether it still is", lookFor.toSeconds());
        try {
            Thread.sleep(lookFor.toMillis());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while starting", stopped);
        }
        var now = agents();
        if (!before.entrySet().containsAll(now.entrySet())) {
            throw alive();
        }
        return now;
    }

    /**
     * Has the rows of the dead expire now, for the index to clear away when it has its own: until then they show whoever starts
     * meanwhile that somebody was here, and that the row has changed since.
     */
    private void letExpire(Map<UUID, OffsetDateTime> dead) {
        var expired = OffsetDateTime.now(ZoneOffset.UTC).truncatedTo(ChronoUnit.MICROS);
        dead.forEach((id, expiration) -> {
            if (database.update(
                            "update hsearch_agent set expiration = ? where id = ? and expiration = ?",
                            expired,
                            id,
                            expiration)
                    == 0) {
                throw alive();
            }
        });
        if (!dead.isEmpty()) {
            log.info("What a killed process had not brought into the index yet is taken over");
        }
    }

    private static IllegalStateException alive() {
        return new IllegalStateException("Another process of this site is running on the same database. Several need an"
                + " OpenSearch that they share: name it by gatepost.search.opensearch, or stop the other first");
    }

    private Map<UUID, OffsetDateTime> agents() {
        Map<UUID, OffsetDateTime> agents = new HashMap<>();
        database.query("select id, expiration from hsearch_agent", row -> {
            agents.put(row.getObject("id", UUID.class), row.getObject("expiration", OffsetDateTime.class));
        });
        return agents;
    }
}
