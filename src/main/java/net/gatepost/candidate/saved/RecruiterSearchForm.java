package net.gatepost.candidate.saved;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** What a kept search is called, and how often it tells. */
record RecruiterSearchForm(
        @NotBlank(message = "{candidate.saved.name.missing}")
        @Size(max = RecruiterSearches.LONGEST_NAME, message = "{candidate.saved.name.long}")
        @Pattern(regexp = ONE_LINE, message = "{candidate.saved.name.control}")
        @Nullable
        String name,

        @NotNull(message = "{candidate.saved.often.missing}")
        @Pattern(regexp = "DAILY|WEEKLY|OFF", message = "{candidate.saved.often.missing}")
        @Nullable
        String often) {

    /** Nothing that can't be seen, and no signs that turn the direction of writing. */
    private static final String ONE_LINE = "[^\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}\\p{Zl}\\p{Zp}]*";

    String typedName() {
        return name == null ? "" : name.strip();
    }

    AlertOften chosenOften() {
        return often == null ? AlertOften.OFF : AlertOften.valueOf(often);
    }
}
