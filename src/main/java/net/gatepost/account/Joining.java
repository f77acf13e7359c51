package net.gatepost.account;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import net.gatepost.mail.EmailAddress;

/** Someone's wish to join, until the address is confirmed. One address may have several; the first confirmed one wins. */
@Entity
class Joining {

    static final Duration LIFETIME = Duration.ofHours(24);

    @Id
    private UUID id;

    @Version
    private Long version;

    @Column(nullable = false, unique = true)
    private String tokenHash;

    @Column(nullable = false)
    private String email;

    @Column(nullable = false)
    private String name;

    @Column(nullable = false)
    private String passphraseHash;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private Desk firstDesk;

    @Column(nullable = false)
    private String termsVersion;

    @Column(nullable = false)
    private Instant begunAt;

    @Column(nullable = false)
    private Instant endsAt;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private JoiningStatus status;

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected Joining() {}

    @SuppressWarnings("NullAway.Init") // the version is Hibernate's
    Joining(Secret secret, NewAccount wanted, String passphraseHash, String termsVersion, Instant now) {
        this.id = UuidCreator.getTimeOrderedEpoch();
        this.tokenHash = secret.hash();
        this.email = wanted.email().value();
        this.name = wanted.name();
        this.passphraseHash = passphraseHash;
        this.firstDesk = wanted.desk();
        this.termsVersion = termsVersion;
        this.begunAt = now;
        this.endsAt = now.plus(LIFETIME);
        this.status = JoiningStatus.PENDING;
    }

    /** A void joining counts as used: its address has an account. */
    LinkState state(Instant now) {
        if (status != JoiningStatus.PENDING) {
            return LinkState.USED;
        }
        return LinkState.of(now, endsAt, LIFETIME);
    }

    /** The account that this joining becomes. */
    Account confirm(Instant now) {
        if (state(now) != LinkState.OPEN) {
            throw new IllegalStateException("joining " + id + " is not open");
        }
        status = JoiningStatus.CONFIRMED;
        var account = new Account(new EmailAddress(email), name, passphraseHash, firstDesk, termsVersion, begunAt, now);
        passphraseHash = "";
        return account;
    }

    void lapse() {
        status = JoiningStatus.VOID;
        passphraseHash = "";
    }

    /** A wish as whoever has the address may know of it. */
    record Told(String name, String email, Instant begunAt, Instant endsAt, JoiningStatus status) {
        @Override
        public String toString() {
            return "Told[withheld]";
        }
    }

    Told told() {
        return new Told(name, email, begunAt, endsAt, status);
    }

    UUID id() {
        return id;
    }

    String email() {
        return email;
    }

    String name() {
        return name;
    }
}
