package net.gatepost.briefing;

/** A topic can't be changed so. Carries the key of a sentence that says why. */
public class TopicRefused extends RuntimeException {

    TopicRefused(String messageKey) {
        super(messageKey, null, false, false);
    }

    public String messageKey() {
        return String.valueOf(getMessage());
    }
}
