package net.gatepost.notification;

/** What members choose the mailing of, kind by kind. */
public enum NoticeKind {
    /** An application moved on, or its listing ended. */
    APPLICATION,
    /** An employer asks a masked member who they are. */
    REVEAL_REQUEST,
    /** Somebody looked at the profile. */
    LOOK,
    /** For recruiters: somebody applied, or withdrew. */
    APPLICANT
}
