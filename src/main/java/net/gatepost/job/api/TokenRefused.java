package net.gatepost.job.api;

/** A token is not made, for a reason that the form tells. */
class TokenRefused extends RuntimeException {

    TokenRefused(String messageKey) {
        super(messageKey, null, false, false);
    }

    String messageKey() {
        return String.valueOf(getMessage());
    }
}
