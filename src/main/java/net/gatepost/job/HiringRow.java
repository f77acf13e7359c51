package net.gatepost.job;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One listing in a recruiter's list. */
public record HiringRow(
        UUID id,
        String title,
        UUID employerId,
        ListingState state,
        @Nullable String placeLabel,
        @Nullable Workplace workplace,
        ZoneId zone,
        @Nullable Instant postedAt,
        @Nullable LocalDate ends,
        Instant changedAt) {

    HiringRow(
            UUID id,
            String title,
            UUID employerId,
            String state,
            @Nullable String placeLabel,
            @Nullable Workplace workplace,
            String zone,
            @Nullable Instant postedAt,
            @Nullable LocalDate ends,
            Instant changedAt) {
        this(
                id,
                title,
                employerId,
                ListingState.valueOf(state),
                placeLabel,
                workplace,
                ZoneId.of(zone),
                postedAt,
                ends,
                changedAt);
    }
}
