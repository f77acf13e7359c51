package net.gatepost.alert;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import net.gatepost.job.Listings;
import net.gatepost.job.search.ListingMatcher;
import net.gatepost.job.web.KeptSearches;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Finds the kept searches that new listings are found by, and stores what was found. Anchors lead from the listings to the
 * queries that may find one; each of these is asked once for all the listings of a round, by the search page's own
 * predicates. What it costs grows with what is found, not with what is kept.
 *
 * <p>What dies half done is done again: what it had stored stays, and nobody is told of a listing twice. A listing that the index doesn't
 * have yet waits for it.
 */
@Component
class Matching {

    /** Listings of one round: many at once are asked for together, one or two at a time cost little. */
    static final int MOST_LISTINGS = 5_000;

    /** What is held in memory before it is stored: listings found, and queries that found some. */
    private static final int MOST_FOUND = 500_000;

    private static final int MOST_MATCHES = 5_000;

    private static final int ANCHORS_AT_ONCE = 500;
    private static final int ROWS_AT_ONCE = 1_000;

    /** How long a listing waits that the index doesn't have yet. */
    static final Duration UNTIL_INDEXED = Duration.ofSeconds(10);

    private final AlertNews news;
    private final AlertQueries queries;
    private final AlertMatches matches;
    private final KeptSearches searches;
    private final ListingMatcher matcher;
    private final Listings listings;
    private final JdbcTemplate database;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Matching(
            AlertNews news,
            AlertQueries queries,
            AlertMatches matches,
            KeptSearches searches,
            ListingMatcher matcher,
            Listings listings,
            JdbcTemplate database,
            TransactionTemplate transaction,
            Clock clock) {
        this.news = news;
        this.queries = queries;
        this.matches = matches;
        this.searches = searches;
        this.matcher = matcher;
        this.listings = listings;
        this.database = new JdbcTemplate(requireNonNull(database.getDataSource()));
        this.database.setFetchSize(ROWS_AT_ONCE);
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Matches all that is due. */
    void run() {
        while (Boolean.TRUE.equals(transaction.execute(status -> queries.reanchor()))) {
            // a part at a time, each committed
        }
        int matched = MOST_LISTINGS;
        while (matched == MOST_LISTINGS) {
            matched = matchSome();
        }
    }

    private int matchSome() {
        var due = transaction.execute(status -> news.due(MOST_LISTINGS));
        if (due.isEmpty()) {
            return 0;
        }
        Set<UUID> waiting;
        try (var batch = matcher.batch(due)) {
            match(batch);
            waiting = new HashSet<>(listings.liveAmong(due));
            waiting.removeAll(batch.found());
        }
        var done = due.stream().filter(id -> !waiting.contains(id)).toList();
        transaction.executeWithoutResult(status -> {
            news.forget(done);
            news.postpone(waiting, clock.instant().plus(UNTIL_INDEXED));
        });
        return due.size();
    }

    private void match(ListingMatcher.Batch batch) {
        if (batch.found().isEmpty()) {
            return;
        }
        // In order, so that the anchors of one query, which are alike, mostly come together.
        var anchors = batch.anchors().stream().sorted().toList();
        var together = List.copyOf(batch.found());
        var found = new Matches(matches.begin(together), together);
        for (int at = 0; at < anchors.size(); at += ANCHORS_AT_ONCE) {
            eachQuery(
                    anchors.subList(at, Math.min(at + ANCHORS_AT_ONCE, anchors.size())),
                    (query, address) -> found.add(
                            query, batch.matching(searches.read(address, null).query())));
        }
        found.store();
    }

    /** Row by row, in a transaction that reads alone: a database hands out many rows bit by bit only within one. */
    private void eachQuery(List<String> anchors, BiConsumer<UUID, String> handler) {
        transaction.executeWithoutResult(status -> {
            Set<UUID> some = new LinkedHashSet<>();
            database.query(
                    "select query_id from alert_anchor where anchor in (" + marks(anchors.size()) + ")",
                    row -> {
                        some.add(row.getObject(1, UUID.class));
                        if (some.size() == ROWS_AT_ONCE) {
                            eachAddress(some, handler);
                            some.clear();
                        }
                    },
                    anchors.toArray());
            eachAddress(some, handler);
        });
    }

    /** Apart from finding them: joined, the two would be walked in an order of the database's choosing. */
    private void eachAddress(Collection<UUID> queries, BiConsumer<UUID, String> handler) {
        if (!queries.isEmpty()) {
            database.query(
                    "select id, address from alert_query where id in (" + marks(queries.size()) + ")",
                    row -> {
                        handler.accept(row.getObject(1, UUID.class), row.getString(2));
                    },
                    queries.toArray());
        }
    }

    private static String marks(int count) {
        return String.join(",", Collections.nCopies(count, "?"));
    }

    /** What was found in a batch and is not stored yet. */
    private final class Matches {

        private final long batch;
        private final Map<UUID, Integer> places = new HashMap<>();
        private final List<AlertMatches.Match> waiting = new ArrayList<>();
        private int found;

        Matches(long batch, List<UUID> together) {
            this.batch = batch;
            together.forEach(listing -> places.put(listing, places.size()));
        }

        void add(UUID query, List<UUID> listings) {
            if (listings.isEmpty()) {
                return;
            }
            waiting.add(new AlertMatches.Match(
                    query, Places.pack(listings.stream().map(places::get).toList())));
            found += listings.size();
            if (found >= MOST_FOUND || waiting.size() >= MOST_MATCHES) {
                store();
            }
        }

        void store() {
            if (!waiting.isEmpty()) {
                matches.store(batch, waiting);
                waiting.clear();
                found = 0;
            }
        }
    }
}
