package net.gatepost.candidate;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import net.gatepost.web.Viewer;
import org.jspecify.annotations.Nullable;

/** An employer asks a masked member who they are. There is one for the two, whatever became of it. */
@Entity
@Table(name = "candidate_request")
class Request {

    /** So long who said no isn't asked again. */
    static final Duration REST = Duration.ofDays(90);

    @Id
    private UUID id;

    @Version
    private Long version;

    @Column(nullable = false, updatable = false)
    private UUID accountId;

    @Column(nullable = false, updatable = false)
    private UUID employerId;

    @Column(nullable = false)
    private UUID recruiterId;

    @Column(nullable = false)
    private String recruiterName;

    private @Nullable String message;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private RequestStatus status;

    @Column(nullable = false)
    private Instant askedAt;

    private @Nullable Instant answeredAt;

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected Request() {}

    @SuppressWarnings("NullAway.Init") // set by ask
    Request(UUID accountId, UUID employerId, Viewer recruiter, @Nullable String message, Instant now) {
        this.id = UuidCreator.getTimeOrderedEpoch();
        this.accountId = accountId;
        this.employerId = employerId;
        ask(recruiter, message, now);
    }

    /** Whether it may be asked, first or again. */
    boolean mayAsk(Instant now) {
        return switch (status) {
            case ASKED, REVEALED -> false;
            case DECLINED, TAKEN_BACK -> answeredAt == null || !now.isBefore(answeredAt.plus(REST));
        };
    }

    final void ask(Viewer recruiter, @Nullable String words, Instant now) {
        recruiterId = recruiter.id();
        recruiterName = recruiter.name();
        message = words;
        status = RequestStatus.ASKED;
        askedAt = now;
        answeredAt = null;
    }

    /** @throws IllegalStateException if what it is can't become that */
    void become(RequestStatus next, Instant now) {
        if (!status.canBecome(next)) {
            throw new IllegalStateException(status + " can't become " + next);
        }
        status = next;
        answeredAt = now;
    }

    UUID id() {
        return id;
    }

    UUID accountId() {
        return accountId;
    }

    UUID employerId() {
        return employerId;
    }

    UUID recruiterId() {
        return recruiterId;
    }

    String recruiterName() {
        return recruiterName;
    }

    @Nullable
    String message() {
        return message;
    }

    RequestStatus status() {
        return status;
    }

    Instant askedAt() {
        return askedAt;
    }

    @Override
    public String toString() {
        return "Request[" + id + "]";
    }
}
