package net.gatepost.mailinglist.issue;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import net.gatepost.mailinglist.Often;
import net.gatepost.mailinglist.Topic;
import net.gatepost.mailinglist.Wishes.Near;
import org.jspecify.annotations.Nullable;

/** One issue of the mailing list. Once it is on its way its words stay as they are: the archive shows what was sent. */
@Entity
@Table(name = "mailing_issue")
class Issue {

    private static final int ERROR_KEPT = 500;

    @Id
    private UUID id;

    @Version
    private Long version;

    @Column(nullable = false)
    private UUID submissionId;

    @Column
    private @Nullable String digestKey;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private Topic topic;

    @Enumerated(EnumType.STRING)
    @Column
    private @Nullable Often often;

    @Column(nullable = false)
    private String subject;

    @Column(nullable = false)
    private String body;

    @Column
    private @Nullable String segmentPlace;

    @Column
    private @Nullable Double segmentLatitude;

    @Column
    private @Nullable Double segmentLongitude;

    private int segmentMiles;

    @Column
    private @Nullable String segmentLevel;

    @Column
    private @Nullable LocalDate segmentSince;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private IssueStatus status;

    @Column(nullable = false)
    private Instant madeAt;

    @Column
    private @Nullable Instant scheduledAt;

    @Column
    private @Nullable Instant startedAt;

    @Column
    private @Nullable Instant endedAt;

    @Column
    private @Nullable Instant retryAt;

    private int failures;

    @Column
    private @Nullable String lastError;

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected Issue() {}

    /** @param digestKey names the digest, so that it is made once; null for one by hand */
    @SuppressWarnings("NullAway.Init") // the version is Hibernate's
    Issue(UUID submissionId, @Nullable String digestKey, IssueDraft draft, Instant now) {
        this.id = UuidCreator.getTimeOrderedEpoch();
        this.submissionId = submissionId;
        this.digestKey = digestKey;
        this.status = IssueStatus.DRAFT;
        this.madeAt = now;
        take(draft);
    }

    void revise(IssueDraft draft) {
        if (status != IssueStatus.DRAFT) {
            throw new IllegalIssueState(status, IssueStatus.DRAFT);
        }
        take(draft);
    }

    private void take(IssueDraft draft) {
        topic = draft.topic();
        often = draft.often();
        subject = draft.subject();
        body = draft.body();
        Near place = draft.segment().place();
        segmentPlace = place == null ? null : place.label();
        segmentLatitude = place == null ? null : place.latitude();
        segmentLongitude = place == null ? null : place.longitude();
        segmentMiles = place == null ? 0 : draft.segment().miles();
        segmentLevel = draft.segment().level();
        segmentSince = draft.segment().since();
    }

    void schedule(Instant at) {
        become(IssueStatus.SCHEDULED);
        scheduledAt = at;
    }

    /** Back to a draft, to be changed. */
    void unschedule() {
        become(IssueStatus.DRAFT);
        scheduledAt = null;
    }

    void begin(Instant now) {
        become(IssueStatus.SENDING);
        startedAt = now;
    }

    void pause() {
        become(IssueStatus.PAUSED);
    }

    void resume() {
        become(IssueStatus.SENDING);
        retryAt = null;
        failures = 0;
    }

    void cancel(Instant now) {
        become(IssueStatus.CANCELLED);
        endedAt = now;
    }

    void finish(Instant now) {
        become(IssueStatus.SENT);
        endedAt = now;
        retryAt = null;
        lastError = null;
    }

    /** The mail server is away: nothing is lost, it goes on then. */
    void waitUntil(Instant then, String error) {
        failures++;
        retryAt = then;
        lastError = error.length() > ERROR_KEPT ? error.substring(0, ERROR_KEPT) : error;
    }

    /** Those who are left can't take it before then. */
    void restUntil(Instant then) {
        retryAt = then;
    }

    void goesWell() {
        failures = 0;
        retryAt = null;
        lastError = null;
    }

    private void become(IssueStatus next) {
        if (!status.canBecome(next)) {
            throw new IllegalIssueState(status, next);
        }
        status = next;
    }

    IssueDraft content() {
        var place = segmentPlace == null || segmentLatitude == null || segmentLongitude == null
                ? null
                : new Near(segmentPlace, segmentLatitude, segmentLongitude);
        return new IssueDraft(
                topic, often, subject, body, new Segment(place, segmentMiles, segmentLevel, segmentSince));
    }

    UUID id() {
        return id;
    }

    long version() {
        return version == null ? 0 : version;
    }

    IssueStatus status() {
        return status;
    }

    Instant madeAt() {
        return madeAt;
    }

    @Nullable
    Instant scheduledAt() {
        return scheduledAt;
    }

    @Nullable
    Instant startedAt() {
        return startedAt;
    }

    @Nullable
    Instant endedAt() {
        return endedAt;
    }

    @Nullable
    Instant retryAt() {
        return retryAt;
    }

    int failures() {
        return failures;
    }

    @Nullable
    String lastError() {
        return lastError;
    }
}
