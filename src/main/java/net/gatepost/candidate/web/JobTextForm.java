package net.gatepost.candidate.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The text of a job for which a recruiter looks for people. It is read and forgotten.
 *
 * @param employer for which they look
 */
record JobTextForm(
        @Nullable UUID employer,

        @NotBlank(message = "{candidate.job.missing}") @Size(max = LONGEST, message = "{candidate.job.long}") @Nullable
        String text) {

    static final int LONGEST = 20_000;
}
