package net.gatepost.moderation.web;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import net.gatepost.moderation.ReportReason;
import net.gatepost.moderation.Reports;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/**
 * What a member says is wrong. One of listing, employer and request says with what.
 *
 * @param submission names the form
 */
record ReportForm(
        @Nullable UUID listing,
        @Nullable UUID employer,
        @Nullable UUID request,
        @Nullable UUID submission,
        @Nullable String reason,

        @Size(max = Reports.LONGEST_WORDS, message = "{moderation.words.long}")
        @Pattern(regexp = ReasonForm.LINES, message = "{moderation.words.characters}")
        @Nullable
        String words) {

    String said() {
        return words == null ? "" : words.strip();
    }

    /** Who chooses "something else" says what. */
    Optional<ReportReason> check(Errors errors) {
        var chosen = Arrays.stream(ReportReason.values())
                .filter(each -> each.name().equals(reason))
                .findFirst();
        if (chosen.isEmpty()) {
            errors.rejectValue("reason", "moderation.report.reason.missing");
        } else if (chosen.get() == ReportReason.OTHER && said().isEmpty()) {
            errors.rejectValue("words", "moderation.report.words.missing");
        }
        return chosen;
    }

    @Override
    public String toString() {
        return "ReportForm[withheld]";
    }
}
