package net.gatepost.job.web;

import java.util.List;
import net.gatepost.clearance.ClearanceBadge;
import org.jspecify.annotations.Nullable;

/**
 * A live listing in a list, in words; what {@code fragments/listing :: row} shows. {@link ListingRows} makes it.
 *
 * @param pay null where none is stated
 * @param marks what the reader did with it, for somebody signed in
 */
public record ListingRow(
        String title,
        String href,
        String employer,
        String place,
        @Nullable String pay,
        String when,
        ClearanceBadge badge,
        List<String> facts,
        List<Mark> marks) {

    /** "Saved" or "Applied", with the page of this site that says more. */
    public record Mark(String text, String href) {}

    public ListingRow {
        facts = List.copyOf(facts);
        marks = List.copyOf(marks);
    }
}
