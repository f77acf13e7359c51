package net.gatepost.site;

import com.github.kagkarlsson.scheduler.Scheduler;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import net.gatepost.web.LongestPause;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * Starts the scheduler once everything else is up and stops it first. Starts it anew where the clock was set back: it would do nothing
 * until the clock has come again to where it was.
 */
class WaitingLoop implements SmartLifecycle {

    /** A process that lives beats again before anybody takes it for dead. */
    private static final Duration CLOCKS_APART = Duration.ofMinutes(1);

    private final Supplier<Scheduler> schedulers;
    private final ClockWatch watch;
    private final JdbcClient database;
    private final Clock clock;

    private @Nullable Scheduler scheduler;
    private final List<Thread> ending = new ArrayList<>();
    private int timesSetBack;

    /** @param schedulers makes one that was not started yet */
    WaitingLoop(Supplier<Scheduler> schedulers, ClockWatch watch, JdbcClient database, Clock clock) {
        this.schedulers = schedulers;
        this.watch = watch;
        this.database = database;
        this.clock = clock;
    }

    @Override
    public synchronized void start() {
        start(LongestPause.after(clock.instant()));
    }

    /** @param latest when work may be due at the latest; what is due later is due now */
    private void start(Instant latest) {
        int times = watch.timesSetBack();
        bringBack(latest);
        var next = schedulers.get();
        next.start();
        scheduler = next;
        timesSetBack = times;
    }

    @Override
    public synchronized void stop() {
        if (scheduler != null) {
            scheduler.stop();
            scheduler = null;
        }
        ending.forEach(WaitingLoop::await);
        ending.clear();
    }

    private static void await(Thread end) {
        try {
            end.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return scheduler != null;
    }

    /** What the former scheduler is at goes on meanwhile, for as long as it may when the site is stopped. */
    @Scheduled(fixedDelay = 5_000)
    synchronized void startAnewAfterSettingBack() {
        var former = scheduler;
        if (former != null && watch.timesSetBack() != timesSetBack) {
            start(clock.instant());
            var end = new Thread(former::stop, "former-waiting-work");
            ending.add(end);
            end.start();
        }
    }

    /**
     * What was put down, put off, or begun by a process that was killed, while a clock ran ahead. What recurs the scheduler itself brings
     * back when it starts.
     */
    private void bringBack(Instant latest) {
        var now = clock.instant();
        database.sql("update scheduled_tasks set execution_time = :now"
                        + " where picked = false and task_instance <> 'recurring' and execution_time > :latest")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("latest", latest.atOffset(ZoneOffset.UTC))
                .update();
        database.sql("update scheduled_tasks set last_heartbeat = :now where picked = true and last_heartbeat > :soon")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("soon", now.plus(CLOCKS_APART).atOffset(ZoneOffset.UTC))
                .update();
    }
}
