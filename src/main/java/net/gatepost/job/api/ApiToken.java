package net.gatepost.job.api;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Lets the programs of whoever made it act for one employer. Its secret was shown once and is not kept. */
@Entity
class ApiToken {

    static final int LONGEST_NAME = 80;

    @Id
    private UUID id;

    @Version
    private Long version;

    @Column(nullable = false, updatable = false)
    private UUID employerId;

    /** Who made it: it is worth as much as this person's own right. */
    @Column(nullable = false, updatable = false)
    private UUID accountId;

    /** Names the form that it was made with, so that a form sent twice makes one. */
    @Column(nullable = false, updatable = false)
    private UUID submissionId;

    @Column(nullable = false, updatable = false)
    private String name;

    @Column(nullable = false, updatable = false)
    private String hash;

    private boolean reads;

    private boolean writes;

    @Column(nullable = false, updatable = false)
    private Instant madeAt;

    @Column
    private @Nullable Instant endsAt;

    @Column
    private @Nullable LocalDate lastUsedOn;

    @Column
    private @Nullable Instant revokedAt;

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected ApiToken() {}

    @SuppressWarnings("NullAway.Init") // the version is Hibernate's
    ApiToken(UUID employerId, UUID accountId, UUID submissionId, NewToken wanted, TokenSecret secret, Instant now) {
        this.id = UuidCreator.getTimeOrderedEpoch();
        this.employerId = employerId;
        this.accountId = accountId;
        this.submissionId = submissionId;
        this.name = wanted.name();
        this.hash = secret.hash();
        this.reads = wanted.scopes().contains(Scope.READ);
        this.writes = wanted.scopes().contains(Scope.WRITE);
        this.endsAt = wanted.endsAt();
        this.madeAt = now;
    }

    void revoke(Instant now) {
        if (revokedAt == null) {
            revokedAt = now;
        }
    }

    boolean isGood(Instant now) {
        return revokedAt == null && (endsAt == null || endsAt.isAfter(now));
    }

    UUID id() {
        return id;
    }

    UUID employerId() {
        return employerId;
    }

    UUID accountId() {
        return accountId;
    }

    String name() {
        return name;
    }

    Set<Scope> scopes() {
        var scopes = EnumSet.noneOf(Scope.class);
        if (reads) {
            scopes.add(Scope.READ);
        }
        if (writes) {
            scopes.add(Scope.WRITE);
        }
        return scopes;
    }

    Instant madeAt() {
        return madeAt;
    }

    @Nullable
    Instant endsAt() {
        return endsAt;
    }

    @Nullable
    LocalDate lastUsedOn() {
        return lastUsedOn;
    }

    @Nullable
    Instant revokedAt() {
        return revokedAt;
    }
}
