package net.gatepost.moderation.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import net.gatepost.moderation.Appeals;
import org.jspecify.annotations.Nullable;

/** Why an employer thinks that a decision is wrong. */
record AppealForm(
        @NotBlank(message = "{moderation.appeal.missing}")
        @Size(max = Appeals.LONGEST_WORDS, message = "{moderation.words.long}")
        @Pattern(regexp = ReasonForm.LINES, message = "{moderation.words.characters}")
        @Nullable
        String words) {

    String said() {
        return words == null ? "" : words.strip();
    }
}
