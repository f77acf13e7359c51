package net.gatepost.account;

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

/** A person's sign-in. Exists only once the address was confirmed; what a person is otherwise lives in other modules. */
@Entity
class Account {

    @Id
    private UUID id;

    @Version
    private Long version;

    @Column(nullable = false, unique = true)
    private String email;

    @Column(nullable = false)
    private String name;

    @Column(nullable = false)
    private String passphraseHash;

    @Column(nullable = false)
    private Instant passphraseChangedAt;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private Desk firstDesk;

    private boolean administrator;

    private boolean editor;

    @Column(nullable = false)
    private String termsVersion;

    @Column(nullable = false)
    private Instant termsAgreedAt;

    @Column(nullable = false)
    private Instant joinedAt;

    @Column
    private @Nullable Instant disabledAt;

    /** Since when signing in takes more than the passphrase. */
    @Column
    private @Nullable Instant secondFactorSince;

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected Account() {}

    @SuppressWarnings("NullAway.Init") // the version is Hibernate's
    Account(
            EmailAddress email,
            String name,
            String passphraseHash,
            Desk firstDesk,
            String termsVersion,
            Instant termsAgreedAt,
            Instant now) {
        this.id = UuidCreator.getTimeOrderedEpoch();
        this.email = email.value();
        this.name = name;
        this.passphraseHash = passphraseHash;
        this.passphraseChangedAt = now;
        this.firstDesk = firstDesk;
        this.termsVersion = termsVersion;
        this.termsAgreedAt = termsAgreedAt;
        this.joinedAt = now;
    }

    void changePassphrase(String hash, Instant now) {
        passphraseHash = hash;
        passphraseChangedAt = now;
    }

    /** The same passphrase under a newer hash: nothing that a session has to notice. */
    void rehashPassphrase(String hash) {
        passphraseHash = hash;
    }

    void changeEmail(EmailAddress address) {
        email = address.value();
    }

    void makeAdministrator() {
        administrator = true;
    }

    void makeEditor() {
        editor = true;
    }

    void endEditing() {
        editor = false;
    }

    void disable(Instant now) {
        disabledAt = now;
    }

    void enable() {
        disabledAt = null;
    }

    void secondFactorFrom(Instant now) {
        secondFactorSince = now;
    }

    void endSecondFactor() {
        secondFactorSince = null;
    }

    UUID id() {
        return id;
    }

    EmailAddress email() {
        return new EmailAddress(email);
    }

    String name() {
        return name;
    }

    String passphraseHash() {
        return passphraseHash;
    }

    Instant passphraseChangedAt() {
        return passphraseChangedAt;
    }

    Desk firstDesk() {
        return firstDesk;
    }

    boolean isAdministrator() {
        return administrator;
    }

    boolean isEditor() {
        return editor;
    }

    boolean isDisabled() {
        return disabledAt != null;
    }

    @Nullable
    Instant secondFactorSince() {
        return secondFactorSince;
    }

    Instant joinedAt() {
        return joinedAt;
    }

    String termsVersion() {
        return termsVersion;
    }

    Instant termsAgreedAt() {
        return termsAgreedAt;
    }
}
