package net.gatepost.candidate;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;

/** One member keeps their profile from one employer. */
@Entity
@Table(name = "candidate_block")
class Block {

    @Id
    private UUID id;

    @Version
    private Long version;

    @Column(nullable = false)
    private UUID accountId;

    @Column(nullable = false)
    private UUID employerId;

    @Column(nullable = false)
    private Instant blockedAt;

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected Block() {}

    @SuppressWarnings("NullAway.Init") // the version is Hibernate's
    Block(UUID accountId, UUID employerId, Instant now) {
        this.id = UuidCreator.getTimeOrderedEpoch();
        this.accountId = accountId;
        this.employerId = employerId;
        this.blockedAt = now;
    }

    UUID employerId() {
        return employerId;
    }

    Instant blockedAt() {
        return blockedAt;
    }
}
