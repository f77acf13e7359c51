package net.gatepost.account;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import net.gatepost.mail.Mails;
import net.gatepost.mail.Mails.Letter;
import net.gatepost.web.Network;
import net.gatepost.web.RateLimits;
import net.gatepost.web.SiteAddress;
import net.gatepost.web.Terms;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Joining: a wish is kept and a link mailed; the account comes into being when the button behind the link is pressed. */
@Service
public class Joinings {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final int PER_ADDRESS = 5;
    private static final int PER_NETWORK = 30;

    private final JoiningRepository joinings;
    private final AccountRepository accounts;
    private final PasswordEncoder encoder;
    private final Mails mails;
    private final SiteAddress site;
    private final Terms terms;
    private final RateLimits limits;
    private final TransactionTemplate transaction;
    private final Races races;
    private final Clock clock;

    Joinings(
            JoiningRepository joinings,
            AccountRepository accounts,
            PasswordEncoder encoder,
            Mails mails,
            SiteAddress site,
            Terms terms,
            RateLimits limits,
            TransactionTemplate transaction,
            Races races,
            Clock clock) {
        this.joinings = joinings;
        this.accounts = accounts;
        this.encoder = encoder;
        this.mails = mails;
        this.site = site;
        this.terms = terms;
        this.limits = limits;
        this.transaction = transaction;
        this.races = races;
        this.clock = clock;
    }

    /** What the page behind a link shows of an open joining, so that nobody confirms what someone else has typed. */
    public record Wish(String name, String email) {}

    /**
     * Keeps the wish and mails the link. For an address that has an account the same is done, down to the stored row,
     * but the mail says so instead and nobody gets the link: neither answer nor time tells the two apart.
     */
    public void begin(NewAccount wanted, Network from) {
        limits.take("join-network", from.value(), PER_NETWORK, HOUR);
        limits.take("join-address", wanted.email().value(), PER_ADDRESS, HOUR);
        // Before the transaction: hashing is slow on purpose and needs no connection.
        String hash = requireNonNull(encoder.encode(wanted.passphrase()));
        var secret = Secret.fresh();
        transaction.executeWithoutResult(status -> {
            joinings.save(new Joining(secret, wanted, hash, terms.version(), clock.instant()));
            boolean known = accounts.existsByEmail(wanted.email().value());
            mails.send(
                    known
                            ? Letter.of(
                                    "account/mail-known",
                                    wanted.email(),
                                    Map.of("signIn", site.link("/sign-in"), "forgotten", site.link("/password")))
                            : Letter.of(
                                    "account/mail-confirm",
                                    wanted.email(),
                                    Map.of("link", site.link("/join/confirm/" + secret.value()))));
        });
    }

    @Transactional(readOnly = true)
    public LinkState stateOf(String token) {
        return find(token).map(joining -> joining.state(clock.instant())).orElse(LinkState.UNKNOWN);
    }

    @Transactional(readOnly = true)
    public Optional<Wish> wishOf(String token) {
        return find(token).map(joining -> new Wish(joining.name(), joining.email()));
    }

    /** Makes the account, once however often and wherever the button is pressed. */
    public Outcome confirm(String token) {
        return races.decide(() -> confirmOnce(token));
    }

    private Outcome confirmOnce(String token) {
        var now = clock.instant();
        var joining = find(token).orElse(null);
        if (joining == null) {
            return Outcome.UNKNOWN;
        }
        if (joining.state(now) != LinkState.OPEN) {
            return Outcome.of(joining.state(now));
        }
        if (accounts.existsByEmail(joining.email())) {
            joining.lapse();
            return Outcome.ALREADY;
        }
        // The account first: whoever comes second waits at its unique address, holding nothing that the first one
        // needs.
        accounts.saveAndFlush(joining.confirm(now));
        joinings.lapseAllOf(joining.email());
        return Outcome.DONE;
    }

    private Optional<Joining> find(String token) {
        return joinings.findByTokenHash(new Secret(token).hash());
    }
}
