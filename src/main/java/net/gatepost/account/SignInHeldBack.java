package net.gatepost.account;

import net.gatepost.web.TooManyRequests;
import org.springframework.security.core.AuthenticationException;

/** Signing in was tried too often; the passphrase was not even looked at. */
public class SignInHeldBack extends AuthenticationException {

    private final transient TooManyRequests limit;

    SignInHeldBack(TooManyRequests limit) {
        super("too many tries", limit);
        this.limit = limit;
    }

    /** What the page that answers has to throw. */
    public TooManyRequests limit() {
        return limit;
    }
}
