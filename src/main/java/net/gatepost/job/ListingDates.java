package net.gatepost.job;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** How long a listing is shown, reckoned in days of its place. */
public final class ListingDates {

    public static final int DEFAULT_DAYS = 30;
    public static final int MOST_DAYS = 60;

    /** Remote work that names no place is reckoned by the clock of the US East, where most of its readers are. */
    public static final ZoneId ZONE_WITHOUT_PLACE = ZoneId.of("America/New_York");

    private ListingDates() {}

    public static ZoneId zoneOf(@Nullable ListingPlace place) {
        return place == null ? ZONE_WITHOUT_PLACE : place.zone();
    }

    /** The day that it is there now. */
    public static LocalDate today(ZoneId zone, Instant now) {
        return now.atZone(zone).toLocalDate();
    }

    /** The last day of a listing that is published or renewed now without naming one. */
    public static LocalDate defaultEnd(ZoneId zone, Instant now) {
        return today(zone, now).plusDays(DEFAULT_DAYS);
    }

    /** The furthest last day that may be named now. */
    public static LocalDate furthestEnd(ZoneId zone, Instant now) {
        return today(zone, now).plusDays(MOST_DAYS);
    }

    /**
     * The first instant after a day: the start of the next one, so that a day without a midnight (clocks have been moved
     * then) ends where it should.
     */
    static Instant endOf(LocalDate day, ZoneId zone) {
        return day.plusDays(1).atStartOfDay(zone).toInstant();
    }
}
