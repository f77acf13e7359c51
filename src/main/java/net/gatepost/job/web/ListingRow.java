package net.gatepost.job.web;

import java.util.List;
import net.gatepost.clearance.ClearanceBadge;
import org.jspecify.annotations.Nullable;

/**
 * A live listing in a list, in words; what {@code fragments/listing :: row} shows. {@link ListingRows} makes it.
 *
 * @param pay null where none is stated
 */
public record ListingRow(
        String title,
        String href,
        String employer,
        String place,
        @Nullable String pay,
        String when,
        ClearanceBadge badge,
        List<String> facts) {

    public ListingRow {
        facts = List.copyOf(facts);
    }
}
