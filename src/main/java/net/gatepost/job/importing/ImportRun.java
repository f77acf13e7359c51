package net.gatepost.job.importing;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One feed, read once. Of an employer one is under way at a time, which the database sees to. */
@Entity
class ImportRun {

    @Id
    private UUID id;

    @Version
    private Long version;

    @Column(nullable = false, updatable = false)
    private UUID employerId;

    @Column
    private @Nullable UUID accountId;

    @Column
    private @Nullable UUID openKey;

    /** The feed that it was fetched from; null where it was sent. */
    @Column(updatable = false)
    private @Nullable UUID sourceId;

    @Column(nullable = false)
    private String name;

    @Column(nullable = false, updatable = false)
    private boolean fullFeed;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private ImportState state;

    @Column(nullable = false, updatable = false)
    private Instant beganAt;

    @Column
    private @Nullable Instant endedAt;

    private long toClose;

    @Column
    private @Nullable String failure;

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected ImportRun() {}

    @SuppressWarnings("NullAway.Init") // the version is Hibernate's
    ImportRun(UUID employerId, UUID accountId, @Nullable UUID sourceId, String name, boolean fullFeed, Instant now) {
        this.id = UuidCreator.getTimeOrderedEpoch();
        this.employerId = employerId;
        this.accountId = accountId;
        this.openKey = employerId;
        this.sourceId = sourceId;
        this.name = name;
        this.fullFeed = fullFeed;
        this.state = ImportState.READING;
        this.beganAt = now;
    }

    void apply() {
        state = ImportState.APPLYING;
    }

    void close() {
        state = ImportState.CLOSING;
    }

    /** @param listings that it would close */
    void halt(long listings) {
        state = ImportState.HALTED;
        toClose = listings;
    }

    void end(Instant now) {
        state = ImportState.DONE;
        endedAt = now;
        openKey = null;
    }

    /** @param why a sentence */
    void fail(String why, Instant now) {
        state = ImportState.FAILED;
        failure = why;
        endedAt = now;
        openKey = null;
    }

    UUID id() {
        return id;
    }

    UUID employerId() {
        return employerId;
    }

    @Nullable
    UUID accountId() {
        return accountId;
    }

    @Nullable
    UUID sourceId() {
        return sourceId;
    }

    String name() {
        return name;
    }

    boolean isFull() {
        return fullFeed;
    }

    ImportState state() {
        return state;
    }

    Instant beganAt() {
        return beganAt;
    }

    @Nullable
    Instant endedAt() {
        return endedAt;
    }

    long toClose() {
        return toClose;
    }

    @Nullable
    String failure() {
        return failure;
    }
}
