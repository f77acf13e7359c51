package net.gatepost.job;

import java.sql.Date;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Counts by listing, figure and day, in plain SQL: nobody's entity, and added to by many at once. */
@Component
@Transactional
public class ListingCounts {

    private final JdbcClient database;
    private final Clock clock;

    ListingCounts(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Adds to today's counts. */
    public void add(Figure figure, Map<UUID, Long> counts) {
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        // In the order of ids, so that two who count the same listings can't wait for each other.
        new TreeMap<>(counts).forEach((listing, count) -> {
            database.sql("""
                            insert into listing_count (listing_id, figure, counted_on, counted)
                            select id, ?, ?, 0 from listing where id = ? on conflict do nothing""")
                    .params(figure.name(), Date.valueOf(today), listing)
                    .update();
            database.sql("""
                            update listing_count set counted = counted + ?
                            where listing_id = ? and figure = ? and counted_on = ?""")
                    .params(count, listing, figure.name(), Date.valueOf(today))
                    .update();
        });
    }

    @Transactional(readOnly = true)
    public Map<UUID, Long> totals(Figure figure, Collection<UUID> listingIds) {
        if (listingIds.isEmpty()) {
            return Map.of();
        }
        return database
                .sql("""
                        select listing_id, cast(sum(counted) as bigint) as counted from listing_count
                        where figure = :figure and listing_id in (:ids) group by listing_id""")
                .param("figure", figure.name())
                .param("ids", listingIds)
                .query((row, at) -> Map.entry(row.getObject("listing_id", UUID.class), row.getLong("counted")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Transactional(readOnly = true)
    public List<ListingFigure.OnDay> byDay(Figure figure, Collection<UUID> listingIds, LocalDate since) {
        return listingIds.isEmpty()
                ? List.of()
                : database.sql("""
                                select listing_id, counted_on, counted from listing_count
                                where figure = :figure and listing_id in (:ids) and counted_on >= :since""")
                        .param("figure", figure.name())
                        .param("ids", listingIds)
                        .param("since", Date.valueOf(since))
                        .query((row, at) -> new ListingFigure.OnDay(
                                row.getObject("listing_id", UUID.class),
                                row.getDate("counted_on").toLocalDate(),
                                row.getLong("counted")))
                        .list();
    }
}
