package net.gatepost.moderation;

/** What was decided about a case. */
public enum Measure {
    /** Nothing is wrong, or nothing that this site decides. */
    DISMISSED,
    /** The listing is kept from the public. */
    TAKEN_DOWN,
    /** The employer is suspended: its listings, searches and messages are gone at once. */
    SUSPENDED;

    public String messageKey() {
        return "moderation.measure." + name();
    }

    /** Whether the employer is told of it, and may appeal. */
    boolean isAgainstEmployer() {
        return this != DISMISSED;
    }
}
