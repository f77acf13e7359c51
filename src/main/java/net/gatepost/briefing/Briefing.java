package net.gatepost.briefing;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.hibernate.annotations.BatchSize;
import org.hibernate.search.mapper.pojo.bridge.mapping.annotation.RoutingBinderRef;
import org.hibernate.search.mapper.pojo.bridge.mapping.annotation.TypeBinderRef;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.Indexed;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.TypeBinding;
import org.jspecify.annotations.Nullable;

/** One news article. Its address is given with its first publication and never changes; nor does it come back once withdrawn. */
@Entity
@Indexed(index = BriefingFields.INDEX, routingBinder = @RoutingBinderRef(type = OnlyPublished.class))
@TypeBinding(binder = @TypeBinderRef(type = BriefingDocument.class))
class Briefing {

    @Id
    private UUID id;

    @Version
    private Long version;

    @Column(unique = true)
    private @Nullable String slug;

    @Column(nullable = false)
    private String topic;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private BriefingStatus status;

    @Column(nullable = false)
    private String headline;

    @Column(nullable = false)
    private String summary;

    @Column(nullable = false)
    private String body;

    @Column(nullable = false)
    private String development;

    @Column
    private @Nullable String placeId;

    @Column(nullable = false)
    private String placeLabel;

    @Column
    private @Nullable Instant datedAt;

    @Column(nullable = false)
    private String sourceName;

    @Column(nullable = false)
    private String sourceUrl;

    @Column
    private @Nullable LocalDate sourceDate;

    @Column
    private @Nullable UUID employerId;

    @Column(nullable = false, updatable = false)
    private UUID submissionId;

    /** Null once that account is erased, and where a feed brought it. */
    @Column
    private @Nullable UUID writtenBy;

    @Column
    private @Nullable UUID changedBy;

    @Column(nullable = false, updatable = false)
    private Instant writtenAt;

    @Column(nullable = false)
    private Instant changedAt;

    @Column
    private @Nullable Instant publishAt;

    @Column
    private @Nullable Instant publishedAt;

    @Column
    private @Nullable Instant correctedAt;

    @Column
    private @Nullable Instant withdrawnAt;

    @Column
    private @Nullable String withdrawnReason;

    @ElementCollection
    @CollectionTable(name = "briefing_tag", joinColumns = @JoinColumn(name = "briefing_id"))
    @Column(name = "tag", nullable = false)
    @BatchSize(size = 50)
    private Set<String> tags = new TreeSet<>();

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected Briefing() {}

    @SuppressWarnings("NullAway.Init") // the version is Hibernate's, the draft's values come in take()
    Briefing(UUID submissionId, @Nullable UUID by, BriefingDraft draft, Instant now) {
        this.id = UuidCreator.getTimeOrderedEpoch();
        this.submissionId = submissionId;
        this.status = BriefingStatus.DRAFT;
        this.writtenBy = by;
        this.writtenAt = now;
        take(draft, by, now);
    }

    /** Changes what nobody has read yet. */
    void revise(BriefingDraft draft, UUID by, Instant now) {
        if (!status.isUnpublished()) {
            throw new IllegalBriefingState("a briefing that is " + status + " is corrected, not revised");
        }
        take(draft, by, now);
    }

    void schedule(String address, Instant at) {
        become(BriefingStatus.SCHEDULED);
        takeAddress(address);
        publishAt = at;
    }

    /** Back to being a draft, which keeps its address. */
    void unschedule() {
        become(BriefingStatus.DRAFT);
        publishAt = null;
    }

    void publish(String address, Instant at) {
        become(BriefingStatus.PUBLISHED);
        takeAddress(address);
        publishAt = null;
        publishedAt = at;
    }

    /** Changes what has been read; the note that says so is a {@link Correction}. */
    void correct(BriefingDraft draft, @Nullable UUID by, Instant now) {
        become(BriefingStatus.CORRECTED);
        take(draft, by, now);
        correctedAt = now;
    }

    void withdraw(String reason, Instant now) {
        become(BriefingStatus.WITHDRAWN);
        withdrawnReason = reason;
        withdrawnAt = now;
    }

    private void become(BriefingStatus next) {
        if (!status.canBecome(next)) {
            throw new IllegalBriefingState("a briefing that is " + status + " can't become " + next);
        }
        status = next;
    }

    private void takeAddress(String address) {
        if (slug == null) {
            slug = address;
        }
    }

    private void take(BriefingDraft draft, @Nullable UUID by, Instant now) {
        topic = draft.topic();
        headline = draft.headline();
        summary = draft.summary();
        body = draft.body();
        development = draft.development();
        placeId = draft.placeId();
        placeLabel = draft.place();
        datedAt = draft.datedAt();
        sourceName = draft.source().name();
        sourceUrl = draft.source().url();
        sourceDate = draft.source().date();
        employerId = draft.employerId();
        if (!tags.equals(Set.copyOf(draft.tags()))) {
            tags.clear();
            tags.addAll(draft.tags());
        }
        changedBy = by;
        changedAt = now;
    }

    UUID id() {
        return id;
    }

    long version() {
        return version;
    }

    BriefingStatus status() {
        return status;
    }

    @Nullable
    String slug() {
        return slug;
    }

    String headline() {
        return headline;
    }

    @Nullable
    Instant publishAt() {
        return publishAt;
    }

    BriefingDraft toDraft() {
        return new BriefingDraft(
                topic,
                headline,
                summary,
                body,
                development,
                placeId,
                placeLabel,
                datedAt,
                new Source(sourceName, sourceUrl, sourceDate),
                employerId,
                java.util.List.copyOf(tags));
    }

    BriefingView toView() {
        return new BriefingView(
                id,
                version,
                slug,
                status,
                toDraft(),
                changedAt,
                publishAt,
                publishedAt,
                correctedAt,
                withdrawnAt,
                withdrawnReason);
    }
}
