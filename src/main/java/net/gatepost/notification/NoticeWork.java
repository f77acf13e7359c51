package net.gatepost.notification;

import com.github.kagkarlsson.scheduler.task.FailureHandler.ExponentialBackoffFailureHandler;
import com.github.kagkarlsson.scheduler.task.FailureHandler.MaxRetriesFailureHandler;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The waiting work of notifications: the digests and the forgetting. */
@Configuration(proxyBeanMethods = false)
class NoticeWork {

    /** Early morning in Washington, in winter as in summer. */
    static final LocalTime DIGESTS_AT = LocalTime.of(11, 0);

    /** With the pauses between them about half a day; what failed until then is part of the next day's digest. */
    private static final int RETRIES = 10;

    @Bean
    RecurringTask<Void> notificationDigestsTask(Digests digests) {
        return Tasks.recurring("notification-digests", Schedules.daily(ZoneOffset.UTC, DIGESTS_AT))
                .execute((task, context) -> digests.putDown());
    }

    @Bean
    OneTimeTask<Void> notificationDigestTask(Digests digests) {
        return Tasks.oneTime(Digests.TASK)
                .onFailure(new MaxRetriesFailureHandler<>(
                        RETRIES, new ExponentialBackoffFailureHandler<>(Duration.ofMinutes(1))))
                .execute((task, context) -> digests.send(UUID.fromString(task.getId())));
    }

    @Bean
    RecurringTask<Void> notificationRetentionTask(NoticeRetention retention) {
        return Tasks.recurring("notification-retention", Schedules.daily(ZoneOffset.UTC, LocalTime.of(3, 40)))
                .execute((task, context) -> retention.forget());
    }
}
