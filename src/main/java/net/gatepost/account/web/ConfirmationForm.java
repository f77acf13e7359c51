package net.gatepost.account.web;

import jakarta.validation.constraints.NotEmpty;
import net.gatepost.web.LocalPath;
import org.jspecify.annotations.Nullable;

/**
 * What proves once more who somebody is.
 *
 * @param code of the second factor, where there is one
 * @param next where to go on afterwards; a path of this site
 */
record ConfirmationForm(
        @NotEmpty(message = "{security.current.missing}") @Nullable
        String passphrase,

        @Nullable String code,
        @Nullable String next) {

    private static final String DESK = "/me";

    ConfirmationForm {
        next = LocalPath.orElse(next, DESK);
    }

    @Override
    public String toString() {
        return "ConfirmationForm";
    }
}
