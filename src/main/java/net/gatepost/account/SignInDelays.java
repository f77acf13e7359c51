package net.gatepost.account;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import net.gatepost.web.LongestPause;
import net.gatepost.web.Network;
import net.gatepost.web.Outdated;
import net.gatepost.web.RateLimits;
import net.gatepost.web.SignedLinks;
import net.gatepost.web.TooManyRequests;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes each further try wait longer: five are free, then 2, 4, 8 seconds and so on up to a quarter of an hour. A try is
 * counted before it is checked, in the database, so that many at once gain nothing, whichever process they reach.
 */
@Component
class SignInDelays {

    static final Duration LONGEST = Duration.ofMinutes(15);
    static final int FREE = 5;

    private static final int LARGEST_EXPONENT = 20;

    private static final int PER_NETWORK = 100;

    private static final Duration KEPT = Duration.ofDays(1);

    private final RateLimits limits;
    private final SignedLinks signatures;
    private final JdbcClient database;
    private final TransactionTemplate ownTransaction;
    private final Clock clock;

    SignInDelays(
            RateLimits limits,
            SignedLinks signatures,
            JdbcClient database,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.limits = limits;
        this.signatures = signatures;
        this.database = database;
        this.ownTransaction = new TransactionTemplate(transactions);
        ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.clock = clock;
    }

    private record Tries(int count, Instant nextAt) {}

    /**
     * Begins a try: whatever is tried is counted by the network it comes from, and slowed down by what it is and the network.
     *
     * @param what an address, or a way of signing in that takes none
     * @return what to {@link #forget} it by when it succeeds
     * @throws TooManyRequests when the network has tried too much, or while the pause after the last try is not over
     */
    String begin(String what, Network network) {
        limits.take("sign-in-network", network.value(), PER_NETWORK, LONGEST);
        String key = what + '|' + network.value();
        begin(key);
        return key;
    }

    /** @throws TooManyRequests while the pause after the last try is not over; that one is not counted */
    void begin(String key) {
        ownTransaction.executeWithoutResult(status -> {
            String id = id(key);
            var now = clock.instant();
            database.sql("insert into sign_in_delay (id, tries, next_at) values (?, 0, ?) on conflict do nothing")
                    .params(id, at(now))
                    .update();
            // The row is locked: of many at once each waits for the one before.
            var before = database.sql("select tries, next_at from sign_in_delay where id = ? for update")
                    .param(id)
                    .query((row, number) -> new Tries(
                            row.getInt(1),
                            row.getObject(2, OffsetDateTime.class).toInstant()))
                    .single();
            var left = Duration.between(now, before.nextAt());
            // A longer one was written while the clock ran ahead.
            if (now.isBefore(before.nextAt()) && left.compareTo(LONGEST) <= 0) {
                throw new TooManyRequests(left);
            }
            int count = before.count() + 1;
            database.sql("update sign_in_delay set tries = ?, next_at = ? where id = ?")
                    .params(count, at(now.plus(pauseAfter(count))), id)
                    .update();
        });
    }

    void forget(String key) {
        database.sql("delete from sign_in_delay where id = ?").param(id(key)).update();
    }

    /** Forgets what was not tried for a day, and what was tried while the clock ran ahead. */
    void forgetOld() {
        var now = clock.instant();
        Outdated.delete(database, "sign_in_delay", "next_at", now.minus(KEPT), LongestPause.after(now));
    }

    private String id(String key) {
        return signatures.fingerprint("sign-in-delay", key);
    }

    private static OffsetDateTime at(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }

    static Duration pauseAfter(int count) {
        if (count < FREE) {
            return Duration.ZERO;
        }
        var pause = Duration.ofSeconds(1L << Math.min(count - FREE + 1, LARGEST_EXPONENT));
        return pause.compareTo(LONGEST) < 0 ? pause : LONGEST;
    }
}
