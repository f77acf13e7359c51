package net.gatepost.candidate;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;

/** One line of a member's ledger: who looked at what, for which employer, when. */
@Entity
@Table(name = "candidate_look")
class Look {

    /** What was seen. */
    enum Seen {
        /** With name and contact. */
        PROFILE,
        MASKED,
        RESUME
    }

    @Id
    private UUID id;

    @Version
    private Long version;

    @Column(nullable = false)
    private UUID accountId;

    @Column(nullable = false)
    private UUID recruiterId;

    @Column(nullable = false)
    private UUID employerId;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private Seen seen;

    @Column(nullable = false)
    private Instant lookedAt;

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected Look() {}

    @SuppressWarnings("NullAway.Init") // the version is Hibernate's
    Look(UUID accountId, UUID recruiterId, UUID employerId, Seen seen, Instant now) {
        this.id = UuidCreator.getTimeOrderedEpoch();
        this.accountId = accountId;
        this.recruiterId = recruiterId;
        this.employerId = employerId;
        this.seen = seen;
        this.lookedAt = now;
    }

    UUID recruiterId() {
        return recruiterId;
    }

    UUID employerId() {
        return employerId;
    }

    Seen seen() {
        return seen;
    }

    Instant lookedAt() {
        return lookedAt;
    }
}
