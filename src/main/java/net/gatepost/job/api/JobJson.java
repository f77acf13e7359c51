package net.gatepost.job.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A live listing as programs read it. What is not stated is left out. {@code openapi.json} says what each field means, and a
 * test holds the two together.
 */
@JsonInclude(Include.NON_NULL)
record JobJson(
        UUID id,
        String url,
        String title,
        Employer employer,
        @Nullable Client client,
        Clearance clearance,
        CitizensOnly citizensOnly,
        @Nullable String workplace,
        @Nullable String employment,
        @Nullable Place place,
        @Nullable Pay pay,
        int openings,
        boolean contingent,
        @Nullable Instant posted,
        @Nullable Instant confirmed,
        @Nullable LocalDate ends,
        @Nullable Instant endsAt,
        String timeZone,
        String description,
        String descriptionHtml) {

    record Employer(String slug, String name, String url) {}

    /** For whom a staffing firm hires. */
    @JsonInclude(Include.NON_NULL)
    record Client(@Nullable String name, boolean withheld) {}

    @JsonInclude(Include.NON_NULL)
    record Clearance(
            String key,
            @Nullable String level,
            List<String> accesses,
            String label,
            String polygraph,
            boolean required,
            boolean interimAccepted,
            boolean sponsored) {}

    @JsonInclude(Include.NON_NULL)
    record CitizensOnly(boolean required, @Nullable String basis) {}

    @JsonInclude(Include.NON_NULL)
    record Place(
            String label,
            @Nullable String city,
            @Nullable String region,
            @Nullable String country,
            @Nullable String postcode,
            double latitude,
            double longitude) {}

    record Pay(BigDecimal min, BigDecimal max, String currency, String period) {}

    /** Some of them, and where the next ones are. */
    @JsonInclude(Include.NON_NULL)
    record Page(long total, List<JobJson> jobs, @Nullable String next) {}
}
