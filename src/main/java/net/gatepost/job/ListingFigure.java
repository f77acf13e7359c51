package net.gatepost.job;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What one module has counted of listings; modules below this one tell what happened in them. */
public interface ListingFigure {

    /** How many on one day, in UTC. */
    record OnDay(UUID listingId, LocalDate day, long count) {}

    Figure figure();

    /** All that were ever, by listing; one without any may be absent. */
    Map<UUID, Long> totals(Collection<UUID> listingIds);

    /** Day by day since that one; days without any may be absent. */
    List<OnDay> byDay(Collection<UUID> listingIds, LocalDate since);
}
