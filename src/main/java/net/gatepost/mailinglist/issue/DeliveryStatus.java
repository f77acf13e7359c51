package net.gatepost.mailinglist.issue;

/** Where one subscriber's copy of an issue stands. Stored by name. */
enum DeliveryStatus {
    WAITING,
    /** Taken by the mail server; that it arrived is known only as far as nothing came back. */
    SENT,
    /** Left, or chose otherwise, before it was sent. */
    SKIPPED,
    /** The server would not take it. */
    FAILED,
    /** Came back. */
    BOUNCED
}
