package net.gatepost.admin;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceCurrentlyExecutingException;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceNotFoundException;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import net.gatepost.web.DatabaseGauges;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Work that has failed and is tried again by itself, later and later; here it can be tried at once. */
@Component
class WaitingTasks implements MeterBinder {

    static final int MOST = 100;

    private final JdbcClient database;
    private final SchedulerClient waitingWork;
    private final DatabaseGauges gauges;
    private final Clock clock;

    WaitingTasks(JdbcClient database, SchedulerClient waitingWork, DatabaseGauges gauges, Clock clock) {
        this.gauges = gauges;
        this.database = database;
        this.waitingWork = waitingWork;
        this.clock = clock;
    }

    /** One that has failed at least once since it last worked. What it is about is an id and not shown. */
    record Failing(
            String name,
            String instance,
            int failures,
            @Nullable Instant last,
            Instant next) {}

    /** The most often failed first. */
    List<Failing> failing() {
        return database.sql("""
                        select task_name, task_instance, consecutive_failures, last_failure, execution_time
                        from scheduled_tasks where consecutive_failures > 0
                        order by consecutive_failures desc, execution_time fetch first ? rows only""")
                .param(MOST)
                .query((row, number) -> {
                    var last = row.getObject("last_failure", OffsetDateTime.class);
                    return new Failing(
                            row.getString("task_name"),
                            row.getString("task_instance"),
                            row.getInt("consecutive_failures"),
                            last == null ? null : last.toInstant(),
                            row.getObject("execution_time", OffsetDateTime.class)
                                    .toInstant());
                })
                .list();
    }

    long count() {
        return database.sql("select count(*) from scheduled_tasks where consecutive_failures > 0")
                .query(Long.class)
                .single();
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        gauges.of("gatepost.tasks.failing", this::count)
                .description("waiting tasks that failed when they were last tried")
                .register(meters);
    }

    /** One that runs, or is done meanwhile, needs nothing. */
    void retry(String name, String instance) {
        try {
            waitingWork.reschedule(TaskInstanceId.of(name, instance), clock.instant());
        } catch (TaskInstanceCurrentlyExecutingException | TaskInstanceNotFoundException nothingToDo) {
            return;
        }
    }
}
