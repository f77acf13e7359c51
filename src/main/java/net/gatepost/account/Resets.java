package net.gatepost.account;

import static java.util.Objects.requireNonNull;

import com.github.f4b6a3.uuid.UuidCreator;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import net.gatepost.mail.EmailAddress;
import net.gatepost.mail.Mails;
import net.gatepost.mail.Mails.Letter;
import net.gatepost.web.Network;
import net.gatepost.web.RateLimits;
import net.gatepost.web.SiteAddress;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The forgotten passphrase: a link to the address, and with it a new passphrase. */
@Service
public class Resets {

    /** Its data is the address that somebody typed. */
    static final TaskDescriptor<String> TASK = TaskDescriptor.of("account-reset", String.class);

    private static final Duration HOUR = Duration.ofHours(1);
    private static final int PER_ADDRESS = 5;
    private static final int PER_NETWORK = 30;

    private final AccountRepository accounts;
    private final Links links;
    private final PasswordEncoder encoder;
    private final Mails mails;
    private final SiteAddress site;
    private final RateLimits limits;
    private final SchedulerClient waitingWork;
    private final Races races;
    private final Clock clock;

    Resets(
            AccountRepository accounts,
            Links links,
            PasswordEncoder encoder,
            Mails mails,
            SiteAddress site,
            RateLimits limits,
            SchedulerClient waitingWork,
            Races races,
            Clock clock) {
        this.accounts = accounts;
        this.links = links;
        this.encoder = encoder;
        this.mails = mails;
        this.site = site;
        this.limits = limits;
        this.waitingWork = waitingWork;
        this.races = races;
        this.clock = clock;
    }

    /**
     * Leaves the address to waiting work. Nobody has looked yet whether it is known when the page answers, so the
     * answer can't tell, nor can its time.
     */
    @Transactional
    public void request(EmailAddress address, Network from) {
        limits.take("reset-network", from.value(), PER_NETWORK, HOUR);
        limits.take("reset-address", address.value(), PER_ADDRESS, HOUR);
        waitingWork.scheduleIfNotExists(
                TASK.instance(UuidCreator.getRandomBased().toString())
                        .data(address.value())
                        .build(),
                clock.instant());
    }

    /** Mails a link if there is an account that may be used; an unknown address gets no mail. */
    @Transactional
    public void mailLink(EmailAddress address) {
        accounts.findByEmail(address.value())
                .filter(account -> !account.isDisabled())
                .ifPresent(this::mailLink);
    }

    void mailLink(Account account) {
        var secret = links.issue(LinkPurpose.RESET, account.id(), null);
        mails.send(Letter.of(
                "account/mail-reset",
                account.email(),
                Map.of("name", account.name(), "link", site.link("/password/reset/" + secret.value()))));
    }

    @Transactional(readOnly = true)
    public LinkState stateOf(String token) {
        return links.stateOf(LinkPurpose.RESET, token);
    }

    /** Words about the person behind an open link, which a passphrase must not consist of. Empty for any other link. */
    @Transactional(readOnly = true)
    public List<String> about(String token) {
        return links.find(LinkPurpose.RESET, token)
                .flatMap(link -> accounts.findById(link.accountId()))
                .map(account -> List.of(account.name(), account.email().value()))
                .orElse(List.of());
    }

    /** Sets the passphrase, ends every session and every other link, and says so by mail. */
    public Outcome reset(String token, String passphrase) {
        String hash = requireNonNull(encoder.encode(passphrase));
        return races.decide(() -> resetOnce(token, hash));
    }

    private Outcome resetOnce(String token, String hash) {
        var now = clock.instant();
        var link = links.find(LinkPurpose.RESET, token).orElse(null);
        if (link == null) {
            return Outcome.UNKNOWN;
        }
        if (link.state(now) != LinkState.OPEN) {
            return Outcome.of(link.state(now));
        }
        var account = accounts.findById(link.accountId()).orElseThrow();
        if (account.isDisabled()) {
            return Outcome.ENDED;
        }
        link.use(now);
        account.changePassphrase(hash, now);
        mails.send(Letter.of(
                "account/mail-passphrase-changed",
                account.email(),
                Map.of("name", account.name(), "forgotten", site.link("/password"))));
        links.endPending(account.id());
        return Outcome.DONE;
    }
}
