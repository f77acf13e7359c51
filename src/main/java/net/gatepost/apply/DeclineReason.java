package net.gatepost.apply;

/** What is said most often to who is declined; a recruiter may say it in other words instead. */
public enum DeclineReason {
    OTHER_CANDIDATE,
    CLEARANCE,
    EXPERIENCE,
    FILLED,
    ON_HOLD;

    /** The key of its name in the messages. */
    public String messageKey() {
        return "apply.decline.reason." + name();
    }

    /** The key of what the applicant reads. */
    public String wordsKey() {
        return messageKey() + ".words";
    }
}
