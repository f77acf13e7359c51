package net.gatepost.account;

import static java.util.Objects.requireNonNull;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import net.gatepost.mail.EmailAddress;
import org.jspecify.annotations.Nullable;

/** A link that can be used once, until its time is over. Its secret is not in it, only the secret's hash. */
@Entity
class AccountLink {

    @Id
    private UUID id;

    @Version
    private Long version;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private LinkPurpose purpose;

    @Column(nullable = false, unique = true)
    private String tokenHash;

    @Column
    private @Nullable UUID accountId;

    /** The new address of a change, the former one of its undoing. */
    @Column
    private @Nullable String email;

    @Column(nullable = false)
    private Instant endsAt;

    @Column
    private @Nullable Instant usedAt;

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected AccountLink() {}

    AccountLink(
            LinkPurpose purpose, Secret secret, @Nullable UUID accountId, @Nullable EmailAddress email, Instant now) {
        this(UuidCreator.getTimeOrderedEpoch(), purpose, secret, accountId, email, now);
    }

    @SuppressWarnings("NullAway.Init") // the version is Hibernate's
    AccountLink(
            UUID id,
            LinkPurpose purpose,
            Secret secret,
            @Nullable UUID accountId,
            @Nullable EmailAddress email,
            Instant now) {
        this.id = id;
        this.purpose = purpose;
        this.tokenHash = secret.hash();
        this.accountId = accountId;
        this.email = email == null ? null : email.value();
        this.endsAt = now.plus(purpose.lifetime());
    }

    LinkState state(Instant now) {
        if (usedAt != null) {
            return LinkState.USED;
        }
        return LinkState.of(now, endsAt, purpose.lifetime());
    }

    void use(Instant now) {
        if (state(now) != LinkState.OPEN) {
            throw new IllegalStateException("link " + id + " is not open");
        }
        usedAt = now;
    }

    /** Gives an unused link another secret and another day; the earlier secret is good for nothing any more. */
    void renew(Secret secret, Instant now) {
        tokenHash = secret.hash();
        endsAt = now.plus(purpose.lifetime());
        usedAt = null;
    }

    /** A link as its owner may know of it. */
    record Told(
            LinkPurpose purpose,
            @Nullable String email,
            Instant endsAt,
            @Nullable Instant usedAt) {
        @Override
        public String toString() {
            return "Told[withheld]";
        }
    }

    Told told() {
        return new Told(purpose, email, endsAt, usedAt);
    }

    UUID accountId() {
        return requireNonNull(accountId);
    }

    EmailAddress email() {
        return new EmailAddress(requireNonNull(email));
    }
}
