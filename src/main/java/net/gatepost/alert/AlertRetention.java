package net.gatepost.alert;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Forgets what no alert needs any more, a part at a time. */
@Component
class AlertRetention {

    /** Longer than from one weekly alert to the next, with days for one that failed. */
    static final Duration MATCHES = Duration.ofDays(10);

    /** Longer than anything that was matched is kept: nothing can come a second time then. */
    static final Duration SENT = Duration.ofDays(90);

    private static final int PART = 1_000;

    private final AlertMatches matches;
    private final AlertQueries queries;
    private final TransactionTemplate transaction;
    private final Clock clock;

    AlertRetention(AlertMatches matches, AlertQueries queries, TransactionTemplate transaction, Clock clock) {
        this.matches = matches;
        this.queries = queries;
        this.transaction = transaction;
        this.clock = clock;
    }

    void forget() {
        var now = clock.instant();
        while (matches.forgetMatches(now.minus(MATCHES), PART)) {
            // a part at a time, each committed
        }
        int forgotten = PART;
        while (forgotten == PART) {
            forgotten = matches.forgetSent(now.minus(SENT), PART);
        }
        forgotten = PART;
        while (forgotten == PART) {
            forgotten = requireNonNull(transaction.execute(status -> queries.forgetUnused(PART)));
        }
    }
}
