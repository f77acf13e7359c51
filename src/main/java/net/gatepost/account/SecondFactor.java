package net.gatepost.account;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The secret that an account shares with its owner's authenticator app, encrypted; whether it counts says the account. */
@Entity
class SecondFactor {

    @Id
    private UUID accountId;

    @Version
    private Long version;

    private byte @Nullable [] secret;

    /** Shown to be scanned, but not proved yet. */
    private byte @Nullable [] pending;

    /** The last step of time whose code was used: none is good twice. */
    private long lastStep;

    /** When it is taken away, because its owner has told an administrator that it is lost. */
    @Column
    private @Nullable Instant endsAt;

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected SecondFactor() {}

    @SuppressWarnings("NullAway.Init") // the version is Hibernate's
    SecondFactor(UUID accountId) {
        this.accountId = accountId;
    }

    void offer(byte[] encrypted) {
        pending = encrypted;
    }

    /** What was offered counts from now on. */
    void activate(long step) {
        secret = pending;
        pending = null;
        used(step);
    }

    void removeApp() {
        secret = null;
        pending = null;
    }

    /** Who has it has not lost it. */
    void used(long step) {
        lastStep = step;
        endsAt = null;
    }

    void endAt(Instant end) {
        endsAt = end;
    }

    void keep() {
        endsAt = null;
    }

    UUID accountId() {
        return accountId;
    }

    byte @Nullable [] secret() {
        return secret;
    }

    byte @Nullable [] pending() {
        return pending;
    }

    long lastStep() {
        return lastStep;
    }

    @Nullable
    Instant endsAt() {
        return endsAt;
    }
}
