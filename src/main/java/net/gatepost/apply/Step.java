package net.gatepost.apply;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One step of an application, as it happened. The first answer to it is the first step of the employer's side. */
@Entity
@Table(name = "application_step")
class Step {

    static final int LONGEST_WORDS = 1000;

    @Id
    private UUID id;

    @Version
    private Long version;

    @Column(nullable = false, updatable = false)
    private UUID applicationId;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, updatable = false)
    private Stage stage;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, updatable = false)
    private Side side;

    /** Null once that account has been erased. */
    private @Nullable UUID movedBy;

    /** For the member. */
    private @Nullable String words;

    @Column(nullable = false, updatable = false)
    private boolean takenBack;

    @Column(nullable = false, updatable = false)
    private Instant happenedAt;

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected Step() {}

    @SuppressWarnings("NullAway.Init") // the version is Hibernate's
    Step(
            UUID applicationId,
            Stage stage,
            Side side,
            UUID movedBy,
            @Nullable String words,
            boolean takenBack,
            Instant happenedAt) {
        this.id = UuidCreator.getTimeOrderedEpoch();
        this.applicationId = applicationId;
        this.stage = stage;
        this.side = side;
        this.movedBy = movedBy;
        this.words = words;
        this.takenBack = takenBack;
        this.happenedAt = happenedAt;
    }

    UUID id() {
        return id;
    }

    Stage stage() {
        return stage;
    }

    boolean isTakenBack() {
        return takenBack;
    }

    ApplicationView.Moved view() {
        return new ApplicationView.Moved(stage, side, movedBy, words, takenBack, happenedAt);
    }
}
