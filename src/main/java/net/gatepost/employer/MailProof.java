package net.gatepost.employer;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import net.gatepost.mail.EmailAddress;
import org.jspecify.annotations.Nullable;

/** A recruiter's claim to be reached at an address of their employer's domain, and when they showed it. */
@Entity
@Table(name = "employer_mail_proof")
class MailProof {

    static final Duration LIFETIME = Duration.ofDays(3);

    @Id
    private UUID id;

    @Version
    private Long version;

    @Column(nullable = false, updatable = false)
    private UUID employerId;

    @Column(nullable = false, updatable = false)
    private UUID accountId;

    @Column(nullable = false, updatable = false)
    private String email;

    @Column(nullable = false)
    private Instant askedAt;

    @Column
    private @Nullable Instant confirmedAt;

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected MailProof() {}

    @SuppressWarnings("NullAway.Init") // the version is Hibernate's
    MailProof(UUID employerId, UUID accountId, EmailAddress email, Instant now) {
        this.id = UuidCreator.getTimeOrderedEpoch();
        this.employerId = employerId;
        this.accountId = accountId;
        this.email = email.value();
        this.askedAt = now;
    }

    /** Asked for again: the link is good for its time from now. */
    void askAgain(Instant now) {
        askedAt = now;
    }

    void confirm(Instant now) {
        if (confirmedAt == null) {
            confirmedAt = now;
        }
    }

    boolean isOpen(Instant now) {
        return confirmedAt != null || now.isBefore(askedAt.plus(LIFETIME));
    }

    boolean isConfirmed() {
        return confirmedAt != null;
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

    EmailAddress email() {
        return new EmailAddress(email);
    }
}
