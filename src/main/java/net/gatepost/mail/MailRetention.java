package net.gatepost.mail;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Clock;
import java.time.LocalTime;
import java.time.ZoneOffset;
import net.gatepost.web.RetentionPeriods;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionTemplate;

/** Forgets sent mails: who was written to when is nobody's business for ever. Failed ones wait for an administrator. */
@Configuration(proxyBeanMethods = false)
class MailRetention {

    private final MailRepository mails;
    private final TransactionTemplate transaction;
    private final RetentionPeriods periods;
    private final Clock clock;

    MailRetention(MailRepository mails, TransactionTemplate transaction, RetentionPeriods periods, Clock clock) {
        this.mails = mails;
        this.transaction = transaction;
        this.periods = periods;
        this.clock = clock;
    }

    @Bean
    RecurringTask<Void> mailRetentionTask() {
        return Tasks.recurring("mail-retention", Schedules.daily(ZoneOffset.UTC, LocalTime.of(3, 20)))
                .execute((task, context) -> forget());
    }

    void forget() {
        transaction.executeWithoutResult(status ->
                mails.deleteEndedBefore(Mail.Status.SENT, clock.instant().minus(periods.mails())));
    }
}
