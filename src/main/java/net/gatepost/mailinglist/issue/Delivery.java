package net.gatepost.mailinglist.issue;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import net.gatepost.mail.MassMails;
import net.gatepost.mail.MassMails.Mould;
import net.gatepost.mail.MassMails.ServerAway;
import net.gatepost.mailinglist.Suppressions;
import net.gatepost.web.LongestPause;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Carries issues to their readers, one mail a transaction: it looks whether its reader is still on the list, hands the mail
 * to the server and notes that it did, with the row of that copy locked. A process that dies takes with it one transaction
 * of each connection: the mails that were in flight are sent again, with the same Message-ID, and no others.
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

    /**
     * Then it is no longer the mailboxes that are wrong but the server, or how it is set up: the issue waits, because else all
     * of a list could be closed by a server that answers 550 to everybody.
     */
    private static final int MOST_REFUSED_IN_A_ROW = 10;

    /** A batch is worth another connection for each so many mails, up to {@value #MOST_CONNECTIONS}. */
    private static final int MAILS_OF_A_CONNECTION = 100;

    private static final int MOST_CONNECTIONS = 4;

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
        var next = issues.underWay(began, LongestPause.after(began), Limit.of(1)).stream()
                .findFirst();
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
        var batch = new Batch(
                issue.id(),
                mails.mould(words.letter(issue.id(), issue.content())),
                new ConcurrentLinkedDeque<>(waiting),
                end);
        var away =
                sendThroughConnections(batch, Math.min(MOST_CONNECTIONS, 1 + waiting.size() / MAILS_OF_A_CONNECTION));
        if (away.isPresent()) {
            putOff(issue.id(), away.get());
            return;
        }
        if (issue.failures() > 0) {
            transaction.executeWithoutResult(status -> issues.lock(issue.id()).ifPresent(Issue::goesWell));
        }
    }

    /**
     * Each mail is a transaction of its own, and several wait for the disk together. None of them is interrupted: that would
     * close the embedded database's file. Says why the server takes nothing more, if so: that one of several connections
     * fails is no reason, a server may want fewer.
     */
    private Optional<ServerAway> sendThroughConnections(Batch batch, int connections) {
        var senders = Executors.newFixedThreadPool(connections);
        try {
            var ends = Stream.generate(() -> CompletableFuture.supplyAsync(() -> sendAll(batch), senders))
                    .limit(connections)
                    .toList()
                    .stream()
                    .map(CompletableFuture::join)
                    .toList();
            return batch.distrust.isPresent() || ends.stream().anyMatch(Optional::isEmpty)
                    ? batch.distrust
                    : ends.get(0);
        } finally {
            senders.shutdown();
        }
    }

    /** As long as there are mails left and nobody has found a reason to stop. Says why its connection failed, if so. */
    private Optional<ServerAway> sendAll(Batch batch) {
        try {
            while (batch.goesOn()) {
                sendThroughOneConnection(batch);
            }
            return Optional.empty();
        } catch (ServerAway away) {
            return Optional.of(away);
        } catch (RuntimeException failure) {
            batch.stopped = true;
            throw failure;
        }
    }

    /** Those who are to get one issue now, and how it goes; for several threads. */
    private final class Batch {

        private final UUID issueId;
        private final Mould mould;
        private final Deque<UUID> left;
        private final Instant end;
        private final AtomicInteger refusedInARow = new AtomicInteger();
        private volatile Optional<ServerAway> distrust = Optional.empty();
        private volatile boolean stopped;

        Batch(UUID issueId, Mould mould, Deque<UUID> left, Instant end) {
            this.issueId = issueId;
            this.mould = mould;
            this.left = left;
            this.end = end;
        }

        boolean goesOn() {
            return !stopped && !left.isEmpty() && clock.instant().isBefore(end);
        }

        void answered(MassMails.Outcome outcome) throws ServerAway {
            if (outcome.answer() == MassMails.Answer.ACCEPTED) {
                refusedInARow.set(0);
            } else if (refusedInARow.incrementAndGet() >= MOST_REFUSED_IN_A_ROW) {
                var away = new ServerAway(outcome.words());
                distrust = Optional.of(away);
                stopped = true;
                throw away;
            }
        }
    }

    /** A server may close a connection after so many mails: where it took some, the next ones go through another. */
    private void sendThroughOneConnection(Batch batch) throws ServerAway {
        boolean answered = false;
        try (var run = mails.connect()) {
            while (batch.goesOn()) {
                UUID next = batch.left.poll();
                if (next == null) {
                    return;
                }
                Optional<MassMails.Outcome> outcome;
                try {
                    outcome = send(batch, next, run);
                } catch (ServerAway away) {
                    batch.left.addFirst(next);
                    if (answered) {
                        return;
                    }
                    throw away;
                }
                if (outcome.isPresent()) {
                    answered = true;
                    batch.answered(outcome.get());
                }
            }
        }
    }

    /** Empty where nothing was sent. */
    private Optional<MassMails.Outcome> send(Batch batch, UUID subscriberId, MassMails.Run run) throws ServerAway {
        try {
            return requireNonNull(transaction.execute(status -> {
                try {
                    return sendLocked(batch, subscriberId, run);
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

    private Optional<MassMails.Outcome> sendLocked(Batch batch, UUID subscriberId, MassMails.Run run)
            throws ServerAway {
        UUID issueId = batch.issueId;
        var locked = deliveries.lock(issueId, subscriberId);
        if (locked.isEmpty()) {
            return Optional.empty();
        }
        var copy = locked.get();
        if (copy.stopped()) {
            batch.stopped = true;
            return Optional.empty();
        }
        if (!copy.wanted()) {
            deliveries.end(issueId, subscriberId, DeliveryStatus.SKIPPED);
            return Optional.empty();
        }
        String messageId = copy.messageKey() + "@" + mails.host();
        var outcome = run.send(batch.mould, copy.to(), messageId, words.marks(subscriberId));
        switch (outcome.answer()) {
            case ACCEPTED -> deliveries.end(issueId, subscriberId, DeliveryStatus.SENT);
            case MAIL_REFUSED -> deliveries.end(issueId, subscriberId, DeliveryStatus.FAILED);
            case NO_SUCH_MAILBOX -> bounced(issueId, subscriberId, true, outcome.words());
            case MAILBOX_REFUSES -> bounced(issueId, subscriberId, false, outcome.words());
            case LATER -> later(issueId, subscriberId, copy.attempts(), outcome.words());
        }
        return Optional.of(outcome);
    }

    private void bounced(UUID issueId, UUID subscriberId, boolean forGood, String said) {
        deliveries.end(issueId, subscriberId, DeliveryStatus.BOUNCED);
        suppressions.bounced(subscriberId, forGood, said);
    }

    private void later(UUID issueId, UUID subscriberId, int attempts, String said) {
        if (attempts < COPY_PAUSES.size()) {
            deliveries.putOff(issueId, subscriberId, clock.instant().plus(COPY_PAUSES.get(attempts)));
        } else {
            bounced(issueId, subscriberId, false, said);
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
