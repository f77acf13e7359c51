package net.gatepost.site;

import com.github.kagkarlsson.scheduler.Scheduler;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * Starts the scheduler once everything else is up and stops it first. Starts it anew where the clock was set back: it would do nothing
 * until the clock has come again to where it was.
 */
class WaitingLoop implements SmartLifecycle {

    /** No work is put off for longer. */
    private static final Duration LONGEST_PAUSE = Duration.ofDays(2);

    private final Supplier<Scheduler> schedulers;
    private final ClockWatch watch;
    private final JdbcClient database;
    private final Clock clock;

    private @Nullable Scheduler scheduler;
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
        int times = watch.timesSetBack();
        bringBack();
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
    }

    @Override
    public synchronized boolean isRunning() {
        return scheduler != null;
    }

    /** What the former scheduler is at goes on to its end, which may take long. */
    @Scheduled(fixedDelay = 5_000)
    synchronized void startAnewAfterSettingBack() {
        var former = scheduler;
        if (former != null && watch.timesSetBack() != timesSetBack) {
            start();
            new Thread(former::stop, "former-waiting-work").start();
        }
    }

    /** What was put down, or put off, while a clock ran ahead. What recurs the scheduler itself brings back when it starts. */
    private void bringBack() {
        var now = clock.instant();
        database.sql("update scheduled_tasks set execution_time = :now"
                        + " where picked = false and task_instance <> 'recurring' and execution_time > :latest")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("latest", now.plus(LONGEST_PAUSE).atOffset(ZoneOffset.UTC))
                .update();
    }
}
