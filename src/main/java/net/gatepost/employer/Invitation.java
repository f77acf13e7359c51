package net.gatepost.employer;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import net.gatepost.mail.EmailAddress;
import org.jspecify.annotations.Nullable;

/**
 * Asks whoever has confirmed an address to recruit for an employer. It needs no secret: only an account with that very
 * address sees it. While it is open it claims the address, so that nobody is asked twice for one employer.
 */
@Entity
@Table(name = "employer_invitation")
class Invitation {

    static final Duration LIFETIME = Duration.ofDays(14);

    @Id
    private UUID id;

    @Version
    private Long version;

    @Column(nullable = false, updatable = false)
    private UUID employerId;

    @Column(nullable = false, updatable = false)
    private String email;

    @Column
    private @Nullable String claimedEmail;

    @Column(updatable = false)
    private boolean owner;

    /** Null once that person's account is gone. */
    @Column
    private @Nullable UUID invitedBy;

    @Column(nullable = false, updatable = false)
    private Instant invitedAt;

    @Column(nullable = false)
    private Instant endsAt;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private InvitationStatus status;

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected Invitation() {}

    @SuppressWarnings("NullAway.Init") // the version is Hibernate's
    Invitation(UUID employerId, EmailAddress email, boolean owner, UUID invitedBy, Instant now) {
        this.id = UuidCreator.getTimeOrderedEpoch();
        this.employerId = employerId;
        this.email = email.value();
        this.claimedEmail = email.value();
        this.owner = owner;
        this.invitedBy = invitedBy;
        this.invitedAt = now;
        this.endsAt = now.plus(LIFETIME);
        this.status = InvitationStatus.OPEN;
    }

    boolean isOpen(Instant now) {
        return status == InvitationStatus.OPEN && now.isBefore(endsAt);
    }

    void end(InvitationStatus how) {
        if (status != InvitationStatus.OPEN) {
            throw new IllegalStateException("an invitation that is " + status + " can't become " + how);
        }
        status = how;
        claimedEmail = null;
    }

    /** An open one whose time is over makes room for another. */
    void lapse() {
        claimedEmail = null;
    }

    UUID id() {
        return id;
    }

    UUID employerId() {
        return employerId;
    }

    EmailAddress email() {
        return new EmailAddress(email);
    }

    boolean isForOwner() {
        return owner;
    }

    InvitationStatus status() {
        return status;
    }

    Team.Invited view() {
        return new Team.Invited(id, employerId, email, owner, invitedAt, endsAt);
    }
}
