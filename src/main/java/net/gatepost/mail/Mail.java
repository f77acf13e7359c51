package net.gatepost.mail;

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

/** One mail to one recipient, from the moment it is owed until it is sent or given up. */
@Entity
class Mail {

    /** Where a mail stands. A failed one waits for an administrator to retry it. */
    enum Status {
        QUEUED,
        SENT,
        FAILED
    }

    private static final int ERROR_KEPT = 1000;

    @Id
    private UUID id;

    @Version
    private Long version;

    @Column(nullable = false)
    private String dedupeKey;

    @Column(nullable = false)
    private String messageId;

    @Column(nullable = false)
    private String recipient;

    @Column(nullable = false)
    private String subject;

    @Column(nullable = false)
    private String headers;

    @Column(nullable = false)
    private String textBody;

    @Column(nullable = false)
    private String htmlBody;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private Status status;

    private int attempts;

    @Column
    private @Nullable String lastError;

    @Column(nullable = false)
    private Instant queuedAt;

    @Column
    private @Nullable Instant endedAt;

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected Mail() {}

    @SuppressWarnings("NullAway.Init") // the version is Hibernate's
    Mail(String dedupeKey, String host, EmailAddress recipient, Rendered content, Instant now) {
        this.id = UuidCreator.getTimeOrderedEpoch();
        this.dedupeKey = dedupeKey;
        this.messageId = "<" + UuidCreator.getRandomBased() + "@" + host + ">";
        this.recipient = recipient.value();
        this.subject = content.subject();
        this.headers = content.headers();
        this.textBody = content.text();
        this.htmlBody = content.html();
        this.status = Status.QUEUED;
        this.queuedAt = now;
    }

    /** One that leaves at once and is never stored. */
    Mail(String messageId, EmailAddress recipient, Rendered content, Instant now) {
        this(messageId, "", recipient, content, now);
        this.messageId = messageId;
    }

    /** A mail's words, ready to leave. Headers are {@code Name: value} lines. */
    record Rendered(String subject, String headers, String text, String html) {}

    /** Marks it sent and forgets its words: they held links that let their reader in. */
    void sent(Instant now) {
        status = Status.SENT;
        endedAt = now;
        lastError = null;
        textBody = "";
        htmlBody = "";
    }

    void attemptFailed(String error) {
        attempts++;
        lastError = error.length() > ERROR_KEPT ? error.substring(0, ERROR_KEPT) : error;
    }

    void giveUp(Instant now) {
        status = Status.FAILED;
        endedAt = now;
    }

    void queueAgain() {
        if (status != Status.FAILED) {
            throw new IllegalStateException("only a failed mail is retried, this one is " + status);
        }
        status = Status.QUEUED;
        attempts = 0;
        endedAt = null;
    }

    UUID id() {
        return id;
    }

    String messageId() {
        return messageId;
    }

    String recipient() {
        return recipient;
    }

    String subject() {
        return subject;
    }

    String headers() {
        return headers;
    }

    String textBody() {
        return textBody;
    }

    String htmlBody() {
        return htmlBody;
    }

    Status status() {
        return status;
    }

    Instant queuedAt() {
        return queuedAt;
    }

    int attempts() {
        return attempts;
    }

    @Nullable
    String lastError() {
        return lastError;
    }
}
