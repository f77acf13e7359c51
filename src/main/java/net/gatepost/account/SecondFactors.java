package net.gatepost.account;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import net.gatepost.audit.Audit;
import net.gatepost.web.NotFound;
import net.gatepost.web.RateLimits;
import net.gatepost.web.Viewer;
import org.apache.commons.codec.binary.Base32;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The second thing that signing in takes besides the passphrase: a passkey, a smart card, a code from an authenticator app,
 * or a recovery code. The recovery codes come with the first and go with the last of the others. Its owner sets it up and takes it away; where it is lost, an administrator can take it away after a waiting time, of which the
 * owner is mailed and which any use of it ends. Each change is mailed and in the audit trail.
 */
@Service
@Transactional
public class SecondFactors {

    /** From an administrator's word to the end of a factor: so long its owner can say that it isn't lost. */
    public static final Duration WAIT = Duration.ofDays(3);

    private static final int TRIES = 10;
    private static final Duration TRIES_PERIOD = Duration.ofMinutes(15);
    private static final int ENDED_AT_ONCE = 100;

    private final SecondFactorRepository factors;
    private final RecoveryCodes recovery;
    private final PasskeyStore passkeys;
    private final SmartCardStore cards;
    private final AccountRepository accounts;
    private final OneTimeCodes codes;
    private final RateLimits limits;
    private final SecurityMails mails;
    private final Audit audit;
    private final Clock clock;

