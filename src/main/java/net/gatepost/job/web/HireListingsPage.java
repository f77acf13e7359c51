package net.gatepost.job.web;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.gatepost.employer.EmployerView;
import net.gatepost.job.HiringRow;
import net.gatepost.job.ListingState;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;

/**
 * A recruiter's list of listings.
 *
 * @param state the one that is shown, null for all
 * @param page counts from 1; may lie beyond the end
 */
record HireListingsPage(
        List<Row> rows, List<Tab> tabs, @Nullable ListingState state, int page, int pages, boolean beyondEnd) {

    record Row(
            UUID id,
            String title,
            String employer,
            ListingState state,
            @Nullable String place,
            @Nullable String posted,
            @Nullable String ends,
            String changed,
            long applicants) {

        /** For the {@code state-…} classes of the style sheet. */
        public String kind() {
            return HireListingsPage.kind(state);
        }
    }

    /** @param state null for the tab of all */
    record Tab(@Nullable ListingState state, long count) {}

    static String kind(ListingState state) {
        return switch (state) {
            case LIVE -> "good";
            case DRAFT -> "wait";
            case WITHHELD -> "bad";
            case EXPIRED, CLOSED -> "off";
        };
    }

    static HireListingsPage of(
            Page<HiringRow> found,
            int page,
            @Nullable ListingState state,
            Map<ListingState, Long> counts,
            Map<UUID, EmployerView> employers,
            Map<UUID, Long> applicants,
            ListingPages words) {
        var rows = found.getContent().stream()
                .map(row -> row(row, employers, applicants.getOrDefault(row.id(), 0L), words))
                .toList();
        return new HireListingsPage(
                rows, tabs(counts), state, page, Math.max(1, found.getTotalPages()), page > 1 && rows.isEmpty());
    }

    private static Row row(HiringRow row, Map<UUID, EmployerView> employers, long applicants, ListingPages words) {
        var employer = employers.get(row.employerId());
        return new Row(
                row.id(),
                row.title(),
                employer == null ? "" : employer.name(),
                row.state(),
                row.placeLabel(),
                day(row.postedAt(), row.zone(), words),
                row.ends() == null ? null : words.day(row.ends()),
                words.day(row.changedAt(), row.zone()),
                applicants);
    }

    private static @Nullable String day(@Nullable Instant instant, ZoneId zone, ListingPages words) {
        return instant == null ? null : words.day(instant, zone);
    }

    private static List<Tab> tabs(Map<ListingState, Long> counts) {
        var tabs = new ArrayList<Tab>();
        tabs.add(new Tab(
                null, counts.values().stream().mapToLong(Long::longValue).sum()));
        counts.forEach((state, count) -> {
            if (count > 0 || state != ListingState.WITHHELD) {
                tabs.add(new Tab(state, count));
            }
        });
        return List.copyOf(tabs);
    }
}
