package net.gatepost.employer;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionTemplate;

/** The waiting work of employers: forgetting addresses that came to nothing. */
@Configuration(proxyBeanMethods = false)
class EmployerWork {

    private static final Duration KEPT_AFTER_THE_END = Duration.ofDays(30);

    @Bean
    RecurringTask<Void> employerRetentionTask(
            InvitationRepository invitations,
            MailProofRepository proofs,
            TransactionTemplate transaction,
            Clock clock) {
        return Tasks.recurring("employer-retention", Schedules.daily(ZoneOffset.UTC, LocalTime.of(4, 15)))
                .execute((task, context) ->
                        transaction.executeWithoutResult(status -> forget(invitations, proofs, clock.instant())));
    }

    static void forget(InvitationRepository invitations, MailProofRepository proofs, Instant now) {
        var before = now.minus(KEPT_AFTER_THE_END);
        invitations.deleteEndedBefore(before);
        proofs.deleteUnconfirmedAskedBefore(before.minus(MailProof.LIFETIME));
    }
}
