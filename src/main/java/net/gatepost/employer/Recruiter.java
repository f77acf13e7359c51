package net.gatepost.employer;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;

/** A member who acts for an employer; at most once for each. */
@Entity
@Table(name = "employer_recruiter")
class Recruiter {

    @Id
    private UUID id;

    @Version
    private Long version;

    @Column(nullable = false)
    private UUID employerId;

    @Column(nullable = false)
    private UUID accountId;

    private boolean owner;

    @Column(nullable = false)
    private Instant since;

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected Recruiter() {}

    @SuppressWarnings("NullAway.Init") // the version is Hibernate's
    private Recruiter(UUID employerId, UUID accountId, boolean owner, Instant since) {
        this.id = UuidCreator.getTimeOrderedEpoch();
        this.employerId = employerId;
        this.accountId = accountId;
        this.owner = owner;
        this.since = since;
    }

    static Recruiter owner(UUID employerId, UUID accountId, Instant since) {
        return of(employerId, accountId, true, since);
    }

    static Recruiter of(UUID employerId, UUID accountId, boolean owner, Instant since) {
        return new Recruiter(employerId, accountId, owner, since);
    }

    void giveRole(boolean owner) {
        this.owner = owner;
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

    boolean isOwner() {
        return owner;
    }

    Instant since() {
        return since;
    }
}
