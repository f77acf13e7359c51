package net.gatepost.alert;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import net.gatepost.job.Figure;
import net.gatepost.job.ListingFigure;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How many members keep a listing now, by the day on which they began to. */
@Component
@Transactional(readOnly = true)
class SaveFigure implements ListingFigure {

    private final SavedListingRepository saved;
    private final JdbcClient database;

    SaveFigure(SavedListingRepository saved, JdbcClient database) {
        this.saved = saved;
        this.database = database;
    }

    @Override
    public Figure figure() {
        return Figure.SAVES;
    }

    @Override
    public Map<UUID, Long> totals(Collection<UUID> listingIds) {
        return listingIds.isEmpty()
                ? Map.of()
                : saved.countsOf(listingIds).stream()
                        .collect(Collectors.toMap(
                                SavedListingRepository.OfListing::listingId, SavedListingRepository.OfListing::saves));
    }

    @Override
    public List<OnDay> byDay(Collection<UUID> listingIds, LocalDate since) {
        return listingIds.isEmpty()
                ? List.of()
                : database.sql("""
                                select listing_id, cast(saved_at at time zone 'UTC' as date) as on_day, count(*) as counted
                                from saved_listing
                                where listing_id in (:ids) and saved_at >= :since
                                group by listing_id, cast(saved_at at time zone 'UTC' as date)""")
                        .param("ids", listingIds)
                        .param("since", since.atStartOfDay().atOffset(ZoneOffset.UTC))
                        .query((row, at) -> new OnDay(
                                row.getObject("listing_id", UUID.class),
                                row.getDate("on_day").toLocalDate(),
                                row.getLong("counted")))
                        .list();
    }
}
