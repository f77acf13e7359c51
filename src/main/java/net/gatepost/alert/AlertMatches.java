package net.gatepost.alert;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Which queries found which listings, and who was told of which. */
@Component
class AlertMatches {

    private final JdbcTemplate database;
    private final NamedParameterJdbcTemplate named;
    private final Rounds rounds;
    private final Clock clock;

    AlertMatches(JdbcTemplate database, NamedParameterJdbcTemplate named, Rounds rounds, Clock clock) {
        this.database = database;
        this.named = named;
        this.rounds = rounds;
        this.clock = clock;
    }

    record Pair(UUID query, UUID listing) {}

    /** A listing that a saved search has found, and that its member was not told of. */
    record Found(UUID search, UUID listing) {}

    /** Stores what was found, as one round that commits by itself; what is known already stays as it is. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void store(Collection<Pair> pairs) {
        long round = rounds.next();
        var now = Timestamp.from(clock.instant());
        database.batchUpdate(
                "insert into alert_match (query_id, listing_id, round, matched_at) values (?, ?, ?, ?)"
                        + " on conflict do nothing",
                pairs,
                1_000,
                (row, pair) -> {
                    row.setObject(1, pair.query());
                    row.setObject(2, pair.listing());
                    row.setLong(3, round);
                    row.setTimestamp(4, now);
                });
    }

    /** What these searches of one person have found since they were last dealt with, the newest listings first. */
    List<Found> untold(UUID accountId, Collection<UUID> searches, long upToRound, int most) {
        return named.query(
                """
                select s.id as search, m.listing_id as listing
                from saved_search s
                join alert_match m on m.query_id = s.query_id and m.round > s.told_round and m.round <= :round
                where s.id in (:searches)
                  and not exists (
                      select 1 from alert_sent t where t.account_id = :account and t.listing_id = m.listing_id)
                order by m.listing_id desc, s.id
                limit :most""",
                new org.springframework.jdbc.core.namedparam.MapSqlParameterSource()
                        .addValue("round", upToRound)
                        .addValue("searches", searches)
                        .addValue("account", accountId)
                        .addValue("most", most),
                (row, number) -> new Found(row.getObject("search", UUID.class), row.getObject("listing", UUID.class)));
    }

    /** Notes who was told of what: once, the database sees to it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void sent(UUID accountId, Collection<UUID> listings) {
        var now = Timestamp.from(clock.instant());
        database.batchUpdate(
                "insert into alert_sent (account_id, listing_id, sent_at) values (?, ?, ?)",
                listings,
                100,
                (row, id) -> {
                    row.setObject(1, accountId);
                    row.setObject(2, id);
                    row.setTimestamp(3, now);
                });
    }

    /** A part of what is older than that. Answers how much it was. */
    @Transactional
    public int forgetMatches(Instant before, int most) {
        return database.update("""
                delete from alert_match where (query_id, listing_id) in (
                    select m.query_id, m.listing_id from alert_match m where m.matched_at < ? limit ?)""", Timestamp.from(before), most);
    }

    /** As {@link #forgetMatches}. */
    @Transactional
    public int forgetSent(Instant before, int most) {
        return database.update("""
                delete from alert_sent where (account_id, listing_id) in (
                    select t.account_id, t.listing_id from alert_sent t where t.sent_at < ? limit ?)""", Timestamp.from(before), most);
    }
}
