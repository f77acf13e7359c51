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

/** What one member reports. Who they are is for nobody: not for the employer, and not for who decides. */
@Entity
class Report {

    @Id
    private UUID id;

    @Version
    private Long version;

    @Column(nullable = false, updatable = false)
    private UUID caseId;

    @Column
    private @Nullable UUID accountId;

    /** Names the form, so that sending it twice reports once. */
    @Column(nullable = false, updatable = false)
    private UUID submissionId;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, updatable = false)
    private ReportReason reason;

    @Column(nullable = false)
    private String words;

    @Column(nullable = false, updatable = false)
    private Instant reportedAt;

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected Report() {}

    @SuppressWarnings("NullAway.Init") // the version is Hibernate's
    Report(UUID caseId, UUID accountId, UUID submissionId, ReportReason reason, String words, Instant now) {
        this.id = UuidCreator.getTimeOrderedEpoch();
        this.caseId = caseId;
        this.accountId = accountId;
        this.submissionId = submissionId;
        this.reason = reason;
        this.words = words;
        this.reportedAt = now;
    }
}
