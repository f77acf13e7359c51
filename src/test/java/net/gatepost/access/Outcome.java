package net.gatepost.access;

import org.jspecify.annotations.Nullable;

/** What a request comes to, as far as access goes. */
enum Outcome {
    /** Let through; the form may still be wrong. */
    ALLOWED("yes"),
    /** Sent to sign in. */
    SIGN_IN("sign in"),
    FORBIDDEN("403"),
    NOT_FOUND("404"),
    BROKEN("5xx");

    private final String sign;

    Outcome(String sign) {
        this.sign = sign;
    }

    String sign() {
        return sign;
    }

    static Outcome of(int status, @Nullable String redirect) {
        if (redirect != null && redirect.startsWith("/sign-in?next=")) {
            return SIGN_IN;
        }
        return switch (status) {
            case 401 -> SIGN_IN;
            case 403 -> FORBIDDEN;
            case 404 -> NOT_FOUND;
            default -> status >= 500 ? BROKEN : ALLOWED;
        };
    }
}
