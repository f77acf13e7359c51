package net.gatepost.audit;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** One thing that was done. Its number is the order of the trail: entries are numbered by the database, not by a clock. */
@Entity
@Immutable
class AuditEntry {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long position;

    @Column(nullable = false, updatable = false)
    private Instant at;

    @Column(updatable = false)
    private @Nullable UUID actorAccountId;

    @Column(nullable = false, updatable = false)
    private String action;

    @Column(nullable = false, updatable = false)
    private String subjectType;

    @Column(nullable = false, updatable = false)
    private UUID subjectId;

    @Column(nullable = false, updatable = false)
    private String detail;

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected AuditEntry() {}

    AuditEntry(
            Instant at,
            @Nullable UUID actorAccountId,
            String action,
            String subjectType,
            UUID subjectId,
            String detail) {
        this.at = at;
        this.actorAccountId = actorAccountId;
        this.action = action;
        this.subjectType = subjectType;
        this.subjectId = subjectId;
        this.detail = detail;
    }

    Audit.Entry toEntry() {
        return new Audit.Entry(at, actorAccountId, action, detail);
    }
}
