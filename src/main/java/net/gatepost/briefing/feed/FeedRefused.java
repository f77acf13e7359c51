package net.gatepost.briefing.feed;

/** A feed can't be added. Carries the field that is wrong and the key of a sentence that says why. */
public class FeedRefused extends RuntimeException {

    private final String field;

    FeedRefused(String field, String messageKey) {
        super(messageKey, null, false, false);
        this.field = field;
    }

    public String field() {
        return field;
    }

    public String messageKey() {
        return String.valueOf(getMessage());
    }
}
