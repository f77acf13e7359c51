package net.gatepost.job.web;

import java.util.List;
import net.gatepost.clearance.ClearanceBadge;
import net.gatepost.job.web.ListingReader.VerdictWords;
import org.jspecify.annotations.Nullable;

/**
 * A live listing in a list, in words; what {@code fragments/listing :: row} shows. {@link ListingRows} makes it.
 *
 * @param pay null where none is stated
 * @param verdict whether the reader meets what it asks for; null for who isn't signed in or has entered no clearance
 * @param marks what the reader did with it before
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
        @Nullable VerdictWords verdict,
        List<Mark> marks) {

    /** "Saved" or "Applied", with the page of this site that says more. */
    public record Mark(String text, String href) {}

    public ListingRow {
        facts = List.copyOf(facts);
        marks = List.copyOf(marks);
    }
}
