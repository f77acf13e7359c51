package net.gatepost.job.web;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import net.gatepost.employer.EmployerView;
import net.gatepost.job.Figure;
import net.gatepost.job.HiringList;
import net.gatepost.job.HiringRow;
import net.gatepost.job.ListingDates;
import net.gatepost.job.ListingState;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/**
 * A recruiter's list of listings.
 *
 * @param state the one that is shown, null for all
 * @param page counts from 1; may lie beyond the end
 */
record HireListingsPage(
        List<Row> rows,
        List<Tab> tabs,
        @Nullable ListingState state,
        HiringList.Narrowed narrowed,
        int page,
        int pages,
        boolean beyondEnd) {

    /** What is known of the listings in numbers, at one moment. */
    record Counted(Map<UUID, Map<Figure, Long>> totals, Map<UUID, String> firstAnswers, Instant now) {

        long of(UUID listing, Figure figure) {
            return totals.getOrDefault(listing, Map.of()).getOrDefault(figure, 0L);
        }
    }

    /** The query of an address that keeps what the list is narrowed to. */
    public String query(@Nullable ListingState wanted) {
        var query = UriComponentsBuilder.newInstance();
        if (wanted != null) {
            query.queryParam("state", wanted.name());
        }
        if (!narrowed.words().isEmpty()) {
            query.queryParam("q", UriUtils.encode(narrowed.words(), StandardCharsets.UTF_8));
        }
        if (narrowed.employer() != null) {
            query.queryParam("employer", narrowed.employer());
        }
        return Objects.requireNonNullElse(query.build(true).getQuery(), "");
    }

    /** Where the list is, for one state and from its first page. */
    public String href(@Nullable ListingState wanted) {
        String query = query(wanted);
        return "/hire/listings" + (query.isEmpty() ? "" : "?" + query);
    }

    public boolean limited() {
        return !narrowed.words().isEmpty() || narrowed.employer() != null;
    }

    record Row(
            UUID id,
            String title,
            String employer,
            ListingState state,
            @Nullable String place,
            @Nullable String ends,
            @Nullable Long daysLeft,
            long views,
            long saves,
            long clicks,
            long applicants,
            @Nullable String firstAnswer) {

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
            HiringList.Narrowed narrowed,
            Map<ListingState, Long> counts,
            Map<UUID, EmployerView> employers,
            Counted counted,
            ListingPages words) {
        var rows = found.getContent().stream()
                .map(row -> row(row, employers, counted, words))
                .toList();
        return new HireListingsPage(
                rows,
                tabs(counts),
                state,
                narrowed,
                page,
                Math.max(1, found.getTotalPages()),
                page > 1 && rows.isEmpty());
    }

    private static Row row(HiringRow row, Map<UUID, EmployerView> employers, Counted counted, ListingPages words) {
        var employer = employers.get(row.employerId());
        return new Row(
                row.id(),
                row.title(),
                employer == null ? "" : employer.name(),
                row.state(),
                row.placeLabel(),
                row.ends() == null ? null : words.day(row.ends()),
                daysLeft(row, counted.now()),
                counted.of(row.id(), Figure.VIEWS),
                counted.of(row.id(), Figure.SAVES),
                counted.of(row.id(), Figure.CLICKS),
                counted.of(row.id(), Figure.APPLICATIONS),
                counted.firstAnswers().get(row.id()));
    }

    /** Of one that is shown; 0 on its last day. */
    private static @Nullable Long daysLeft(HiringRow row, Instant now) {
        var ends = row.ends();
        return ends == null || row.state() != ListingState.LIVE
                ? null
                : ChronoUnit.DAYS.between(ListingDates.today(row.zone(), now), ends);
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
