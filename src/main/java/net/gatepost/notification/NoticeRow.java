package net.gatepost.notification;

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
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A notice as it is kept for one member. Begun in SQL by {@link NoticeRepository#add}, because of those told twice. */
@Entity
@Table(name = "notice")
class NoticeRow {

    private static final String BETWEEN = "\u001f";

    /** Longer than any title or name of this site; a notice must never fail for what somebody called a thing. */
    private static final int LONGEST_ARGUMENT = 300;

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

    /** For the next digest. */
    @Column(nullable = false)
    private boolean waiting;

    private @Nullable Instant mailedAt;

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected NoticeRow() {}

    static String keyOf(UUID accountId, Notice notice) {
        return accountId + "/" + notice.once();
    }

    static String join(List<String> arguments) {
        return arguments.stream()
                .map(argument -> argument.replace(BETWEEN, " "))
                .map(argument -> argument.length() > LONGEST_ARGUMENT
                        ? argument.substring(0, LONGEST_ARGUMENT - 1) + "…"
                        : argument)
                .collect(Collectors.joining(BETWEEN));
    }

    void mailed(Instant now) {
        waiting = false;
        mailedAt = now;
    }

    void needsNoMail() {
        waiting = false;
    }

    NoticeKind kind() {
        return kind;
    }

    String messageKey() {
        return messageKey;
    }

    List<String> arguments() {
        return arguments.isEmpty() ? List.of() : List.of(arguments.split(BETWEEN, -1));
    }

    String path() {
        return path;
    }

    Instant happenedAt() {
        return happenedAt;
    }

    @Nullable
    Instant mailedAt() {
        return mailedAt;
    }
}
