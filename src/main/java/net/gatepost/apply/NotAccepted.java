package net.gatepost.apply;

/** An application that could not be made as it was sent. Nothing was stored. */
public class NotAccepted extends RuntimeException {

    /** Why. */
    public enum Reason {
        /** The listing is closed, past its last day, or withheld. */
        OVER,
        /** The listing takes applications somewhere else. */
        ELSEWHERE,
        /** The member recruits for the employer. */
        OWN_EMPLOYER,
        /** The listing asks other questions by now. */
        QUESTIONS_CHANGED,
        /** The member keeps their profile from the employer, and did not say that this application is meant all the same. */
        BLOCKED,
        /** The résumé that was to be sent is not there any more. */
        NO_RESUME
    }

    private final Reason reason;

    NotAccepted(Reason reason) {
        super(reason.name(), null, false, false);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
