package net.gatepost.mailinglist;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** One line of a subscriber's history: written once, never changed, gone with the subscriber. */
@Entity
@Immutable
class SubscriberEvent {

    @Id
    private UUID id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "subscriber_id")
    private Subscriber subscriber;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private EventKind kind;

    @Column(nullable = false)
    private Instant happenedAt;

    @Column(nullable = false)
    private String topics;

    @Column(nullable = false)
    private String wording;

    @Column
    private @Nullable String sourcePage;

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected SubscriberEvent() {}

    /** @param wording what proves it, or what a mail server said; never longer than is kept */
    SubscriberEvent(
            Subscriber subscriber,
            EventKind kind,
            Instant happenedAt,
            Set<Topic> topics,
            String wording,
            @Nullable String sourcePage) {
        this.id = UuidCreator.getTimeOrderedEpoch();
        this.subscriber = subscriber;
        this.kind = kind;
        this.happenedAt = happenedAt;
        this.topics = topics.stream().sorted().map(Topic::name).collect(Collectors.joining(" "));
        this.wording = wording;
        this.sourcePage = sourcePage;
    }

    EventKind kind() {
        return kind;
    }

    Instant happenedAt() {
        return happenedAt;
    }

    String topics() {
        return topics;
    }

    String wording() {
        return wording;
    }

    @Nullable
    String sourcePage() {
        return sourcePage;
    }
}
