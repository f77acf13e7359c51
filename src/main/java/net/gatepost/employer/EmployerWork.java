package net.gatepost.employer;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import net.gatepost.web.RetentionPeriods;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionTemplate;

/** The waiting work of employers: forgetting addresses that came to nothing. */
@Configuration(proxyBeanMethods = false)
class EmployerWork {

    @Bean
    RecurringTask<Void> employerRetentionTask(
            InvitationRepository invitations,
            MailProofRepository proofs,
            TransactionTemplate transaction,
            RetentionPeriods periods,
            Clock clock) {
        return Tasks.recurring("employer-retention", Schedules.daily(ZoneOffset.UTC, LocalTime.of(4, 15)))
                .execute((task, context) -> transaction.executeWithoutResult(
                        status -> forget(invitations, proofs, clock.instant().minus(periods.invitations()))));
    }

    static void forget(InvitationRepository invitations, MailProofRepository proofs, Instant before) {
        invitations.deleteEndedBefore(before);
        proofs.deleteUnconfirmedAskedBefore(before.minus(MailProof.LIFETIME));
    }
}
