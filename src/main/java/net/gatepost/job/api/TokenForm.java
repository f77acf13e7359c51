package net.gatepost.job.api;

import static java.util.Objects.requireNonNullElse;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/**
 * A token as somebody asks for it.
 *
 * @param submission names this form, so that it makes one token
 * @param ends the last day on which it is good for something, by the clock of UTC; empty for none
 */
record TokenForm(
        String submission,

        @NotBlank(message = "{token.name.missing}")
        @Size(max = ApiToken.LONGEST_NAME, message = "{token.name.long}")
        @Pattern(regexp = "\\P{Cntrl}*", message = "{listing.control}")
        String name,

        List<String> scopes,
        String ends) {

    private static final int MOST_YEARS = 5;

    TokenForm {
        submission = requireNonNullElse(submission, "").strip();
        name = requireNonNullElse(name, "").strip();
        scopes = scopes == null ? List.of() : List.copyOf(scopes);
        ends = requireNonNullElse(ends, "").strip();
    }

    static TokenForm fresh() {
        return new TokenForm(UUID.randomUUID().toString(), "", List.of(), "");
    }

    /** With errors the result is not to be used. */
    NewToken read(Errors errors, Instant now) {
        Set<Scope> wanted = EnumSet.noneOf(Scope.class);
        for (String typed : scopes) {
            var scope = Scope.of(typed);
            scope.ifPresentOrElse(wanted::add, () -> errors.rejectValue("scopes", "listing.choice"));
        }
        if (wanted.isEmpty() && !errors.hasFieldErrors("scopes")) {
            errors.rejectValue("scopes", "token.scopes.missing");
        }
        return new NewToken(name, wanted, endsAt(errors, now));
    }

    private @Nullable Instant endsAt(Errors errors, Instant now) {
        if (ends.isEmpty()) {
            return null;
        }
        var today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        try {
            var day = LocalDate.parse(ends);
            if (!day.isBefore(today) && !day.isAfter(today.plusYears(MOST_YEARS))) {
                return day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
            }
            errors.rejectValue("ends", day.isBefore(today) ? "token.ends.past" : "token.ends.far");
        } catch (DateTimeParseException notADay) {
            errors.rejectValue("ends", "listing.ends.unreadable");
        }
        return null;
    }
}
