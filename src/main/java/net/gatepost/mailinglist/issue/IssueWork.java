package net.gatepost.mailinglist.issue;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import net.gatepost.web.DailyFigure;
import net.gatepost.web.RetentionPeriods;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The waiting work of issues. There is one task of sending for the whole list, so that the rate per minute holds whatever is
 * sent and however many processes there are.
 */
@Configuration(proxyBeanMethods = false)
class IssueWork {

    static final TaskDescriptor<Void> SENDING = TaskDescriptor.of("mailing-list-sending");

    private static final String THE_LIST = "list";
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(5);

    /** Long enough for bounces and complaints, which come days later; then who got what is nobody's business. */
    @Bean
    DailyFigure issuesByDay(JdbcClient database) {
        return DailyFigure.of("mailings", database, "ended_at", "mailing_delivery where status in ('SENT', 'BOUNCED')");
    }

    @Bean
    RecurringTask<Void> mailingIssuesTask(Issues issues, SchedulerClient waitingWork, Clock clock) {
        return Tasks.recurring("mailing-list-issues", Schedules.fixedDelay(BETWEEN_LOOKS))
                .execute((task, context) -> {
                    if (issues.startDue()) {
                        waitingWork.scheduleIfNotExists(
                                SENDING.instance(THE_LIST).scheduledTo(clock.instant()));
                    }
                });
    }

    @Bean
    CustomTask<Void> mailingSendingTask(Delivery delivery) {
        return Tasks.custom(SENDING).execute((task, context) -> {
            var next = delivery.batch();
            return (complete, operations) -> next.ifPresentOrElse(
                    then -> operations.reschedule(complete, then),
                    () -> new CompletionHandler.OnCompleteRemove<Void>().complete(complete, operations));
        });
    }

    @Bean
    RecurringTask<Void> mailingDigestsTask(IssueDigests digests) {
        return Tasks.recurring("mailing-list-digests", Schedules.daily(ZoneOffset.UTC, IssueDigests.AT))
                .execute((task, context) -> digests.makeDue());
    }

    @Bean
    RecurringTask<Void> mailingDeliveriesTask(Deliveries deliveries, RetentionPeriods periods, Clock clock) {
        return Tasks.recurring("mailing-list-deliveries", Schedules.daily(ZoneOffset.UTC, LocalTime.of(4, 40)))
                .execute((task, context) -> deliveries.forget(clock.instant().minus(periods.issues())));
    }
}
