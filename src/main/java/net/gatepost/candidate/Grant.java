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

/** Lets one employer see one member's profile with name and contact, whatever its visibility. */
@Entity
@Table(name = "candidate_grant")
class Grant {

    /** Why an employer may look. */
    enum Source {
        APPLICATION,
        /** The member said so. */
        REVEALED
    }

    @Id
    private UUID id;

    @Version
    private Long version;

    @Column(nullable = false)
    private UUID accountId;

    @Column(nullable = false)
    private UUID employerId;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private Source source;

    @Column(nullable = false)
    private UUID sourceId;

    @Column(nullable = false)
    private Instant grantedAt;

    /** While the member blocks the employer, if that was later. */
    @Column(nullable = false)
    private boolean shut;

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected Grant() {}

    @SuppressWarnings("NullAway.Init") // the version is Hibernate's
    Grant(UUID accountId, UUID employerId, Source source, UUID sourceId, Instant now) {
        this.id = UuidCreator.getTimeOrderedEpoch();
        this.accountId = accountId;
        this.employerId = employerId;
        this.source = source;
        this.sourceId = sourceId;
        this.grantedAt = now;
    }

    UUID employerId() {
        return employerId;
    }

    Source source() {
        return source;
    }

    Instant grantedAt() {
        return grantedAt;
    }
}
