package net.gatepost.mailinglist.issue;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import net.gatepost.mail.MassMails;
import net.gatepost.mail.MassMails.Mould;
import net.gatepost.mail.MassMails.ServerAway;
import net.gatepost.mailinglist.Suppressions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Carries issues to their readers, one mail a transaction: it looks whether its reader is still on the list, hands the mail
 * to the server and notes that it did, with the row of that copy locked. A process that dies takes with it one transaction:
 * the mail that was in flight is sent again, with the same Message-ID, and no other.
 */
@Component
class Delivery {

    /** One batch is what may leave in that time. */
    static final Duration BATCH = Duration.ofSeconds(5);

    /** A batch that takes longer ends here, so that a process can be stopped. */
    private static final Duration LONGEST = Duration.ofSeconds(20);

    /** The pauses after which a server is tried again; the last one for as long as it takes. */
    private static final List<Duration> PAUSES =
            List.of(Duration.ofMinutes(1), Duration.ofMinutes(5), Duration.ofMinutes(15), Duration.ofHours(1));

    /** The pauses of one copy whose mailbox can't take it now; then it is given up and counted as a bounce. */
    private static final List<Duration> COPY_PAUSES =
            List.of(Duration.ofMinutes(10), Duration.ofHours(1), Duration.ofHours(4), Duration.ofHours(12));

    private static final Logger log = LoggerFactory.getLogger(Delivery.class);

    private final IssueRepository issues;
    private final Deliveries deliveries;
    private final IssueWords words;
    private final MassMails mails;
    private final Suppressions suppressions;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final int mostInABatch;

    Delivery(
            IssueRepository issues,
            Deliveries deliveries,
            IssueWords words,
            MassMails mails,
            Suppressions suppressions,
            TransactionTemplate transaction,
            Clock clock,
            @Value("${gatepost.mailing-list.per-minute:600}") int perMinute) {
        if (perMinute < 1) {
            throw new IllegalArgumentException("gatepost.mailing-list.per-minute must be at least 1");
        }
        this.issues = issues;
        this.deliveries = deliveries;
        this.words = words;
        this.mails = mails;
        this.suppressions = suppressions;
        this.transaction = transaction;
        this.clock = clock;
        this.mostInABatch = (int) Math.max(1, perMinute * BATCH.toSeconds() / 60);
    }

    /** Sends a batch of the issue that started first. Says when the next one may follow; empty where there is none. */
    Optional<Instant> batch() {
        var began = clock.instant();
        var next = issues.underWay(began, Limit.of(1)).stream().findFirst();
        if (next.isEmpty()) {
            return Optional.empty();
        }
        var issue = next.get();
        var waiting = deliveries.waiting(issue.id(), mostInABatch);
        if (waiting.isEmpty()) {
            endOrWait(issue.id());
        } else {
            send(issue, waiting, began.plus(LONGEST));
        }
        return Optional.of(began.plus(BATCH));
    }

    private void send(Issue issue, List<UUID> waiting, Instant end) {
        var mould = mails.mould(words.letter(issue.id(), issue.content()));
        try (var run = mails.connect()) {
            for (UUID subscriber : waiting) {
                if (!send(issue.id(), subscriber, mould, run)
                        || !clock.instant().isBefore(end)) {
                    break;
                }
            }
        } catch (ServerAway away) {
            putOff(issue.id(), away);
            return;
        }
        if (issue.failures() > 0) {
            transaction.executeWithoutResult(status -> issues.lock(issue.id()).ifPresent(Issue::goesWell));
        }
    }

    /** False where the issue was stopped. */
    private boolean send(UUID issueId, UUID subscriberId, Mould mould, MassMails.Run run) throws ServerAway {
        try {
            return Boolean.TRUE.equals(transaction.execute(status -> {
                try {
                    return sendLocked(issueId, subscriberId, mould, run);
                } catch (ServerAway away) {
                    throw new Wrapped(away);
                }
            }));
        } catch (Wrapped wrapped) {
            throw wrapped.away;
        }
    }

    /** Carries what a transaction's callback may not throw. */
    private static final class Wrapped extends RuntimeException {
        private final ServerAway away;

        Wrapped(ServerAway away) {
            super(away);
            this.away = away;
        }
    }

    private boolean sendLocked(UUID issueId, UUID subscriberId, Mould mould, MassMails.Run run) throws ServerAway {
        var locked = deliveries.lock(issueId, subscriberId);
        if (locked.isEmpty()) {
            return true;
        }
        var copy = locked.get();
        if (copy.stopped()) {
            return false;
        }
        if (!copy.wanted()) {
            deliveries.end(issueId, subscriberId, DeliveryStatus.SKIPPED);
            return true;
        }
        String messageId = copy.messageKey() + "@" + mails.host();
        var outcome = run.send(mould, copy.to(), messageId, words.marks(subscriberId));
        switch (outcome.answer()) {
            case ACCEPTED -> deliveries.end(issueId, subscriberId, DeliveryStatus.SENT);
            case REFUSED -> deliveries.end(issueId, subscriberId, DeliveryStatus.FAILED);
            case NO_SUCH_MAILBOX -> {
                deliveries.end(issueId, subscriberId, DeliveryStatus.BOUNCED);
                suppressions.bounced(subscriberId, true, outcome.words());
            }
            case LATER -> later(issueId, subscriberId, copy.attempts(), outcome.words());
        }
        return true;
    }

    private void later(UUID issueId, UUID subscriberId, int attempts, String said) {
        if (attempts < COPY_PAUSES.size()) {
            deliveries.putOff(issueId, subscriberId, clock.instant().plus(COPY_PAUSES.get(attempts)));
        } else {
            deliveries.end(issueId, subscriberId, DeliveryStatus.BOUNCED);
            suppressions.bounced(subscriberId, false, said);
        }
    }

    private void putOff(UUID issueId, ServerAway away) {
        log.warn("The mailing list's issue {} waits for its mail server: {}", issueId, away.getMessage());
        transaction.executeWithoutResult(status -> issues.lock(issueId)
                .filter(issue -> issue.status() == IssueStatus.SENDING)
                .ifPresent(issue -> {
                    var pause = PAUSES.get(Math.min(issue.failures(), PAUSES.size() - 1));
                    issue.waitUntil(clock.instant().plus(pause), String.valueOf(away.getMessage()));
                }));
    }

    private void endOrWait(UUID issueId) {
        transaction.executeWithoutResult(status -> issues.lock(issueId)
                .filter(issue -> issue.status() == IssueStatus.SENDING)
                .ifPresent(issue -> {
                    var due = deliveries.nextDue(issueId);
                    if (due.isPresent()) {
                        issue.restUntil(due.get());
                    } else {
                        issue.finish(clock.instant());
                    }
                }));
    }
}
