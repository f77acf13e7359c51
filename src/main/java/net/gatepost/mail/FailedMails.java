package net.gatepost.mail;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Mails that could not be sent, for who looks after the site: what kind they are and why, never what they say. */
@Service
@Transactional
public class FailedMails {

    public static final int PAGE_SIZE = 50;

    private final MailRepository mails;
    private final SchedulerClient waitingWork;
    private final Clock clock;

    FailedMails(MailRepository mails, SchedulerClient waitingWork, Clock clock) {
        this.mails = mails;
        this.waitingWork = waitingWork;
        this.clock = clock;
    }

    /**
     * One of them.
     *
     * @param host where it was to go; whose mail it is tells nobody anything
     * @param error why, as the server said it, without any address
     */
    public record Failed(UUID id, String host, String error, int attempts, Instant queuedAt) {}

    /** @param page counts from 1 */
    @Transactional(readOnly = true)
    public Page<Failed> page(int page) {
        return mails.findByStatusOrderByQueuedAt(Mail.Status.FAILED, PageRequest.of(page - 1, PAGE_SIZE))
                .map(mail -> new Failed(
                        mail.id(),
                        mail.recipient().replaceFirst(".*@", ""),
                        withoutAddresses(String.valueOf(mail.lastError())),
                        mail.attempts(),
                        mail.queuedAt()));
    }

    @Transactional(readOnly = true)
    public long count() {
        return mails.countByStatus(Mail.Status.FAILED);
    }

    /** Sends it once more, with all the pauses that a new one has. Does nothing to one that is not failed. */
    public void retry(UUID id) {
        mails.findById(id).filter(mail -> mail.status() == Mail.Status.FAILED).ifPresent(mail -> {
            mail.queueAgain();
            mails.flush();
            waitingWork.scheduleIfNotExists(
                    MailDelivery.TASK.instance(id.toString()).scheduledTo(clock.instant()));
        });
    }

    /** It is never sent. */
    public void drop(UUID id) {
        mails.findById(id).filter(mail -> mail.status() == Mail.Status.FAILED).ifPresent(mails::delete);
    }

    private static String withoutAddresses(String error) {
        return error.replaceAll("[^\\s<>\"']+@[^\\s<>\"']+", "…");
    }
}
