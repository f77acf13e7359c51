package net.gatepost.mailinglist;

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
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import net.gatepost.mail.EmailAddress;
import org.hibernate.annotations.BatchSize;
import org.jspecify.annotations.Nullable;

/**
 * One address and where it stands with the list. Keeps the proof of the latest agreement (when it was asked for, beside
 * which words, on which page, when it was confirmed) and counts the mails that others made the list send to it.
 */
@Entity
class Subscriber {

    private static final int PAGE_OF_SUBSCRIBERS = 50;

    @Id
    private UUID id;

    @Version
    private Long version;

    @Column(nullable = false, unique = true)
    private String email;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private SubscriberStatus status;

    @ElementCollection
    @CollectionTable(name = "subscriber_topic", joinColumns = @JoinColumn(name = "subscriber_id"))
    @Column(name = "topic", nullable = false)
    @Enumerated(EnumType.STRING)
    @BatchSize(size = PAGE_OF_SUBSCRIBERS)
    private Set<Topic> topics = EnumSet.noneOf(Topic.class);

    @Column(nullable = false)
    private Instant askedAt;

    @Column(nullable = false)
    private String wording;

    @Column
    private @Nullable String sourcePage;

    @Column
    private @Nullable Instant confirmedAt;

    @Column
    private @Nullable Instant leftAt;

    @Column
    private @Nullable Instant suppressedAt;

    @Column
    private @Nullable String suppressedReason;

    @Column
    private @Nullable String tokenHash;

    @Column
    private @Nullable Instant tokenEndsAt;

    @Column
    private @Nullable Instant countedSince;

    private int mailsCounted;

    @Column
    private @Nullable Instant lastMailAt;

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected Subscriber() {}

    @SuppressWarnings("NullAway.Init") // the version is Hibernate's
    Subscriber(Signup signup, Instant now) {
        this.id = UuidCreator.getTimeOrderedEpoch();
        this.email = signup.email().value();
        this.status = SubscriberStatus.PENDING;
        takeOver(signup, now);
    }

    /** An address that is to be left alone although it never joined. */
    @SuppressWarnings("NullAway.Init") // the version is Hibernate's
    Subscriber(EmailAddress email, String reasonToSuppress, Instant now) {
        this.id = UuidCreator.getTimeOrderedEpoch();
        this.email = email.value();
        this.status = SubscriberStatus.PENDING;
        this.askedAt = now;
        this.wording = "";
        suppress(reasonToSuppress, now);
    }

    /**
     * Notes what was asked for and the link that agrees to it; an earlier link ends here. Somebody who had left is
     * pending again, and is not sent to before the new confirmation.
     */
    void awaitConfirmation(Signup signup, ConfirmationToken token, Instant tokenEnds, Instant now) {
        if (status != SubscriberStatus.PENDING) {
            become(SubscriberStatus.PENDING);
        }
        takeOver(signup, now);
        confirmedAt = null;
        tokenHash = token.hash();
        tokenEndsAt = tokenEnds;
    }

    private void takeOver(Signup signup, Instant now) {
        topics.clear();
        topics.addAll(signup.topics());
        askedAt = now;
        wording = signup.wording();
        sourcePage = signup.sourcePage();
    }

    /** Agrees. A repeated click on the same link changes nothing. */
    void confirm(Instant now) {
        if (status == SubscriberStatus.CONFIRMED) {
            return;
        }
        become(SubscriberStatus.CONFIRMED);
        confirmedAt = now;
        leftAt = null;
    }

    /** Leaves, at once and however often it is asked for. A suppressed address stays suppressed. */
    void leave(Instant now) {
        if (status == SubscriberStatus.UNSUBSCRIBED || status == SubscriberStatus.SUPPRESSED) {
            return;
        }
        become(SubscriberStatus.UNSUBSCRIBED);
        leftAt = now;
        endLink();
    }

    void choose(Set<Topic> chosen) {
        if (status != SubscriberStatus.CONFIRMED) {
            throw new IllegalStateException("only a confirmed subscriber chooses topics, this one is " + status);
        }
        if (chosen.isEmpty()) {
            throw new IllegalArgumentException("somebody who wants no topic leaves");
        }
        topics.retainAll(chosen);
        topics.addAll(chosen);
    }

    void suppress(String reason, Instant now) {
        become(SubscriberStatus.SUPPRESSED);
        suppressedReason = reason;
        suppressedAt = now;
        endLink();
    }

    /** Opens the address again: its owner may join anew, and is not sent to before that. */
    void endSuppression(Instant now) {
        become(SubscriberStatus.UNSUBSCRIBED);
        suppressedReason = null;
        suppressedAt = null;
        leftAt = now;
    }

    /** Forgets all but the address and that it is closed. */
    void keepOnlyTheSuppression() {
        if (status != SubscriberStatus.SUPPRESSED) {
            throw new IllegalStateException("a subscriber that is " + status + " has no suppression to keep");
        }
        topics.clear();
        wording = "";
        sourcePage = null;
        confirmedAt = null;
        leftAt = null;
        countedSince = null;
        mailsCounted = 0;
        lastMailAt = null;
    }

    private void become(SubscriberStatus next) {
        if (!status.canBecome(next)) {
            throw new IllegalStateException("a subscriber that is " + status + " can't become " + next);
        }
        status = next;
    }

    private void endLink() {
        tokenHash = null;
        tokenEndsAt = null;
    }

    boolean mayBeMailed(MailAllowance allowance, Instant now) {
        return allowance.permits(countedSince, mailsCounted, lastMailAt, now);
    }

    /** Counts a mail that somebody's use of the form caused. */
    void countMail(Instant now) {
        if (countedSince == null || !countedSince.plus(MailAllowance.WINDOW).isAfter(now)) {
            countedSince = now;
            mailsCounted = 0;
        }
        mailsCounted++;
        lastMailAt = now;
    }

    boolean linkHasEnded(Instant now) {
        return tokenEndsAt == null || !now.isBefore(tokenEndsAt);
    }

    UUID id() {
        return id;
    }

    EmailAddress email() {
        return new EmailAddress(email);
    }

    SubscriberStatus status() {
        return status;
    }

    Set<Topic> topics() {
        return topics.isEmpty() ? Set.of() : EnumSet.copyOf(topics);
    }

    Instant askedAt() {
        return askedAt;
    }

    String wording() {
        return wording;
    }

    @Nullable
    String sourcePage() {
        return sourcePage;
    }

    @Nullable
    Instant confirmedAt() {
        return confirmedAt;
    }

    @Nullable
    Instant leftAt() {
        return leftAt;
    }

    @Nullable
    Instant suppressedAt() {
        return suppressedAt;
    }

    @Nullable
    String suppressedReason() {
        return suppressedReason;
    }
}
