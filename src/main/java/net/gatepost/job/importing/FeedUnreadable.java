package net.gatepost.job.importing;

/** It is no feed that can be read to its end; nothing of it is done. Carries the key of a sentence and what it tells. */
class FeedUnreadable extends Exception {

    private final transient Object[] arguments;

    FeedUnreadable(String messageKey, Object... arguments) {
        super(messageKey, null, false, false);
        this.arguments = arguments.clone();
    }

    String messageKey() {
        return String.valueOf(getMessage());
    }

    Object[] arguments() {
        return arguments.clone();
    }
}
