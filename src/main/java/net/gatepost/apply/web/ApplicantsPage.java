package net.gatepost.apply.web;

import java.util.List;
import net.gatepost.apply.Stage;
import net.gatepost.job.ListingState;
import org.jspecify.annotations.Nullable;

/**
 * The applicants of a listing.
 *
 * @param columns of the board; empty where it is shown as a list
 * @param withdrawn how many have withdrawn; nothing else of them is left here
 * @param query what the pages of the list share, null for nothing
 * @param page counts from 1
 */
record ApplicantsPage(
        String title,
        ListingState state,
        String listingHref,
        List<Row> rows,
        List<Column> columns,
        List<StageFilter.Tab> tabs,
        long withdrawn,
        String path,
        @Nullable String query,
        int page,
        int pages) {

    /**
     * One stage of the board.
     *
     * @param count of all that are in it; the rows are the newest of them
     */
    record Column(Stage stage, long count, List<Row> rows, String href) {

        public boolean isCut() {
            return count > rows.size();
        }
    }

    /** Whether it is shown as a board. */
    public boolean board() {
        return !columns.isEmpty();
    }

    /**
     * @param value names the application and its version in a form
     * @param rating what the team thinks, in words; null where nobody has said
     * @param href null while the applicant blocks the employer
     * @param verdict null where the profile is gone or not to be seen
     */
    record Row(
            @Nullable String href,
            String value,
            String name,
            Stage stage,
            @Nullable Verdict verdict,
            @Nullable String rating,
            String submitted,
            String moved) {

        /** For the {@code state-…} classes of the style sheet. */
        public String kind() {
            return StageFilter.kind(stage);
        }

        @Override
        public String toString() {
            return "Row[withheld]";
        }
    }

    /** Whether the profile meets the listing, as {@code fragments/clearance :: verdict} shows it. */
    record Verdict(String kind, String text) {}
}
