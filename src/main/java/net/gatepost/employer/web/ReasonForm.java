package net.gatepost.employer.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** Why an employer is declined or suspended: mailed to its recruiters as it is. */
record ReasonForm(
        @NotBlank(message = "{employer.reason.missing}")
        @Size(max = 1000, message = "{employer.reason.long}")
        @Pattern(regexp = EmployerForm.LINES, message = "{employer.characters}")
        @Nullable
        String reason,

        @NotNull(message = "{employer.version.missing}") @Nullable
        Long version) {}
