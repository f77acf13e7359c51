package net.gatepost.briefing.feed;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Somebody else's RSS or Atom feed, fetched every few hours. */
@Entity
@Table(name = "briefing_feed")
class NewsFeed {

    @Id
    private UUID id;

    @Version
    private Long version;

    @Column(nullable = false, updatable = false, unique = true)
    private String address;

    @Column(nullable = false)
    private String name;

    @Column(nullable = false)
    private String topic;

    private int everyHours;

    private boolean paused;

    @Column(nullable = false)
    private Instant nextAt;

    @Column
    private @Nullable Instant fetchedAt;

    /** Why the last fetch brought nothing; null where it went well. */
    @Column
    private @Nullable String failure;

    private long brought;

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected NewsFeed() {}

    /** Is fetched at once, and then as often as that. */
    @SuppressWarnings("NullAway.Init") // the version is Hibernate's
    NewsFeed(String address, String name, String topic, int everyHours, Instant now) {
        this.id = UuidCreator.getTimeOrderedEpoch();
        this.address = address;
        this.name = name;
        this.topic = topic;
        this.everyHours = everyHours;
        this.nextAt = now;
    }

    void pause() {
        paused = true;
    }

    void resume(Instant now) {
        paused = false;
        nextAt = now;
    }

    /** Said before it is fetched: one that makes the process fail is not fetched again and again. */
    void begin(Instant now) {
        nextAt = now.plus(Duration.ofHours(everyHours));
    }

    void end(@Nullable String why, int drafts, Instant now) {
        fetchedAt = now;
        failure = why;
        brought += drafts;
    }

    UUID id() {
        return id;
    }

    String address() {
        return address;
    }

    FeedView toView() {
        return new FeedView(id, address, name, topic, everyHours, paused, nextAt, fetchedAt, failure, brought);
    }
}
