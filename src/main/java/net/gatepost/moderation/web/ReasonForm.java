package net.gatepost.moderation.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A decision or an answer, and why: mailed to the employer as it is.
 *
 * @param choice what is decided
 * @param version of the case that was looked at
 */
record ReasonForm(
        @Nullable String choice,

        @NotBlank(message = "{moderation.reason.missing}")
        @Size(max = 1000, message = "{moderation.reason.long}")
        @Pattern(regexp = ReasonForm.LINES, message = "{moderation.words.characters}")
        @Nullable
        String reason,

        @Nullable Long version) {

    static final String LINES = "[[^\\p{Cc}\\p{Cs}\\u202A-\\u202E\\u2066-\\u2069]\\r\\n\\t]*";

    String said() {
        return reason == null ? "" : reason.strip();
    }
}
