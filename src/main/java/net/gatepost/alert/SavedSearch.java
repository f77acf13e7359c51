package net.gatepost.alert;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;

/** A search that a member keeps, with how often it tells them of new listings. */
@Entity
class SavedSearch {

    @Id
    private UUID id;

    @Version
    private Long version;

    @Column(nullable = false, updatable = false)
    private UUID accountId;

    @Column(nullable = false)
    private String name;

    /** Of the search page, with all that its member chose. */
    @Column(nullable = false, updatable = false)
    private String address;

    @Column(nullable = false, updatable = false)
    private String addressKey;

    /** What is matched for it: the same search without what depends on who asks. */
    @Column(nullable = false, updatable = false)
    private UUID queryId;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private Often often;

    private boolean paused;

    @Column(nullable = false, updatable = false)
    private Instant createdAt;

    /** When its new listings were last dealt with. */
    @Column(nullable = false)
    private Instant toldAt;

    /** What was matched up to this round has been dealt with. */
    private long toldRound;

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected SavedSearch() {}

    @SuppressWarnings("NullAway.Init") // the version is Hibernate's
    SavedSearch(
            UUID accountId,
            String name,
            String address,
            String addressKey,
            UUID queryId,
            Often often,
            long round,
            Instant now) {
        this.id = UuidCreator.getTimeOrderedEpoch();
        this.accountId = accountId;
        this.name = name;
        this.address = address;
        this.addressKey = addressKey;
        this.queryId = queryId;
        this.often = often;
        this.createdAt = now;
        dealtWith(round, now);
    }

    void rename(String other) {
        name = other;
    }

    /** Tells so often from now on. What came while it told of nothing is not caught up with. */
    void tell(Often how, long round, Instant now) {
        if (often == Often.OFF && how != Often.OFF) {
            dealtWith(round, now);
        }
        often = how;
    }

    void pause() {
        paused = true;
    }

    /** Goes on from now: what came meanwhile can be seen on the search page. */
    void resume(long round, Instant now) {
        if (paused) {
            paused = false;
            dealtWith(round, now);
        }
    }

    void dealtWith(long round, Instant now) {
        toldRound = round;
        toldAt = now;
    }

    boolean isDue(Instant now) {
        return !paused && AlertTimes.isDue(often, toldAt, now);
    }

    UUID id() {
        return id;
    }

    UUID accountId() {
        return accountId;
    }

    String name() {
        return name;
    }

    String address() {
        return address;
    }

    UUID queryId() {
        return queryId;
    }

    Often often() {
        return often;
    }

    boolean isPaused() {
        return paused;
    }

    Instant createdAt() {
        return createdAt;
    }

    long toldRound() {
        return toldRound;
    }
}
