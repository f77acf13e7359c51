package net.gatepost.mailinglist;

import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import net.gatepost.audit.Audit;
import net.gatepost.mail.EmailAddress;
import net.gatepost.web.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** The subscribers as an administrator sees them. The routes that lead here are an administrator's alone. */
@Service
public class SubscriberDesk {

    public static final int PAGE_SIZE = 50;

    public static final int REASON_MAX = 500;

    static final int LINES = 100;

    private static final String AUDITED = "subscriber";

    private final SubscriberRepository subscribers;
    private final Audit audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    SubscriberDesk(SubscriberRepository subscribers, Audit audit, TransactionTemplate transaction, Clock clock) {
        this.subscribers = subscribers;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Which subscribers to list; null and empty mean all. */
    public record Filter(
            @Nullable SubscriberStatus status, @Nullable Topic topic, String address) {}

    /** One subscriber with what proves the agreement. The topics stand in the order of {@link Topic}. */
    public record Entry(
            UUID id,
            String email,
            SubscriberStatus status,
            Set<Topic> topics,
            Instant askedAt,
            String wording,
            @Nullable String sourcePage,
            @Nullable Instant confirmedAt,
            @Nullable Instant leftAt,
            @Nullable Instant suppressedAt,
            @Nullable SuppressionCause suppressedBecause,
            @Nullable String suppressedReason,
            Wishes wishes) {

        private static Entry of(Subscriber subscriber) {
            return new Entry(
                    subscriber.id(),
                    subscriber.email().value(),
                    subscriber.status(),
                    subscriber.topics(),
                    subscriber.askedAt(),
                    subscriber.wording(),
                    subscriber.sourcePage(),
                    subscriber.confirmedAt(),
                    subscriber.leftAt(),
                    subscriber.suppressedAt(),
                    subscriber.suppressedBecause(),
                    subscriber.suppressedReason(),
                    subscriber.wishes());
        }

        public boolean isSuppressed() {
            return status == SubscriberStatus.SUPPRESSED;
        }
    }

    /** How many subscribers there are: of every status, and of every topic among the confirmed. */
    public record Counts(Map<SubscriberStatus, Long> byStatus, Map<Topic, Long> confirmedByTopic) {

        public long of(SubscriberStatus status) {
            return byStatus.getOrDefault(status, 0L);
        }

        public long confirmedOf(Topic topic) {
            return confirmedByTopic.getOrDefault(topic, 0L);
        }
    }

    /** @param page from 0 */
    @Transactional(readOnly = true)
    public Page<Entry> list(Filter filter, int page) {
        var statuses = filter.status() == null ? EnumSet.allOf(SubscriberStatus.class) : EnumSet.of(filter.status());
        var topic = filter.topic() == null ? Topic.JOBS : filter.topic();
        return subscribers
                .search(
                        statuses,
                        "%" + escaped(filter.address()) + "%",
                        filter.topic() == null,
                        topic,
                        PageRequest.of(page, PAGE_SIZE))
                .map(Entry::of);
    }

    private static String escaped(String typed) {
        return typed.strip().toLowerCase(Locale.ROOT).replaceAll("([\\\\%_])", "\\\\$1");
    }

    @Transactional(readOnly = true)
    public Counts counts() {
        var byStatus = new EnumMap<SubscriberStatus, Long>(SubscriberStatus.class);
        for (var status : SubscriberStatus.values()) {
            byStatus.put(status, 0L);
        }
        subscribers.countByStatus().forEach(counted -> byStatus.put(counted.status(), counted.count()));
        var byTopic = new EnumMap<Topic, Long>(Topic.class);
        for (var topic : Topic.values()) {
            byTopic.put(topic, 0L);
        }
        subscribers.countConfirmedByTopic().forEach(counted -> byTopic.put(counted.topic(), counted.count()));
        return new Counts(byStatus, byTopic);
    }

    @Transactional(readOnly = true)
    public Entry entry(UUID id) {
        return subscribers.findById(id).map(Entry::of).orElseThrow(NotFound::new);
    }

    /**
     * One line of a subscriber's history.
     *
     * @param topics as they were chosen then
     * @param wording what was agreed to, or what a mail server said; may be empty
     */
    public record Line(
            EventKind kind,
            Instant happenedAt,
            String topics,
            String wording,
            @Nullable String sourcePage) {}

    /** What happened to an address, the latest first, {@value #LINES} lines at most. */
    @Transactional(readOnly = true)
    public List<Line> history(UUID id) {
        return subscribers.eventsOf(id, Limit.of(LINES)).stream()
                .map(event ->
                        new Line(event.kind(), event.happenedAt(), event.topics(), event.wording(), event.sourcePage()))
                .toList();
    }

    /**
     * Closes an address, on the list or not: nothing is mailed to it from now on. Closing a closed one keeps the first
     * reason.
     *
     * @param administratorId the account that decides
     * @return the subscriber's id
     */
    public UUID suppress(UUID administratorId, EmailAddress email, String reason) {
        try {
            return transaction.execute(status -> close(administratorId, email, reason));
        } catch (DataIntegrityViolationException anotherWasFirst) {
            // The address joined in this very moment; now it is there to be closed.
            return transaction.execute(status -> close(administratorId, email, reason));
        }
    }

    private UUID close(UUID administratorId, EmailAddress email, String reason) {
        var now = clock.instant();
        var known = subscribers.lockByEmail(email.value());
        if (known.isPresent() && known.get().status() == SubscriberStatus.SUPPRESSED) {
            return known.get().id();
        }
        known.ifPresent(subscriber -> subscriber.suppress(SuppressionCause.ADMINISTRATOR, reason, now));
        var id = known.orElseGet(() -> subscribers.saveAndFlush(new Subscriber(email, reason, now)))
                .id();
        audit.record(administratorId, "subscriber.suppressed", AUDITED, id, reason);
        return id;
    }

    /** Opens a closed address again: its owner may join anew. Opening an open one changes nothing. */
    @Transactional
    public void endSuppression(UUID administratorId, UUID id) {
        var subscriber = subscribers.lockById(id).orElseThrow(NotFound::new);
        if (subscriber.status() == SubscriberStatus.SUPPRESSED) {
            subscriber.endSuppression(clock.instant());
            audit.record(administratorId, "subscriber.suppression-ended", AUDITED, id, "");
        }
    }
}
