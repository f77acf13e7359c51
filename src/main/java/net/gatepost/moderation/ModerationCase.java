package net.gatepost.moderation;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Everything about one subject from the first report to the answer to an appeal. Of each subject one case is open at a time;
 * what is reported after the decision opens another.
 */
@Entity
class ModerationCase {

    @Id
    private UUID id;

    @Version
    private Long version;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, updatable = false)
    private Subject.Kind kind;

    @Column(nullable = false, updatable = false)
    private UUID subjectId;

    @Column(nullable = false, updatable = false)
    private UUID employerId;

    @Column
    private @Nullable String openKey;

    @Column(nullable = false, updatable = false)
    private Instant openedAt;

    @Enumerated(EnumType.STRING)
    @Column
    private @Nullable Measure measure;

    @Column
    private @Nullable UUID decidedBy;

    @Column
    private @Nullable Instant decidedAt;

    @Column
    private @Nullable String reason;

    @Column
    private @Nullable String appeal;

    @Column
    private @Nullable Instant appealedAt;

    @Column
    private @Nullable String answer;

    @Column
    private @Nullable Instant answeredAt;

    private boolean granted;

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected ModerationCase() {}

    @SuppressWarnings("NullAway.Init") // the version is Hibernate's
    ModerationCase(Subject subject, Instant now) {
        this.id = UuidCreator.getTimeOrderedEpoch();
        this.kind = subject.kind();
        this.subjectId = subject.id();
        this.employerId = subject.employerId();
        this.openKey = subject.key();
        this.openedAt = now;
    }

    void decide(Measure decided, UUID by, String why, Instant now) {
        measure = decided;
        decidedBy = by;
        reason = why;
        decidedAt = now;
        openKey = null;
    }

    void appeal(String words, Instant now) {
        appeal = words;
        appealedAt = now;
    }

    void answer(boolean yes, String words, Instant now) {
        granted = yes;
        answer = words;
        answeredAt = now;
    }

    boolean isOpen() {
        return measure == null;
    }

    /** Decided against the employer, which has said nothing to it yet. */
    boolean mayBeAppealed() {
        return measure != null && measure.isAgainstEmployer() && appeal == null;
    }

    boolean waitsForAnswer() {
        return appeal != null && answeredAt == null;
    }

    Subject subject() {
        return new Subject(kind, subjectId, employerId);
    }

    UUID id() {
        return id;
    }

    UUID employerId() {
        return employerId;
    }

    @Nullable
    UUID decidedBy() {
        return decidedBy;
    }

    CaseView view() {
        return new CaseView(
                id,
                version,
                subject(),
                openedAt,
                measure,
                reason,
                decidedAt,
                appeal,
                appealedAt,
                answer,
                answeredAt,
                granted);
    }
}
