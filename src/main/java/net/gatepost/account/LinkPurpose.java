package net.gatepost.account;

import java.time.Duration;

/** What a link mailed to somebody with an account (or printed for the first administrator) is good for, and how long. */
enum LinkPurpose {
    RESET(Duration.ofHours(1)),
    EMAIL_CHANGE(Duration.ofHours(24)),
    /** Long, because the mail it stands in may lie unread while its reader is away. */
    EMAIL_UNDO(Duration.ofDays(14)),
    ADMINISTRATOR(Duration.ofHours(24));

    private final Duration lifetime;

    LinkPurpose(Duration lifetime) {
        this.lifetime = lifetime;
    }

    Duration lifetime() {
        return lifetime;
    }
}
