package net.gatepost.alert;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Which queries found which listings, and who was told of which. */
@Component
class AlertMatches {

    /** A mail is about the last days: of more batches than that nobody is told. */
    private static final int MOST_BATCHES = 1_000;

    private static final int ROWS_AT_ONCE = 1_000;

    private static final Comparator<Found> NEWEST_FIRST =
            Comparator.comparing(Found::listing).reversed().thenComparing(Found::search);

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

    /** What one query found of a batch: the places of the listings, as {@link Places} packs them. */
    record Match(UUID query, byte[] found) {}

    /** A listing that a saved search has found, and that its member was not told of. */
    record Found(UUID search, UUID listing) {}

    /** Puts down which listings are matched together, in this order. Answers the number that they are known by. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public long begin(List<UUID> listings) {
        long batch = rounds.next();
        var now = Timestamp.from(clock.instant());
        var places = IntStream.range(0, listings.size()).boxed().toList();
        database.batchUpdate(
                "insert into alert_batch (batch, place, listing_id, matched_at) values (?, ?, ?, ?)",
                places,
                ROWS_AT_ONCE,
                (row, place) -> {
                    row.setLong(1, batch);
                    row.setInt(2, place);
                    row.setObject(3, listings.get(place));
                    row.setTimestamp(4, now);
                });
        return batch;
    }

    /** Stores what was found in a batch, as one round that commits by itself; what is known already stays as it is. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void store(long batch, Collection<Match> matches) {
        long round = rounds.next();
        database.batchUpdate(
                "insert into alert_match (query_id, batch, round, found) values (?, ?, ?, ?) on conflict do nothing",
                matches,
                ROWS_AT_ONCE,
                (row, match) -> {
                    row.setObject(1, match.query());
                    row.setLong(2, batch);
                    row.setLong(3, round);
                    row.setBytes(4, match.found());
                });
    }

    /**
     * What these searches of one person have found since they were last dealt with, the newest batches first and in each the
     * newest listings.
     */
    List<Found> untold(UUID accountId, Collection<UUID> searches, long upToRound, int most) {
        List<Found> untold = new ArrayList<>();
        for (long batch : batches(searches, upToRound)) {
            var listings = listingsOf(batch);
            var told = toldOf(accountId, batch);
            List<Found> found = new ArrayList<>();
            for (var packed : foundIn(batch, searches, upToRound)) {
                for (int place : Places.unpack(packed.found())) {
                    UUID listing = listings.get(place);
                    if (!told.contains(listing)) {
                        found.add(new Found(packed.query(), listing));
                    }
                }
            }
            found.sort(NEWEST_FIRST);
            untold.addAll(found.subList(0, Math.min(found.size(), most - untold.size())));
            if (untold.size() == most) {
                break;
            }
        }
        return untold;
    }

    private List<Long> batches(Collection<UUID> searches, long upToRound) {
        return named.queryForList(
                """
                select distinct m.batch from saved_search s
                join alert_match m on m.query_id = s.query_id and m.round > s.told_round and m.round <= :round
                where s.id in (:searches)
                order by m.batch desc
                limit %d""".formatted(MOST_BATCHES), Map.of("round", upToRound, "searches", searches), Long.class);
    }

    /** By the search, and not by what it shares with others. */
    private List<Match> foundIn(long batch, Collection<UUID> searches, long upToRound) {
        return named.query(
                """
                select s.id as search, m.found as found from saved_search s
                join alert_match m on m.query_id = s.query_id and m.round > s.told_round and m.round <= :round
                where s.id in (:searches) and m.batch = :batch""",
                Map.of("round", upToRound, "searches", searches, "batch", batch),
                (row, number) -> new Match(row.getObject("search", UUID.class), row.getBytes("found")));
    }

    private List<UUID> listingsOf(long batch) {
        return database.query(
                "select listing_id from alert_batch where batch = ? order by place",
                (row, number) -> row.getObject(1, UUID.class),
                batch);
    }

    private Set<UUID> toldOf(UUID accountId, long batch) {
        return new HashSet<>(database.query("""
                select t.listing_id from alert_sent t
                join alert_batch b on b.listing_id = t.listing_id and b.batch = ?
                where t.account_id = ?""", (row, number) -> row.getObject(1, UUID.class), batch, accountId));
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

    /** Forgets a part of what was matched before that. Answers whether there may be more. */
    @Transactional
    public boolean forgetMatches(Instant before, int most) {
        var oldest = named
                .queryForList(
                        "select batch from alert_batch where matched_at < :before order by matched_at limit 1",
                        Map.of("before", Timestamp.from(before)),
                        Long.class)
                .stream()
                .findFirst();
        oldest.ifPresent(batch -> {
            int forgotten = database.update("""
                    delete from alert_match where (query_id, batch) in (
                        select m.query_id, m.batch from alert_match m where m.batch = ? limit ?)""", batch, most);
            // The listings stay for as long as a match names them by their places.
            if (forgotten < most) {
                database.update("delete from alert_batch where batch = ?", batch);
            }
        });
        return oldest.isPresent();
    }

    /** A part of what is older than that. Answers how much it was. */
    @Transactional
    public int forgetSent(Instant before, int most) {
        return database.update("""
                delete from alert_sent where (account_id, listing_id) in (
                    select t.account_id, t.listing_id from alert_sent t where t.sent_at < ? limit ?)""", Timestamp.from(before), most);
    }
}
