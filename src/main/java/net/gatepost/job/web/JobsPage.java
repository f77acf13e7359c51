package net.gatepost.job.web;

import java.util.List;
import java.util.UUID;
import net.gatepost.clearance.ClearanceBadge;
import net.gatepost.job.web.JobsRequest.Link;
import net.gatepost.job.web.JobsRequest.Remark;
import org.jspecify.annotations.Nullable;

/**
 * A page of search results in words. {@link JobsPages} makes it.
 *
 * @param title of the page
 * @param heading how many were found of what
 * @param holds what may be chosen as held, by the name of its scheme
 * @param near the place that is searched around, null for everywhere
 * @param estimated whether the number of what was found is an estimate, and with it most counts beside the filters
 * @param beyond the page asked for does not exist: says so, with a link to the last one
 * @param drops where nothing was found: each filter to drop, and what there would be
 * @param deep this is the last page, and there is more that it can't show
 * @param listings those of its rows
 * @param query of the address, without the page
 */
record JobsPage(
        String title,
        String heading,
        String text,
        String place,
        List<HeldLevels.Group> holds,
        @Nullable String near,
        List<Choice> miles,
        List<Choice> sorts,
        List<Facet> facets,
        boolean estimated,
        List<Chip> chips,
        List<Remark> remarks,
        @Nullable Remark beyond,
        List<Link> drops,
        boolean deep,
        List<UUID> listings,
        List<ListingRow> rows,
        int page,
        int pages,
        String query,
        String canonical,
        String feed,
        String xmlFeed) {

    /** One value of a select. */
    record Choice(String value, String label, boolean chosen) {}

    /**
     * A filter with counts.
     *
     * @param estimated whether they are estimates
     */
    record Facet(String name, String legend, boolean single, boolean estimated, List<FacetValue> values) {}

    /** @param count null for the value that filters nothing, and where it is not known */
    record FacetValue(
            String id,
            String value,
            String label,
            @Nullable String count,
            boolean chosen,
            @Nullable ClearanceBadge badge) {}

    /** A filter that is on, with the address without it. */
    record Chip(String label, String href) {}

    boolean isEmpty() {
        return rows.isEmpty();
    }
}
