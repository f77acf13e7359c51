package net.gatepost.account;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.gatepost.mail.EmailAddress;
import net.gatepost.mail.Mails;
import net.gatepost.mail.Mails.Letter;
import net.gatepost.web.NotFound;
import net.gatepost.web.RateLimits;
import net.gatepost.web.SiteAddress;
import net.gatepost.web.Viewer;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** What a person signs in with, changed by that person: the passphrase and the address. */
@Service
public class Credentials {

    private static final int TRIES = 10;
    private static final Duration TRIES_PERIOD = Duration.ofMinutes(15);

    private final AccountRepository accounts;
    private final Links links;
    private final Resets resets;
    private final SecondFactors factors;
    private final PasswordEncoder encoder;
    private final Mails mails;
    private final SiteAddress site;
    private final RateLimits limits;
    private final TransactionTemplate transaction;
    private final Races races;
    private final Clock clock;

    Credentials(
            AccountRepository accounts,
            Links links,
            Resets resets,
            SecondFactors factors,
            PasswordEncoder encoder,
            Mails mails,
            SiteAddress site,
            RateLimits limits,
            TransactionTemplate transaction,
            Races races,
            Clock clock) {
        this.accounts = accounts;
        this.links = links;
        this.resets = resets;
        this.factors = factors;
        this.encoder = encoder;
        this.mails = mails;
        this.site = site;
        this.limits = limits;
        this.transaction = transaction;
        this.races = races;
        this.clock = clock;
    }

    /** Whether this is the viewer's passphrase. Asked too often it answers with {@code TooManyRequests}. */
    public boolean isPassphraseOf(Viewer viewer, String typed) {
        limits.take("passphrase-again", viewer.getName(), TRIES, TRIES_PERIOD);
        var hash = accounts.findById(viewer.id()).orElseThrow(NotFound::new).passphraseHash();
        return encoder.matches(typed, hash);
    }

    /** Words about a person that a passphrase must not consist of. */
    @Transactional(readOnly = true)
    public List<String> about(Viewer viewer) {
        var account = account(viewer.id());
        return List.of(account.name(), account.email().value());
    }

    /** Ends every session of the account with it, the one it is asked from as well: see {@link CurrentSession}. */
    public void changePassphrase(Viewer viewer, String chosen) {
        String hash = requireNonNull(encoder.encode(chosen));
        races.decide(() -> {
            var account = account(viewer.id());
            account.changePassphrase(hash, clock.instant());
            mails.send(Letter.of(
                    "account/mail-passphrase-changed",
                    account.email(),
                    Map.of("name", account.name(), "forgotten", site.link("/password"))));
            links.endPending(account.id());
            return Outcome.DONE;
        });
    }

    /**
     * Asks the new address to confirm and tells the old one, which can stop it: a stolen passphrase gains nothing. Not so where
     * a second factor has stood for {@link SecondFactors#WAIT}, because whoever asks has shown it: then the old address may be
     * an employer's whom the account's owner has left, and takes nothing back. Whether the new address is another account's is not looked
     * at here: that would tell a stranger who has one.
     */
    public void requestEmail(Viewer viewer, EmailAddress wanted) {
        limits.take("email-change", viewer.getName(), TRIES, Duration.ofHours(1));
        limits.take("email-change-to", wanted.value(), TRIES, Duration.ofHours(1));
        transaction.executeWithoutResult(status -> {
            var account = account(viewer.id());
            links.endPending(account.id());
            var confirmation = links.issue(LinkPurpose.EMAIL_CHANGE, account.id(), wanted);
            mails.send(Letter.of(
                    "account/mail-email-confirm",
                    wanted,
                    Map.of("link", site.link("/email/confirm/" + confirmation.value()))));
            if (hasStandingFactor(account)) {
                mails.send(Letter.of(
                        "account/mail-email-told",
                        account.email(),
                        Map.of("name", account.name(), "wanted", wanted.masked(), "link", site.link("/me/security"))));
            } else {
                var undoing = links.issue(LinkPurpose.EMAIL_UNDO, account.id(), account.email());
                mails.send(Letter.of(
                        "account/mail-email-notice",
                        account.email(),
                        Map.of(
                                "name", account.name(),
                                "wanted", wanted.masked(),
                                "link", site.link("/email/undo/" + undoing.value()))));
            }
        });
    }

    private boolean hasStandingFactor(Account account) {
        var since = account.secondFactorSince();
        return since != null && !since.isAfter(clock.instant().minus(SecondFactors.WAIT));
    }

    @Transactional(readOnly = true)
    public LinkState stateOfEmailChange(String token) {
        return links.stateOf(LinkPurpose.EMAIL_CHANGE, token);
    }

    @Transactional(readOnly = true)
    public LinkState stateOfEmailUndoing(String token) {
        return links.stateOf(LinkPurpose.EMAIL_UNDO, token);
    }

    /** Makes the new address the account's, if it is nobody else's at this moment. */
    public Outcome confirmEmail(String token) {
        return races.decide(() -> {
            var now = clock.instant();
            var link = links.find(LinkPurpose.EMAIL_CHANGE, token).orElse(null);
            if (link == null) {
                return Outcome.UNKNOWN;
            }
            if (link.state(now) != LinkState.OPEN) {
                return Outcome.of(link.state(now));
            }
            var account = account(link.accountId());
            if (isTaken(link.email(), account)) {
                return Outcome.ADDRESS_TAKEN;
            }
            link.use(now);
            account.changeEmail(link.email());
            // Also the links that went to the former address.
            links.endPending(account.id());
            return Outcome.DONE;
        });
    }

    /**
     * "This was not me": puts the former address back, ends what is pending and every session, takes the passphrase away
     * from whoever knew it, and the second factor, which can't be older than the theft by much, and mails the former address a
     * link to choose another passphrase.
     */
    public Outcome undoEmail(String token) {
        String unusable = requireNonNull(encoder.encode(Secret.fresh().value()));
        return races.decide(() -> {
            var now = clock.instant();
            var link = links.find(LinkPurpose.EMAIL_UNDO, token).orElse(null);
            if (link == null) {
                return Outcome.UNKNOWN;
            }
            if (link.state(now) != LinkState.OPEN) {
                return Outcome.of(link.state(now));
            }
            var account = account(link.accountId());
            if (isTaken(link.email(), account)) {
                return Outcome.ADDRESS_TAKEN;
            }
            link.use(now);
            account.changeEmail(link.email());
            account.changePassphrase(unusable, now);
            factors.endStolen(account.id());
            links.endPending(account.id());
            resets.mailLink(account);
            return Outcome.DONE;
        });
    }

    private boolean isTaken(EmailAddress address, Account by) {
        return accounts.findByEmail(address.value())
                .filter(other -> !other.id().equals(by.id()))
                .isPresent();
    }

    private Account account(UUID id) {
        return accounts.findById(id).orElseThrow(NotFound::new);
    }
}
