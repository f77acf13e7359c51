package net.gatepost.notification;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A notice as it is kept for one member. */
@Entity
@Table(name = "notice")
class NoticeRow {

    private static final String BETWEEN = "\u001f";

    @Id
    private UUID id;

    @Version
    private Long version;

    @Column(nullable = false)
    private UUID accountId;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private NoticeKind kind;

    @Column(nullable = false)
    private String messageKey;

    @Column(nullable = false)
    private String arguments;

    @Column(nullable = false)
    private String path;

    @Column(nullable = false)
    private String dedupeKey;

    @Column(nullable = false)
    private Instant happenedAt;

    private @Nullable Instant mailedAt;

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected NoticeRow() {}

    @SuppressWarnings("NullAway.Init") // the version is Hibernate's
    NoticeRow(UUID accountId, Notice notice, Instant now) {
        this.id = UuidCreator.getTimeOrderedEpoch();
        this.accountId = accountId;
        this.kind = notice.kind();
        this.messageKey = notice.messageKey();
        this.arguments = String.join(BETWEEN, notice.arguments());
        this.path = notice.path();
        this.dedupeKey = keyOf(accountId, notice);
        this.happenedAt = now;
    }

    static String keyOf(UUID accountId, Notice notice) {
        return accountId + "/" + notice.once();
    }

    void mailed(Instant now) {
        mailedAt = now;
    }

    Notice toNotice() {
        return new Notice(
                kind,
                messageKey,
                arguments.isEmpty() ? List.of() : List.of(arguments.split(BETWEEN, -1)),
                path,
                dedupeKey);
    }
}
