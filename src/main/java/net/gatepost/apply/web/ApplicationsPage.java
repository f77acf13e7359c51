package net.gatepost.apply.web;

import java.util.List;
import net.gatepost.apply.Stage;
import net.gatepost.job.ListingState;
import org.jspecify.annotations.Nullable;

/**
 * A member's list of applications.
 *
 * @param page counts from 1
 * @param query what the pages of the list share, null for nothing
 * @param elsewhere how many listings they went away from to apply
 */
record ApplicationsPage(
        List<Row> rows,
        List<StageFilter.Tab> tabs,
        int page,
        int pages,
        @Nullable String query,
        boolean none,
        long elsewhere) {

    record Row(
            String href,
            String title,
            String employer,
            Stage stage,
            String submitted,
            String moved,
            @Nullable ListingState listing) {

        /** For the {@code state-…} classes of the style sheet. */
        public String kind() {
            return StageFilter.kind(stage);
        }
    }

    /**
     * A listing that was answered elsewhere.
     *
     * @param said since when they say that they have applied; null while they don't
     */
    record Gone(
            java.util.UUID id,
            java.util.UUID listingId,
            String title,
            String href,
            String left,
            @Nullable String said) {}
}
