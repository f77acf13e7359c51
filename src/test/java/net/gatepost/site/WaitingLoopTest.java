package net.gatepost.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerBuilder;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import net.gatepost.ModuleTest;
import net.gatepost.TestClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ModuleTest
class WaitingLoopTest {

    private static final Duration AGES = Duration.ofDays(400);
    private static final String OFTEN = "test-waiting-often";
    private static final String RETENTION = "test-waiting-retention";
    private static final TaskDescriptor<Void> TASK = TaskDescriptor.of("test-waiting");

    /** Enough for a busy machine. */
    private static final int PATIENCE = 60;

    @Autowired
    DataSource dataSource;

    @Autowired
    JdbcClient database;

    @Autowired
    SchedulerClient client;

    @Autowired
    TestClock clock;

    private final LinkedBlockingQueue<String> done = new LinkedBlockingQueue<>();
    private final String name = UUID.randomUUID().toString();
    private volatile boolean isTimeDoubted;
    private volatile boolean deleted;
    private CountDownLatch hold = new CountDownLatch(0);
    private OnceInAProcess onceInAProcess;
    private WaitingLoop loop;

    @BeforeEach
    void aLoop() {
        onceInAProcess = new OnceInAProcess(clock);
        loop = new WaitingLoop(this::scheduler, new ClockWatch(clock, System::nanoTime), database, clock);
    }

    @AfterEach
    void stop() {
        loop.stop();
        database.sql("delete from scheduled_tasks where task_name like 'test-waiting%'")
                .update();
    }

    @Test
    void whatWasPutDownWhileTheClockRanAheadIsDoneOnceItIsRight() throws Exception {
        put(clock.instant().plus(AGES));

        loop.start();

        awaitDone(name);
    }

    @Test
    void whatRecursGoesOnAfterTheClockRanAhead() throws Exception {
        database.sql("insert into scheduled_tasks (task_name, task_instance, execution_time, picked, version)"
                        + " values (?, 'recurring', ?, false, 1)")
                .params(OFTEN, clock.instant().plus(AGES).atOffset(ZoneOffset.UTC))
                .update();

        loop.start();

        awaitDone(OFTEN);
    }

    @Test
    void aClockThatIsSetBackDoesNotStopTheWork() throws Exception {
        loop.start();
        put(clock.instant());
        awaitDone(name);

        client.scheduleIfNotExists(
                TASK.instance("soon").scheduledTo(clock.instant().plus(Duration.ofHours(1))));
        clock.advance(Duration.ofHours(-5));
        loop.startAnewAfterSettingBack();
        client.scheduleIfNotExists(TASK.instance("next").scheduledTo(clock.instant()));

        awaitDone("soon", "next");
        assertThat(loop.isRunning()).isTrue();
    }

    @Test
    void whatNobodyCanUndoWaitsWhileTheTimeIsDoubtedAndOtherWorkIsDone() throws Exception {
        isTimeDoubted = true;
        loop.start();

        awaitDone(OFTEN);
        await().atMost(PATIENCE, TimeUnit.SECONDS).until(() -> nextOf(RETENTION).isAfter(clock.instant()));
        assertThat(nextOf(RETENTION))
                .as("put off")
                .isBetween(clock.instant(), clock.instant().plus(Duration.ofMinutes(6)));
        assertThat(deleted).isFalse();
    }

    @Test
    void whatAProcessWasAtThatWasKilledWhileTheClockRanAheadIsTakenUp() throws Exception {
        put(clock.instant());
        database.sql("update scheduled_tasks set picked = true, picked_by = 'killed', last_heartbeat = ?"
                        + " where task_instance = ?")
                .params(clock.instant().plus(AGES).atOffset(ZoneOffset.UTC), name)
                .update();

        loop.start();

        awaitDone(name);
    }

    @Test
    void whatThisProcessIsAtIsNotBegunAgainIfItTakesItselfForDead() throws Exception {
        hold = new CountDownLatch(1);
        loop.start();
        put(clock.instant());
        awaitDone("begun");

        database.sql("update scheduled_tasks set picked = false, version = version + 1 where task_instance = ?")
                .param(name)
                .update();
        await("put off")
                .atMost(PATIENCE, TimeUnit.SECONDS)
                .untilAsserted(() -> assertThat(nextOf(TASK.getTaskName())).isAfter(clock.instant()));
        assertThat(done).doesNotContain("begun", name);
        hold.countDown();
        awaitDone(name);
    }

    /** In whichever order. */
    private void awaitDone(String... what) throws InterruptedException {
        Set<String> missing = new HashSet<>(Set.of(what));
        while (!missing.isEmpty()) {
            String next = done.poll(PATIENCE, TimeUnit.SECONDS);
            assertThat(next).as("while waiting for %s", missing).isNotNull();
            missing.remove(next);
        }
    }

    private Instant nextOf(String task) {
        return database.sql("select execution_time from scheduled_tasks where task_name = ?")
                .param(task)
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
    }

    private void put(Instant when) {
        client.scheduleIfNotExists(TASK.instance(name).scheduledTo(when));
    }

    private Scheduler scheduler() {
        List<Task<?>> once = List.of(Tasks.oneTime(TASK).execute((task, context) -> {
            done.add("begun");
            awaitRelease();
            done.add(task.getId());
        }));
        List<RecurringTask<?>> recurring = List.of(
                recurring(OFTEN, Duration.ofSeconds(1), () -> done.add(OFTEN)),
                recurring(RETENTION, Duration.ofHours(1), () -> deleted = true));
        return new OnTestClock(dataSource, once, clock)
                .startTasks(recurring)
                .pollingInterval(Duration.ofMillis(100))
                .heartbeatInterval(Duration.ofSeconds(1))
                .missedHeartbeatsLimit(4)
                .alwaysPersistTimestampInUTC()
                .addExecutionInterceptor(onceInAProcess)
                .addExecutionInterceptor(new IrrevocableWork(() -> isTimeDoubted, clock))
                .build();
    }

    private void awaitRelease() {
        try {
            hold.await();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private RecurringTask<Void> recurring(String task, Duration pause, Runnable work) {
        return Tasks.recurring(task, Schedules.fixedDelay(pause)).execute((instance, context) -> work.run());
    }

    private static final class OnTestClock extends SchedulerBuilder {
        OnTestClock(DataSource dataSource, List<Task<?>> tasks, TestClock time) {
            super(dataSource, tasks);
            this.clock = time::instant;
        }
    }
}
