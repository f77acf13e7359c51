package net.gatepost.alert;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import net.gatepost.job.ListingPublished;
import net.gatepost.job.ListingsImported;
import net.gatepost.web.LongestPause;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The listings that nobody was told of yet. Each is noted in the transaction that publishes it, and stays until it has been
 * matched: so neither a crash nor a clock that is put back loses one, and a renewal, which publishes nothing, is no news.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class AlertNews {

    private final JdbcTemplate database;
    private final Clock clock;

    AlertNews(JdbcTemplate database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @EventListener
    void published(ListingPublished event) {
        note(List.of(event.listingId()));
    }

    @EventListener
    void imported(ListingsImported event) {
        note(event.listingIds());
    }

    /** The first that came, of those that are due. */
    List<UUID> due(int most) {
        var now = clock.instant();
        return database.queryForList(
                "select listing_id from alert_news where due_at <= ? or due_at > ? order by due_at, listing_id limit ?",
                UUID.class,
                Timestamp.from(now),
                Timestamp.from(LongestPause.after(now)),
                most);
    }

    void postpone(Collection<UUID> listings, Instant until) {
        database.batchUpdate(
                "update alert_news set due_at = ? where listing_id = ?", List.copyOf(listings), 500, (row, id) -> {
                    row.setTimestamp(1, Timestamp.from(until));
                    row.setObject(2, id);
                });
    }

    void forget(Collection<UUID> listings) {
        database.batchUpdate(
                "delete from alert_news where listing_id = ?",
                List.copyOf(listings),
                500,
                (row, id) -> row.setObject(1, id));
    }

    private void note(Collection<UUID> listings) {
        var now = Timestamp.from(clock.instant());
        database.batchUpdate(
                "insert into alert_news (listing_id, told_at, due_at) values (?, ?, ?) on conflict do nothing",
                List.copyOf(listings),
                500,
                (row, id) -> {
                    row.setObject(1, id);
                    row.setTimestamp(2, now);
                    row.setTimestamp(3, now);
                });
    }
}