    SecondFactors(
            SecondFactorRepository factors,
            RecoveryCodes recovery,
            PasskeyStore passkeys,
            SmartCardStore cards,
            AccountRepository accounts,
            OneTimeCodes codes,
            RateLimits limits,
            SecurityMails mails,
            Audit audit,
            Clock clock) {
        this.factors = factors;
        this.recovery = recovery;
        this.passkeys = passkeys;
        this.cards = cards;
        this.accounts = accounts;
        this.codes = codes;
        this.limits = limits;
        this.mails = mails;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * What an account has.
     *
     * @param since null without one
     * @param app whether an authenticator app is one
     * @param passkeys how many
     * @param cards how many smart cards
     * @param codesLeft recovery codes that were not used yet
     * @param endsAt when it is taken away, if it is
     */
    public record State(
            @Nullable Instant since,
            boolean app,
            int passkeys,
            int cards,
            int codesLeft,
            @Nullable Instant endsAt) {}

    /**
     * A secret to be scanned or typed into an app.
     *
     * @param key in groups of four, as one types it
     * @param uri as a QR code carries it
     */
    public record Offer(String key, String uri) {
        @Override
        public String toString() {
            return "Offer[withheld]";
        }
    }

    @Transactional(readOnly = true)
    public State of(UUID accountId) {
        var account = accounts.findById(accountId).orElseThrow(NotFound::new);
        var factor = factors.findById(accountId);
        return new State(
                account.secondFactorSince(),
                factor.map(SecondFactor::secret).isPresent(),
                passkeys.count(accountId),
                cards.count(accountId),
                recovery.left(accountId),
                factor.map(SecondFactor::endsAt).orElse(null));
    }

    @Transactional(readOnly = true)
    public boolean has(UUID accountId) {
        return accounts.findById(accountId)
                .map(account -> account.secondFactorSince() != null)
                .orElse(false);
    }

    /** Makes a secret to be proved with its first code. What counts until then goes on counting. */
    public void offer(Confirmed confirmed) {
        UUID id = confirmed.viewer().id();
        factors.begin(id);
        factors.lock(id).orElseThrow(NotFound::new).offer(codes.encrypt(OneTimeCodes.freshSecret(), id));
    }

    /** What was offered and is not proved yet. */
    @Transactional(readOnly = true)
    public Optional<Offer> offered(Viewer viewer) {
        return factors.findById(viewer.id())
                .map(SecondFactor::pending)
                .map(pending -> new Base32().encodeToString(codes.decrypt(pending, viewer.id())))
                .map(key -> new Offer(
                        String.join(" ", key.split("(?<=\\G.{4})")),
                        "otpauth://totp/Gatepost:%s?secret=%s&issuer=Gatepost"
                                .formatted(
                                        accounts.findById(viewer.id())
                                                .orElseThrow()
                                                .email()
                                                .value()
                                                .replace("%", "%25")
                                                .replace("&", "%26"),
                                        key)));
    }

    /**
     * Lets what was offered count, if this is its code.
     *
     * @return the recovery codes, which nobody is ever told again; empty if it is not, or nothing is offered
     * @throws net.gatepost.web.TooManyRequests when too many were tried
     */
    public Optional<List<String>> activate(Viewer viewer, String typed) {
        UUID id = viewer.id();
        take(id);
        var factor = factors.lock(id).orElse(null);
        byte[] pending = factor == null ? null : factor.pending();
        if (factor == null || pending == null) {
            return Optional.empty();
        }
        var step = codes.stepOf(typed, codes.decrypt(pending, id), 0, clock.instant());
        if (step.isEmpty()) {
            return Optional.empty();
        }
        factor.activate(step.getAsLong());
        var account = accounts.findById(id).orElseThrow(NotFound::new);
        account.secondFactorFrom(clock.instant());
        audit.record(id, "account.factor-added", AccountData.SUBJECT, id, "");
        tell(account, "added");
        return Optional.of(recovery.renew(id));
    }

    /**
     * Whether this is the code of now, or a recovery code; whichever it is, it is used up.
     *
     * @throws net.gatepost.web.TooManyRequests when too many were tried: by somebody who knows the passphrase, so that no
     *     stranger keeps the owner out
     */
    public boolean passes(UUID accountId, String typed) {
        take(accountId);
        var factor = factors.lock(accountId).orElse(null);
        if (factor == null) {
            return false;
        }
        byte[] secret = factor.secret();
        var step = secret == null
                ? OptionalLong.empty()
                : codes.stepOf(typed, codes.decrypt(secret, accountId), factor.lastStep(), clock.instant());
        if (step.isPresent()) {
            factor.used(step.getAsLong());
            return true;
        }
        if (!recovery.use(accountId, typed, clock.instant())) {
            return false;
        }
        factor.keep();
        audit.record(accountId, "account.recovery-code-used", AccountData.SUBJECT, accountId, "");
        tell(accounts.findById(accountId).orElseThrow(NotFound::new), "recovered");
        return true;
    }

    /** Ten new recovery codes; those before are void. */
    public List<String> renewCodes(Confirmed confirmed) {
        UUID id = confirmed.viewer().id();
        if (!has(id)) {
            throw new NotFound();
        }
        factors.lock(id);
        audit.record(id, "account.recovery-codes-renewed", AccountData.SUBJECT, id, "");
        return recovery.renew(id);
    }

    /** Takes the authenticator app away; passkeys and cards stay. Does nothing where there is none. */
    public void removeApp(Confirmed confirmed) {
        UUID id = confirmed.viewer().id();
        var factor = factors.lock(id).orElse(null);
        if (factor == null || factor.secret() == null) {
            return;
        }
        if (hasNoKey(id)) {
            remove(id, id);
            return;
        }
        factor.removeApp();
        audit.record(id, "account.app-removed", AccountData.SUBJECT, id, "");
        tell(accounts.findById(id).orElseThrow(NotFound::new), "app-removed");
    }

    private boolean hasNoKey(UUID accountId) {
        return passkeys.count(accountId) + cards.count(accountId) == 0;
    }

    /**
     * Lets a passkey or a smart card count that was just added.
     *
     * @return the recovery codes, if it is the first factor; else none
     */
    List<String> added(UUID accountId) {
        factors.begin(accountId);
        factors.lock(accountId).orElseThrow(NotFound::new).keep();
        var account = accounts.findById(accountId).orElseThrow(NotFound::new);
        if (account.secondFactorSince() != null) {
            return List.of();
        }
        account.secondFactorFrom(clock.instant());
        return recovery.renew(accountId);
    }

    /** Who shows one has not lost it. */
    void used(UUID accountId) {
        factors.lock(accountId).ifPresent(SecondFactor::keep);
    }

    /** Lets changes of one account's factors follow one another. */
    void lock(UUID accountId) {
        factors.lock(accountId);
    }

    /** Ends the second factor with the last of them. */
    void removed(UUID accountId) {
        var hasApp = factors.findById(accountId).map(SecondFactor::secret).isPresent();
        if (!hasApp && hasNoKey(accountId)) {
            remove(accountId, accountId);
        }
    }

    /** Takes somebody's away after {@link #WAIT}, who is mailed of it now. Asked twice, the first counts. */
    public void endLater(Viewer administrator, UUID accountId, String reason) {
        var account = accounts.findById(accountId).orElseThrow(NotFound::new);
        var factor = factors.lock(accountId).orElse(null);
        if (account.secondFactorSince() == null || factor == null || factor.endsAt() != null) {
            return;
        }
        factor.endAt(clock.instant().plus(WAIT));
        audit.record(administrator.id(), "account.factor-ends", AccountData.SUBJECT, accountId, reason);
        tell(account, "ends");
    }

    /** Takes away what a thief has set up, in the transaction that gives the account back. */
    void endStolen(UUID accountId) {
        factors.lock(accountId);
        remove(null, accountId);
    }

    /** Takes away those whose waiting time is over, some at a time. Answers how many. */
    int endSome() {
        var ended = factors.ended(clock.instant(), Limit.of(ENDED_AT_ONCE));
        ended.forEach(id -> remove(null, id));
        return ended.size();
    }

    private void remove(@Nullable UUID by, UUID accountId) {
        var account = accounts.findById(accountId).orElseThrow(NotFound::new);
        if (account.secondFactorSince() == null) {
            return;
        }
        account.endSecondFactor();
        factors.deleteOf(accountId);
        passkeys.removeAll(accountId);
        cards.removeAll(accountId);
        recovery.forget(accountId);
        audit.record(by, "account.factor-removed", AccountData.SUBJECT, accountId, "");
        tell(account, "removed");
    }

    private void take(UUID accountId) {
        limits.take("second-factor", accountId.toString(), TRIES, TRIES_PERIOD);
    }

    private void tell(Account account, String what) {
        mails.tell(account, "factor-" + what);
    }
}
