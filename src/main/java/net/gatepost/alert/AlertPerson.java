package net.gatepost.alert;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.util.UUID;

/** A member who keeps something here. Locked by whoever adds to it or writes them an alert. */
@Entity
class AlertPerson {

    @Id
    private UUID accountId;

    @Version
    private Long version;

    /** Random, and what links in mails are signed for: an account's own id says when somebody joined. */
    @Column(nullable = false, updatable = false)
    private UUID linkId;

    private boolean muted;

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected AlertPerson() {}

    /** Stops all alerts, whatever each search says. */
    void mute() {
        muted = true;
    }

    void unmute() {
        muted = false;
    }

    boolean isMuted() {
        return muted;
    }

    UUID accountId() {
        return accountId;
    }

    UUID linkId() {
        return linkId;
    }
}
