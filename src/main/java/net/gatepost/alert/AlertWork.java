package net.gatepost.alert;

import com.github.kagkarlsson.scheduler.task.FailureHandler.ExponentialBackoffFailureHandler;
import com.github.kagkarlsson.scheduler.task.FailureHandler.MaxRetriesFailureHandler;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The waiting work of alerts: matching what is new, telling people, and forgetting. */
@Configuration(proxyBeanMethods = false)
class AlertWork {

    /** A listing is told of at once within about twice that. */
    private static final Duration BETWEEN_ROUNDS = Duration.ofSeconds(20);

    private static final int RETRIES = 10;

    @Bean
    RecurringTask<Void> alertMatchingTask(Matching matching, Announcing announcing) {
        return Tasks.recurring("saved-search-matching", Schedules.fixedDelay(BETWEEN_ROUNDS))
                .execute((task, context) -> {
                    matching.run();
                    announcing.atOnce();
                });
    }

    @Bean
    RecurringTask<Void> alertDailyTask(Announcing announcing) {
        return Tasks.recurring("saved-search-alerts", Schedules.daily(ZoneOffset.UTC, AlertTimes.AT))
                .execute((task, context) -> announcing.daily());
    }

    @Bean
    OneTimeTask<Void> alertTask(AlertMailing mailing) {
        return Tasks.oneTime(Announcing.TASK)
                .onFailure(new MaxRetriesFailureHandler<>(
                        RETRIES, new ExponentialBackoffFailureHandler<>(Duration.ofMinutes(1))))
                .execute((task, context) -> mailing.send(Announcing.accountOf(task.getId())));
    }

    @Bean
    RecurringTask<Void> alertRetentionTask(AlertRetention retention) {
        return Tasks.recurring("saved-search-retention", Schedules.daily(ZoneOffset.UTC, LocalTime.of(3, 50)))
                .execute((task, context) -> retention.forget());
    }
}
