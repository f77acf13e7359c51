package net.gatepost.mail;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.MailException;
import org.springframework.transaction.support.TransactionTemplate;

/** The waiting work that carries a queued mail to its transport, again and again with growing pauses. */
@Configuration(proxyBeanMethods = false)
class MailDelivery {

    static final TaskDescriptor<Void> TASK = TaskDescriptor.of("mail");

    /** The pauses after each failure; when they are used up the mail is kept as failed. About a day in all. */
    static final List<Duration> PAUSES = List.of(
            Duration.ofSeconds(30),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(6),
            Duration.ofHours(16));

    private static final Logger log = LoggerFactory.getLogger(MailDelivery.class);

    private final MailRepository mails;
    private final MailTransport transport;
    private final TransactionTemplate transaction;
    private final Clock clock;

    MailDelivery(MailRepository mails, MailTransport transport, TransactionTemplate transaction, Clock clock) {
        this.mails = mails;
        this.transport = transport;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Bean
    OneTimeTask<Void> mailTask() {
        return Tasks.oneTime(TASK)
                .onFailure((execution, operations) -> {
                    int failures = execution.getExecution().consecutiveFailures;
                    if (failures < PAUSES.size()) {
                        operations.reschedule(execution, clock.instant().plus(PAUSES.get(failures)));
                    } else {
                        giveUp(UUID.fromString(
                                execution.getExecution().taskInstance.getId()));
                        operations.stop();
                    }
                })
                .execute((task, context) -> deliver(UUID.fromString(task.getId())));
    }

    /** Thrown to have the scheduler try again; the reason is already on the mail. */
    static final class NotDelivered extends RuntimeException {
        NotDelivered(Throwable cause) {
            super("mail not delivered: " + cause.getClass().getSimpleName(), cause);
        }
    }

    void deliver(UUID id) {
        var mail = mails.findById(id).orElse(null);
        if (mail == null || mail.status() != Mail.Status.QUEUED) {
            return;
        }
        try {
            transport.send(mail);
        } catch (MailException | MessagingException | IOException failure) {
            String reason = String.valueOf(failure.getMessage());
            transaction.executeWithoutResult(
                    status -> mails.findById(id).ifPresent(kept -> kept.attemptFailed(reason)));
            throw new NotDelivered(failure);
        }
        transaction.executeWithoutResult(status -> mails.findById(id).ifPresent(kept -> kept.sent(clock.instant())));
    }

    void giveUp(UUID id) {
        log.warn("Mail {} could not be sent and is kept as failed", id);
        transaction.executeWithoutResult(status -> mails.findById(id).ifPresent(kept -> kept.giveUp(clock.instant())));
    }
}
