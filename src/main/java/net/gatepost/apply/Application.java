package net.gatepost.apply;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A member's candidacy for one listing. It holds what was written for it and nothing of the profile, which the employer
 * sees as it stands. Changed under its lock alone: see {@link ApplicationRepository#lockById}.
 */
@Entity
class Application {

    /** How long an employer can take back a hire or a refusal that was a slip. */
    static final Duration TAKEN_BACK_WITHIN = Duration.ofDays(1);

    @Id
    private UUID id;

    @Version
    private Long version;

    @Column(nullable = false, updatable = false)
    private UUID listingId;

    @Column(nullable = false, updatable = false)
    private UUID employerId;

    /** Null once its owner has been erased. */
    private @Nullable UUID accountId;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private Stage stage;

    @Enumerated(EnumType.STRING)
    private @Nullable Stage stageBefore;

    @Column(nullable = false, updatable = false)
    private Instant submittedAt;

    @Column(nullable = false)
    private Instant movedAt;

    private @Nullable String note;

    @ElementCollection
    @CollectionTable(name = "application_answer", joinColumns = @JoinColumn(name = "application_id"))
    @OrderColumn(name = "ordinal")
    private List<Answer> answers = new ArrayList<>();

    private boolean resumeSent;

    /** Written in SQL by {@link ApplicationRepository#told} alone, so that it is no change of the application. */
    @Column(insertable = false, updatable = false)
    private @Nullable Instant endToldAt;

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected Application() {}

    @SuppressWarnings("NullAway.Init") // the version is Hibernate's
    Application(UUID accountId, UUID listingId, UUID employerId, ApplicationDraft draft, Instant now) {
        this.id = UuidCreator.getTimeOrderedEpoch();
        this.accountId = accountId;
        this.listingId = listingId;
        this.employerId = employerId;
        this.stage = Stage.SUBMITTED;
        this.submittedAt = now;
        this.movedAt = now;
        this.note = draft.note();
        this.answers.addAll(draft.answers());
        this.resumeSent = draft.resume();
    }

    /** Takes one step, and answers with it. */
    Step move(Stage next, Side side, UUID by, @Nullable String words, Instant now) {
        if (!stage.canTransitionTo(next, side)) {
            throw new StaleApplication();
        }
        return step(next, side, by, words, false, now);
    }

    /** Takes a hire or a refusal back that was made by mistake, and answers with the step to where it stood before. */
    Step takeBack(UUID by, Instant now) {
        if (stageBefore == null || !canBeTakenBack(now)) {
            throw new StaleApplication();
        }
        return step(stageBefore, Side.EMPLOYER, by, null, true, now);
    }

    boolean canBeTakenBack(Instant now) {
        return (stage == Stage.HIRED || stage == Stage.DECLINED) && now.isBefore(movedAt.plus(TAKEN_BACK_WITHIN));
    }

    /** What remains for the employer: that there was an application, and when it moved. */
    void forgetMember() {
        accountId = null;
        note = null;
        answers.clear();
        resumeSent = false;
    }

    private Step step(Stage next, Side side, UUID by, @Nullable String words, boolean takenBack, Instant now) {
        stageBefore = stage;
        stage = next;
        movedAt = now;
        return new Step(id, next, side, by, words, takenBack, now);
    }

    UUID id() {
        return id;
    }

    long version() {
        return version;
    }

    UUID listingId() {
        return listingId;
    }

    UUID employerId() {
        return employerId;
    }

    @Nullable
    UUID accountId() {
        return accountId;
    }

    Stage stage() {
        return stage;
    }

    boolean resumeSent() {
        return resumeSent;
    }

    ApplicationView view(List<Step> steps, Instant now) {
        return new ApplicationView(
                id,
                version,
                listingId,
                employerId,
                accountId,
                stage,
                submittedAt,
                movedAt,
                note,
                answers,
                resumeSent,
                canBeTakenBack(now) ? stageBefore : null,
                steps.stream().map(Step::view).toList());
    }

    @Override
    public String toString() {
        return "Application[" + id + "]";
    }
}
