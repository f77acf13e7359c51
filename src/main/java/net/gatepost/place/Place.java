package net.gatepost.place;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * A town, a base or a ZIP code's area.
 *
 * @param id stable and readable, e.g. {@code us-md-annapolis-junction}; a ZIP code's is {@code us-20755}
 * @param name the town's name, e.g. "Annapolis Junction"; for a ZIP code the town of its post office
 * @param region the code of the state, province or home nation, where the country has them: MD, ON, ENG
 * @param country ISO 3166 code of two letters; the territories of the United States are regions of US
 * @param latitude degrees north
 * @param longitude degrees east
 * @param zone where clocks show this place's time
 * @param label how a page names it, e.g. "Annapolis Junction, MD"; looking it up gives this place again
 * @param postcode the ZIP code when the place is one
 */
public record Place(
        String id,
        String name,
        @Nullable String region,
        String country,
        double latitude,
        double longitude,
        ZoneId zone,
        String label,
        @Nullable String postcode) {

    public Distance distanceTo(Place other) {
        return Distance.between(latitude, longitude, other.latitude, other.longitude);
    }

    /**
     * The first instant after a day here: what ends with that day is over from then on. It is the start of the next
     * day, so that a day without a last minute (clocks have been moved at midnight) ends where it should.
     */
    public Instant endOfDay(LocalDate day) {
        return day.plusDays(1).atStartOfDay(zone).toInstant();
    }
}
