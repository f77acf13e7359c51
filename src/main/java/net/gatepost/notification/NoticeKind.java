package net.gatepost.notification;

/** What members choose the mailing of, kind by kind. */
public enum NoticeKind {
    /** An application moved on, or its listing ended. */
    APPLICATION(Mailing.AT_ONCE),
    /** An employer asks a masked member who they are. */
    REVEAL_REQUEST(Mailing.AT_ONCE),
    /** Somebody looked at the profile. */
    LOOK(Mailing.DAILY),
    /** For recruiters: somebody applied, or withdrew. */
    APPLICANT(Mailing.DAILY),
    /** For recruiters: a kept search has found members who are new. */
    CANDIDATE_SEARCH(Mailing.AT_ONCE),
    /** What was decided about something that the member reported. */
    REPORT(Mailing.AT_ONCE);

    private final Mailing unlessChosen;

    NoticeKind(Mailing unlessChosen) {
        this.unlessChosen = unlessChosen;
    }

    /** How it is mailed to who has chosen nothing. */
    public Mailing unlessChosen() {
        return unlessChosen;
    }
}
