package net.gatepost.job.search;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Optional;
import java.util.UUID;
import net.gatepost.clearance.ClearanceRequirement;
import net.gatepost.clearance.ClearanceRequirement.Importance;
import net.gatepost.clearance.PolygraphRequirement;
import net.gatepost.clearance.RequirementKey;
import net.gatepost.job.EmploymentType;
import net.gatepost.job.Pay;
import net.gatepost.job.PayPeriod;
import net.gatepost.job.Workplace;
import net.gatepost.place.Distance;
import org.jspecify.annotations.Nullable;

/**
 * A live listing as a list shows it, read from the index alone.
 *
 * @param place its label; null for remote work that names none
 * @param clearance a {@link RequirementKey} as text
 * @param payMin in minor units
 * @param payMax in minor units
 * @param zone where its last day ends
 * @param summary the beginning of its description, plain text
 */
public record ListingCard(
        UUID id,
        String slug,
        String title,
        String employer,
        String employerSlug,
        @Nullable String place,
        @Nullable Double latitude,
        @Nullable Double longitude,
        @Nullable Workplace workplace,
        @Nullable EmploymentType employment,
        String clearance,
        boolean preferred,
        boolean interim,
        boolean sponsored,
        PolygraphRequirement polygraph,
        @Nullable Long payMin,
        @Nullable Long payMax,
        String payCurrency,
        PayPeriod payPeriod,
        Instant postedAt,
        Instant confirmedAt,
        Instant endsAt,
        String zone,
        String summary) {

    public String path() {
        return "/jobs/" + id + "/" + slug;
    }

    public RequirementKey clearanceKey() {
        return RequirementKey.parse(clearance)
                .orElseThrow(() -> new IllegalStateException("the index holds no requirement key: " + clearance));
    }

    /** All that it asks for. */
    public ClearanceRequirement requirement() {
        var key = clearanceKey();
        return new ClearanceRequirement(
                key.level(),
                key.accesses(),
                polygraph,
                interim,
                sponsored,
                preferred ? Importance.PREFERRED : Importance.REQUIRED);
    }

    public Optional<Pay> pay() {
        return payMin == null || payMax == null
                ? Optional.empty()
                : Optional.of(new Pay(payMin, payMax, Currency.getInstance(payCurrency), payPeriod));
    }

    public ZoneId zoneId() {
        return ZoneId.of(zone);
    }

    /** How far it is from there; empty where it names no place. */
    public Optional<Distance> distanceFrom(Near near) {
        return latitude == null || longitude == null
                ? Optional.empty()
                : Optional.of(Distance.between(near.latitude(), near.longitude(), latitude, longitude));
    }
}
