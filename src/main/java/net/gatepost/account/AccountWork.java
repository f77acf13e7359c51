package net.gatepost.account;

import com.github.kagkarlsson.scheduler.task.FailureHandler.ExponentialBackoffFailureHandler;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import net.gatepost.mail.EmailAddress;
import net.gatepost.web.DailyFigure;
import net.gatepost.web.RetentionPeriods;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The waiting work of accounts: the mail to who forgot a passphrase, and the deleting of what has ended. */
@Configuration(proxyBeanMethods = false)
class AccountWork {

    private static final Duration PAUSE = Duration.ofHours(1);

    @Bean
    OneTimeTask<String> accountResetTask(Resets resets) {
        return Tasks.oneTime(Resets.TASK).execute((task, context) -> resets.mailLink(new EmailAddress(task.getData())));
    }

    @Bean
    OneTimeTask<Void> erasureNoteTask(ErasedList erased) {
        return Tasks.oneTime(Erasures.NOTE)
                .onFailure(new ExponentialBackoffFailureHandler<>(Duration.ofSeconds(10)))
                .execute((task, context) -> erased.add(UUID.fromString(task.getId())));
    }

    @Bean
    RecurringTask<Void> secondFactorEndTask(SecondFactors factors) {
        return Tasks.recurring("second-factor-end", FixedDelay.of(PAUSE)).execute((task, context) -> {
            while (factors.endSome() > 0) {
                // some at a time, each committed
            }
        });
    }

    @Bean
    DailyFigure joinsByDay(JdbcClient database) {
        return DailyFigure.of("joins", database, "joined_at", "account where 1 = 1");
    }

    @Bean
    RecurringTask<Void> accountRetentionTask(
            JoiningRepository joinings,
            AccountLinkRepository links,
            Sessions sessions,
            SignInDelays delays,
            TransactionTemplate transaction,
            RetentionPeriods periods,
            Clock clock) {
        return Tasks.recurring("account-retention", FixedDelay.of(PAUSE)).execute((task, context) -> {
            delays.forgetOld();
            transaction.executeWithoutResult(status -> {
                // Until then a link still says that it has ended, instead of being unknown.
                var before = clock.instant().minus(periods.links());
                joinings.deleteEndedBefore(before);
                links.deleteEndedBefore(before);
                sessions.forgetDevices(clock.instant().minus(periods.devices()));
            });
        });
    }
}
