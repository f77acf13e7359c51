package net.gatepost.mailinglist;

import com.github.kagkarlsson.scheduler.task.FailureHandler.ExponentialBackoffFailureHandler;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import net.gatepost.web.DailyFigure;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The list's waiting work: wishes to join as they come, reminding and forgetting those that nobody confirmed. */
@Configuration(proxyBeanMethods = false)
class ListWork {

    private static final Duration BETWEEN_REMINDERS = Duration.ofHours(1);

    private static final TaskDescriptor<Void> RETENTION = TaskDescriptor.of("mailing-list-retention");

    @Bean
    DailyFigure subscribersByDay(JdbcClient database) {
        return DailyFigure.of("subscribers", database, "confirmed_at", "subscriber where status = 'CONFIRMED'");
    }

    @Bean
    OneTimeTask<Signups.Waiting> mailingListSignupTask(Signups signups) {
        return Tasks.oneTime(Signups.TASK)
                .onFailure(new ExponentialBackoffFailureHandler<>(Duration.ofSeconds(10)))
                .execute((task, context) -> signups.receive(task.getData().toSignup()));
    }

    @Bean
    RecurringTask<Void> mailingListRemindersTask(Reminders reminders) {
        return Tasks.recurring("mailing-list-reminders", Schedules.fixedDelay(BETWEEN_REMINDERS))
                .execute((task, context) -> reminders.run());
    }

    @Bean
    RecurringTask<Void> mailingListRetentionTask(Retention retention) {
        return Tasks.recurring(RETENTION, Schedules.daily(ZoneOffset.UTC, LocalTime.of(4, 10)))
                .execute((task, context) -> retention.forgetUnconfirmed());
    }
}
