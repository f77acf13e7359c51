package net.gatepost.site;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerBuilder;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;

/** db-scheduler: work that waits in the database and is done by one of the processes, once it is committed. */
@Configuration(proxyBeanMethods = false)
class WaitingWork {

    private static final int WORKERS = 4;
    private static final int MISSED_HEARTBEATS = 5;

    /** Puts work into the caller's transaction; without the proxy it would commit on a connection of its own. */
    @Bean
    @DependsOnDatabaseInitialization
    SchedulerClient schedulerClient(DataSource dataSource) {
        return SchedulerClient.Builder.create(new TransactionAwareDataSourceProxy(dataSource))
                .build();
    }

    @Bean
    @DependsOnDatabaseInitialization
    @ConditionalOnBooleanProperty(name = "gatepost.work.enabled", matchIfMissing = true)
    WaitingLoop waitingLoop(
            DataSource dataSource,
            List<Task<?>> tasks,
            @Value("${gatepost.work.poll-interval}") Duration pollInterval,
            @Value("${gatepost.work.heartbeat}") Duration heartbeat,
            JdbcClient database,
            Clock clock) {
        var watch = new ClockWatch(clock, System::nanoTime);
        var onceInAProcess = new OnceInAProcess(clock);
        var irrevocable = new IrrevocableWork(watch::isFarAhead, clock);
        return new WaitingLoop(
                () -> builder(dataSource, tasks)
                        .threads(WORKERS)
                        .pollingInterval(pollInterval)
                        // What a killed process was at is taken up again after about a minute, not after half an hour.
                        .heartbeatInterval(heartbeat)
                        .missedHeartbeatsLimit(MISSED_HEARTBEATS)
                        .alwaysPersistTimestampInUTC()
                        .addExecutionInterceptor(onceInAProcess)
                        .addExecutionInterceptor(irrevocable)
                        .build(),
                watch,
                database,
                clock);
    }

    private static SchedulerBuilder builder(DataSource dataSource, List<Task<?>> tasks) {
        List<Task<?>> onDemand = new ArrayList<>();
        List<RecurringTask<?>> recurring = new ArrayList<>();
        for (Task<?> task : tasks) {
            if (task instanceof RecurringTask<?> timed) {
                recurring.add(timed);
            } else {
                onDemand.add(task);
            }
        }
        return Scheduler.create(dataSource, onDemand).startTasks(recurring);
    }
}
