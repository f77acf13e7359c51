package net.gatepost.apply;

import com.github.kagkarlsson.scheduler.task.FailureHandler.ExponentialBackoffFailureHandler;
import com.github.kagkarlsson.scheduler.task.FailureHandler.MaxRetriesFailureHandler;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Duration;
import java.util.UUID;
import net.gatepost.web.DailyFigure;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The waiting work of applications. */
@Configuration(proxyBeanMethods = false)
class ApplicationWork {

    private static final Duration LOOKS_EVERY = Duration.ofMinutes(15);

    /** About half a day; what failed until then is found again by the next look. */
    private static final int RETRIES = 10;

    @Bean
    DailyFigure applicationsByDay(JdbcClient database) {
        return DailyFigure.of("applications", database, "submitted_at", "application where 1 = 1");
    }

    @Bean
    RecurringTask<Void> applicationListingsOverTask(ListingEnds ends) {
        return Tasks.recurring("application-listings-over", Schedules.fixedDelay(LOOKS_EVERY))
                .execute((task, context) -> ends.putDown());
    }

    @Bean
    OneTimeTask<Void> applicationListingOverTask(ListingEnds ends) {
        return Tasks.oneTime(ListingEnds.TASK)
                .onFailure(new MaxRetriesFailureHandler<>(
                        RETRIES, new ExponentialBackoffFailureHandler<>(Duration.ofMinutes(1))))
                .execute((task, context) -> ends.tell(UUID.fromString(task.getId())));
    }
}
