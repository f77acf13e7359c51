package net.gatepost.candidate;

/** How soon somebody could start. */
public enum Availability {
    AT_ONCE,
    TWO_WEEKS,
    ONE_MONTH,
    THREE_MONTHS,
    NOT_LOOKING;

    /** The key of its words in the messages. */
    public String messageKey() {
        return "candidate.availability." + name();
    }
}
