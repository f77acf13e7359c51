package net.gatepost.account.web;

import net.gatepost.web.LocalPath;
import org.jspecify.annotations.Nullable;

/**
 * What the sign-in page keeps; Spring Security reads the passphrase by itself.
 *
 * @param next where to go after signing in; a path of this site or empty
 */
record SignInForm(
        @Nullable String email,
        @Nullable String passphrase,
        @Nullable String next) {

    SignInForm {
        next = LocalPath.orElse(next, "");
    }

    @Override
    public String toString() {
        return "SignInForm";
    }
}
