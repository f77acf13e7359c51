package net.gatepost.job.importing;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An employer's feed that is fetched every few hours, in the name of who has set it up. */
@Entity
class ImportSource {

    @Id
    private UUID id;

    @Version
    private Long version;

    @Column(nullable = false, updatable = false)
    private UUID employerId;

    @Column
    private @Nullable UUID accountId;

    @Column(nullable = false)
    private String address;

    private boolean fullFeed;

    private int everyHours;

    private boolean paused;

    @Column(nullable = false)
    private Instant nextAt;

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected ImportSource() {}

    @SuppressWarnings("NullAway.Init") // the version is Hibernate's
    ImportSource(UUID employerId) {
        this.id = UuidCreator.getTimeOrderedEpoch();
        this.employerId = employerId;
    }

    /** Is fetched at once, and then as often as that. */
    void set(UUID by, String from, boolean full, int hours, Instant now) {
        accountId = by;
        address = from;
        fullFeed = full;
        everyHours = hours;
        paused = false;
        nextAt = now;
    }

    void pause() {
        paused = true;
    }

    /** In the name of who says so. */
    void resume(UUID by, Instant now) {
        accountId = by;
        paused = false;
        nextAt = now;
    }

    void fetched(Instant now) {
        nextAt = now.plus(Duration.ofHours(everyHours));
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

    String address() {
        return address;
    }

    boolean isFull() {
        return fullFeed;
    }

    int everyHours() {
        return everyHours;
    }

    boolean isPaused() {
        return paused;
    }

    Instant nextAt() {
        return nextAt;
    }
}
