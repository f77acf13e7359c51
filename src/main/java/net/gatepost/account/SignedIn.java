package net.gatepost.account;

import java.io.Serial;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.CredentialsContainer;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;

/**
 * What a session remembers: whose it is and under which passphrase it was begun. No roles: they are read afresh with
 * every request.
 */
final class SignedIn implements UserDetails, CredentialsContainer {

    @Serial
    private static final long serialVersionUID = 1L;

    private final UUID accountId;
    private final Instant passphraseChangedAt;
    private final boolean enabled;
    private @Nullable String passphraseHash;

    /** Which one was shown, by when it was set up; null for none. */
    private @Nullable Instant secondFactorSince;

    SignedIn(Account account) {
        this.accountId = account.id();
        this.passphraseChangedAt = account.passphraseChangedAt();
        this.enabled = !account.isDisabled();
        this.passphraseHash = account.passphraseHash();
    }

    /** The same, once a second factor was shown. */
    static SignedIn withSecondFactor(Account account) {
        var session = new SignedIn(account);
        session.secondFactorSince = account.secondFactorSince();
        session.eraseCredentials();
        return session;
    }

    /** Whether the passphrase alone was shown, or the factor before this one, and that is not enough. */
    boolean isHalf(Account account) {
        var needed = account.secondFactorSince();
        return needed != null && !needed.equals(secondFactorSince);
    }

    UUID accountId() {
        return accountId;
    }

    /** Whether the account is still usable and its passphrase is the one this session was begun with. */
    boolean isStillGoodFor(Account account) {
        return !account.isDisabled() && account.passphraseChangedAt().equals(passphraseChangedAt);
    }

    @Override
    public String getUsername() {
        return accountId.toString();
    }

    @Override
    public @Nullable String getPassword() {
        return passphraseHash;
    }

    @Override
    public Collection<? extends GrantedAuthority> getAuthorities() {
        return List.of();
    }

    @Override
    public boolean isEnabled() {
        return enabled;
    }

    @Override
    public void eraseCredentials() {
        passphraseHash = null;
    }
}
