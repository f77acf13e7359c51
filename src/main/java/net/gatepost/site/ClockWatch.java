package net.gatepost.site;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notices that the machine's clock was set while the process ran, by comparing it with the time that has passed. A machine that
 * slept looks the same: to be safe it is taken for one whose clock was set ahead.
 */
final class ClockWatch {

    /** Less is how a clock is kept right. */
    private static final Duration SET = Duration.ofSeconds(30);

    private static final Duration FAR = Duration.ofHours(1);

    /** Somebody has noticed by then. */
    private static final Duration DOUBTED_FOR = Duration.ofDays(1);

    private static final Logger log = LoggerFactory.getLogger(ClockWatch.class);

    private final Clock clock;
    private final LongSupplier nanoTime;

    private Instant lastTime;
    private long lastNanos;
    private int timesSetBack;
    private Duration ahead = Duration.ZERO;
    private long aheadSince;

    /** @param nanoTime as {@link System#nanoTime} */
    ClockWatch(Clock clock, LongSupplier nanoTime) {
        this.clock = clock;
        this.nanoTime = nanoTime;
        this.lastTime = clock.instant();
        this.lastNanos = nanoTime.getAsLong();
    }

    /** How often it was set back so far. */
    synchronized int timesSetBack() {
        look();
        return timesSetBack;
    }

    /** Whether it was set ahead by more than an hour within the last day, and was not set right again since. */
    synchronized boolean isFarAhead() {
        look();
        if (lastNanos - aheadSince > DOUBTED_FOR.toNanos()) {
            ahead = Duration.ZERO;
        }
        return ahead.compareTo(FAR) > 0;
    }

    private void look() {
        var time = clock.instant();
        long nanos = nanoTime.getAsLong();
        var set = Duration.between(lastTime.plusNanos(nanos - lastNanos), time);
        lastTime = time;
        lastNanos = nanos;
        if (set.abs().compareTo(SET) < 0) {
            return;
        }
        if (set.isNegative()) {
            timesSetBack++;
            log.warn("The clock was set back by {}", set.negated());
        } else if (set.compareTo(FAR) > 0) {
            log.error(
                    "The clock was set ahead by {}, or the machine slept: what would be deleted, ended or published because of"
                            + " the time waits for a day; start the site again if the time is right now",
                    set);
        } else {
            log.warn("The clock was set ahead by {}", set);
        }
        if (!set.isNegative()) {
            aheadSince = nanos;
        }
        ahead = ahead.plus(set);
        if (ahead.isNegative()) {
            ahead = Duration.ZERO;
        }
    }
}
