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
import net.gatepost.web.Viewer;

/** One line of a member's ledger: who looked at what, for which employer, when. */
@Entity
@Table(name = "candidate_look")
class Look {

    /** What was seen. */
    enum Seen {
        /** With name and contact. */
        PROFILE,
        MASKED,
        RESUME;

        /** The key of its words, such as "Your profile, with your name". */
        String messageKey() {
            return "candidate.seen." + name();
        }
    }

    @Id
    private UUID id;

    @Version
    private Long version;

    @Column(nullable = false)
    private UUID accountId;

    @Column(nullable = false)
    private UUID recruiterId;

    /** As they were called then; empty once their account is erased. */
    @Column(nullable = false)
    private String recruiterName;

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
    Look(UUID accountId, Viewer recruiter, UUID employerId, Seen seen, Instant now) {
        this.id = UuidCreator.getTimeOrderedEpoch();
        this.accountId = accountId;
        this.recruiterId = recruiter.id();
        this.recruiterName = recruiter.name();
        this.employerId = employerId;
        this.seen = seen;
        this.lookedAt = now;
    }

    UUID recruiterId() {
        return recruiterId;
    }

    String recruiterName() {
        return recruiterName;
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
