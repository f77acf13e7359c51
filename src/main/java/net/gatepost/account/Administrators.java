package net.gatepost.account;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import net.gatepost.web.SiteAddress;
import net.gatepost.web.Terms;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * How a site gets its first administrator: by a link on the console of whoever starts it, never by a default passphrase.
 * There is one such link at a time, and it is good for nothing once there is an administrator.
 */
@Service
public class Administrators {

    /** One row for every process and every start: two of them can't both hand out an account. */
    private static final UUID THE_LINK = UUID.fromString("0199f000-0000-7000-8000-000000000001");

    private final AccountRepository accounts;
    private final AccountLinkRepository links;
    private final PasswordEncoder encoder;
    private final SiteAddress site;
    private final Terms terms;
    private final Races races;
    private final Clock clock;

    Administrators(
            AccountRepository accounts,
            AccountLinkRepository links,
            PasswordEncoder encoder,
            SiteAddress site,
            Terms terms,
            Races races,
            Clock clock) {
        this.accounts = accounts;
        this.links = links;
        this.encoder = encoder;
        this.site = site;
        this.terms = terms;
        this.races = races;
        this.clock = clock;
    }

    /** A new link in place of an earlier one; empty where there is an administrator. */
    Optional<String> offer() {
        return races.decide(() -> {
            if (accounts.existsByAdministratorTrue()) {
                return Optional.empty();
            }
            var now = clock.instant();
            var secret = Secret.fresh();
            links.findById(THE_LINK)
                    .ifPresentOrElse(
                            link -> link.renew(secret, now),
                            () -> links.save(
                                    new AccountLink(THE_LINK, LinkPurpose.ADMINISTRATOR, secret, null, null, now)));
            return Optional.of(site.link("/join/administrator/" + secret.value()));
        });
    }

    @Transactional(readOnly = true)
    public LinkState stateOf(String token) {
        return find(token).map(this::state).orElse(LinkState.UNKNOWN);
    }

    /** Makes the account; its address needs no confirmation, because the console is proof enough. */
    public Outcome open(String token, NewAccount wanted) {
        if (stateOf(token) != LinkState.OPEN) {
            return Outcome.of(stateOf(token));
        }
        String hash = requireNonNull(encoder.encode(wanted.passphrase()));
        return races.decide(() -> openOnce(token, wanted, hash));
    }

    private Outcome openOnce(String token, NewAccount wanted, String hash) {
        var now = clock.instant();
        var link = find(token).orElse(null);
        if (link == null) {
            return Outcome.UNKNOWN;
        }
        if (state(link) != LinkState.OPEN) {
            return Outcome.of(state(link));
        }
        if (accounts.existsByEmail(wanted.email().value())) {
            return Outcome.ADDRESS_TAKEN;
        }
        link.use(now);
        var account = new Account(wanted.email(), wanted.name(), hash, wanted.desk(), terms.version(), now, now);
        account.makeAdministrator();
        accounts.save(account);
        return Outcome.DONE;
    }

    private LinkState state(AccountLink link) {
        var state = link.state(clock.instant());
        return state == LinkState.OPEN && accounts.existsByAdministratorTrue() ? LinkState.USED : state;
    }

    private Optional<AccountLink> find(String token) {
        return links.findByTokenHashAndPurpose(new Secret(token).hash(), LinkPurpose.ADMINISTRATOR);
    }
}
