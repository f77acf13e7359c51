package net.gatepost.moderation;

/** It stands otherwise by now, or can't be done. Carries the key of a sentence that says so. */
public class ModerationRefused extends RuntimeException {

    ModerationRefused(String messageKey) {
        super(messageKey, null, false, false);
    }

    public String messageKey() {
        return String.valueOf(getMessage());
    }
}
