package net.gatepost.alert;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import net.gatepost.job.search.ListingMatcher;
import net.gatepost.job.web.KeptSearches;
import net.gatepost.job.web.KeptSearches.KeptSearch;
import net.gatepost.web.Sha256;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What all saved searches look for, each once, and by which anchors a listing leads to it. The database is the index: no
 * process keeps a copy, so there is none to build, to bound or to bring up to date.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class AlertQueries {

    private static final int REANCHORED_AT_ONCE = 500;

    private final JdbcClient database;
    private final JdbcTemplate batches;
    private final KeptSearches searches;
    private final ListingMatcher matcher;

    AlertQueries(JdbcClient database, JdbcTemplate batches, KeptSearches searches, ListingMatcher matcher) {
        this.database = database;
        this.batches = batches;
        this.searches = searches;
        this.matcher = matcher;
    }

    /** What a search looks for; made where nobody has saved the like. */
    UUID of(KeptSearch search) {
        var shared = searches.ofAnybody(search);
        String key = keyOf(shared.address());
        for (int attempt = 0; attempt < 3; attempt++) {
            var id = UuidCreator.getTimeOrderedEpoch();
            int made = database.sql("""
                            insert into alert_query (id, address, address_key, rules) values (?, ?, ?, ?)
                            on conflict do nothing""")
                    .params(id, shared.address(), key, matcher.rules())
                    .update();
            if (made == 1) {
                anchor(id, shared);
                return id;
            }
            // Locked, so that it isn't forgotten for want of a search before ours is kept.
            var there = database.sql("select id from alert_query where address_key = ? for update")
                    .param(key)
                    .query(UUID.class)
                    .optional();
            if (there.isPresent()) {
                return there.get();
            }
        }
        throw new IllegalStateException("a query was forgotten as often as it was made");
    }

    /** Anchors afresh some of what another version of the site has anchored. Answers whether any was left to do. */
    boolean reanchor() {
        record Stale(UUID id, String address) {}
        // Two ranges: with <> all of them would be looked through, every time.
        var stale = database.sql(
                        "(select id, address from alert_query where rules < :rules limit :some)"
                                + " union all (select id, address from alert_query where rules > :rules limit :some) limit :some")
                .param("rules", matcher.rules())
                .param("some", REANCHORED_AT_ONCE)
                .query(Stale.class)
                .list();
        for (var query : stale) {
            database.sql("delete from alert_anchor where query_id = ?")
                    .param(query.id())
                    .update();
            anchor(query.id(), searches.read(query.address(), null));
            database.sql("update alert_query set rules = ? where id = ?")
                    .params(matcher.rules(), query.id())
                    .update();
        }
        return !stale.isEmpty();
    }

    /** Forgets what nobody looks for any more, a part at a time. Answers how much there was. */
    int forgetUnused(int most) {
        return database.sql("""
                        delete from alert_query where id in (
                            select q.id from alert_query q
                            where not exists (select 1 from saved_search s where s.query_id = q.id)
                            limit ?)""").param(most).update();
    }

    /** Forgets those of these that nobody looks for any more: what somebody typed goes with them. */
    void forgetUnused(Collection<UUID> queries) {
        for (UUID id : queries) {
            database.sql("""
                            delete from alert_query where id = ?
                            and not exists (select 1 from saved_search s where s.query_id = alert_query.id)""").param(id).update();
        }
    }

    private void anchor(UUID id, KeptSearch search) {
        anchor(id, matcher.anchors(search.query()));
    }

    private void anchor(UUID id, Collection<String> anchors) {
        batches.batchUpdate(
                "insert into alert_anchor (anchor, query_id) values (?, ?)",
                List.copyOf(anchors),
                100,
                (row, anchor) -> {
                    row.setString(1, anchor);
                    row.setObject(2, id);
                });
    }

    static String keyOf(String address) {
        return Sha256.hex(address);
    }
}
