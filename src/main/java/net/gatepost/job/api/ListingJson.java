package net.gatepost.job.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a program says about a job. All but the title may be missing in a draft; {@link ListingJsons} reads it as a form would
 * be read.
 *
 * @param reference by which the employer knows it; only where it is made
 * @param description Markdown
 * @param publish only where it is made: whether the public is to see it at once
 */
@JsonInclude(Include.NON_NULL)
record ListingJson(
        @Nullable String reference,
        @Nullable String title,
        @Nullable String description,
        @Nullable String place,
        @Nullable String workplace,
        @Nullable String employment,
        @Nullable Clearance clearance,
        @Nullable CitizensOnly citizensOnly,
        @Nullable Pay pay,
        @Nullable Integer openings,
        @Nullable Boolean contingent,
        @Nullable Apply apply,
        @Nullable List<String> questions,
        @Nullable Client client,
        @Nullable String ends,
        @Nullable Boolean publish) {

    /** @param level a level's code, or {@code none} where no clearance is needed */
    @JsonInclude(Include.NON_NULL)
    record Clearance(
            @Nullable String level,
            @Nullable List<String> accesses,
            @Nullable String polygraph,
            @Nullable Boolean required,
            @Nullable Boolean interimAccepted,
            @Nullable Boolean sponsored) {}

    @JsonInclude(Include.NON_NULL)
    record CitizensOnly(
            @Nullable Boolean required, @Nullable String basis) {}

    @JsonInclude(Include.NON_NULL)
    record Pay(
            @Nullable BigDecimal min,
            @Nullable BigDecimal max,
            @Nullable String currency,
            @Nullable String period) {}

    @JsonInclude(Include.NON_NULL)
    record Apply(@Nullable String by, @Nullable String to) {}

    @JsonInclude(Include.NON_NULL)
    record Client(@Nullable String name, @Nullable Boolean withheld) {}

    /** Withheld: it is the employer's text. */
    @Override
    public String toString() {
        return "ListingJson[withheld]";
    }

    /**
     * A listing as its employer's programs read it.
     *
     * @param listing what can be sent back, changed
     */
    @JsonInclude(Include.NON_NULL)
    record Kept(
            UUID id,
            long version,
            String state,
            @Nullable String url,
            Instant created,
            Instant changed,
            @Nullable Instant posted,
            @Nullable Instant confirmed,
            @Nullable Instant endsAt,
            @Nullable Instant closed,
            @Nullable String closeReason,
            ListingJson listing) {}

    /** Some of them, and where the next ones are. */
    @JsonInclude(Include.NON_NULL)
    record Page(List<Kept> listings, @Nullable String next) {}

    /** @param reason one of {@link net.gatepost.job.CloseReason} in small letters */
    record Closure(@Nullable String reason) {}
}
