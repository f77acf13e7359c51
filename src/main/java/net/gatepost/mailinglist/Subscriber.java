package net.gatepost.mailinglist;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.persistence.CascadeType;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import net.gatepost.mail.EmailAddress;
import org.hibernate.annotations.BatchSize;
import org.jspecify.annotations.Nullable;

/**
 * One address and where it stands with the list. Keeps the proof of the latest agreement (when it was asked for, beside
 * which words, on which page, when it was confirmed), what happened to it before, and counts the mails that others made
 * the list send to it.
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

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private Often briefingsOften = Often.WEEKLY;

    @Column
    private @Nullable String place;

    @Column
    private @Nullable Double latitude;

    @Column
    private @Nullable Double longitude;

    @Column
    private @Nullable String wantedLevel;

    /** Only ever added to: reading it would load a history for the sake of a line. */
    @OneToMany(mappedBy = "subscriber", cascade = CascadeType.PERSIST)
    private List<SubscriberEvent> events = new ArrayList<>();

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

    @Enumerated(EnumType.STRING)
    @Column
    private @Nullable SuppressionCause suppressedBecause;

    private int softBounces;

    @Column
    private @Nullable Instant lastSoftBounceAt;

    @Column
    private @Nullable String tokenHash;

    @Column
    private @Nullable Instant tokenEndsAt;

    @Column
    private @Nullable Instant countedSince;

    @Column
    private @Nullable Instant remindedAt;

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
        suppress(SuppressionCause.ADMINISTRATOR, reasonToSuppress, now);
    }

    /** An address from another list, whose owner agreed there. */
    @SuppressWarnings("NullAway.Init") // the version is Hibernate's
    Subscriber(EmailAddress email, Set<Topic> topics, String consentSource, Instant consentAt, Instant now) {
        this.id = UuidCreator.getTimeOrderedEpoch();
        this.email = email.value();
        this.status = SubscriberStatus.CONFIRMED;
        this.topics.addAll(topics);
        this.askedAt = consentAt;
        this.wording = consentSource;
        this.confirmedAt = consentAt;
        happened(EventKind.IMPORTED, now, consentSource);
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
        happened(EventKind.ASKED, now, wording);
        confirmedAt = null;
        tokenHash = token.hash();
        tokenEndsAt = tokenEnds;
    }

    /** The same for a closed address, which stays closed until the link is used. */
    void awaitOpening(Signup signup, ConfirmationToken token, Instant tokenEnds, Instant now) {
        if (!opensByConfirming()) {
            throw new IllegalStateException("this address is not opened by its owner");
        }
        takeOver(signup, now);
        happened(EventKind.ASKED, now, wording);
        tokenHash = token.hash();
        tokenEndsAt = tokenEnds;
    }

    boolean opensByConfirming() {
        return status == SubscriberStatus.SUPPRESSED
                && suppressedBecause != null
                && suppressedBecause.endsByConfirming();
    }

    /** Gives the one reminder a link, in place of the one in the first mail. */
    void remind(ConfirmationToken token, Instant tokenEnds, Instant now) {
        if (status != SubscriberStatus.PENDING || remindedAt != null) {
            throw new IllegalStateException("only a pending subscriber is reminded, and once");
        }
        remindedAt = now;
        tokenHash = token.hash();
        tokenEndsAt = tokenEnds;
        happened(EventKind.REMINDED, now, "");
    }

    private void takeOver(Signup signup, Instant now) {
        topics.clear();
        topics.addAll(signup.topics());
        askedAt = now;
        briefingsOften = signup.briefings();
        wording = signup.wording();
        sourcePage = signup.sourcePage();
    }

    private void happened(EventKind kind, Instant now, String words) {
        events.add(new SubscriberEvent(this, kind, now, topics, words, sourcePage));
    }

    /** Agrees. A repeated click on the same link changes nothing. */
    void confirm(Instant now) {
        if (status == SubscriberStatus.CONFIRMED) {
            return;
        }
        if (opensByConfirming()) {
            endSuppression(now);
            become(SubscriberStatus.PENDING);
        }
        become(SubscriberStatus.CONFIRMED);
        confirmedAt = now;
        leftAt = null;
        remindedAt = null;
        softBounces = 0;
        happened(EventKind.CONFIRMED, now, wording);
    }

    /** Leaves, at once and however often it is asked for. A suppressed address stays suppressed. */
    void leave(Instant now) {
        if (status == SubscriberStatus.UNSUBSCRIBED || status == SubscriberStatus.SUPPRESSED) {
            return;
        }
        become(SubscriberStatus.UNSUBSCRIBED);
        leftAt = now;
        remindedAt = null;
        endLink();
        happened(EventKind.LEFT, now, "");
    }

    void choose(Wishes wishes, Instant now) {
        if (status != SubscriberStatus.CONFIRMED) {
            throw new IllegalStateException("only a confirmed subscriber chooses topics, this one is " + status);
        }
        if (wishes.topics().isEmpty()) {
            throw new IllegalArgumentException("somebody who wants no topic leaves");
        }
        topics.retainAll(wishes.topics());
        topics.addAll(wishes.topics());
        briefingsOften = wishes.briefings();
        var near = wishes.place();
        place = near == null ? null : near.label();
        latitude = near == null ? null : near.latitude();
        longitude = near == null ? null : near.longitude();
        wantedLevel = wishes.level();
        happened(EventKind.CHOSEN, now, "");
    }

    void suppress(SuppressionCause cause, String reason, Instant now) {
        become(SubscriberStatus.SUPPRESSED);
        suppressedBecause = cause;
        suppressedReason = reason;
        suppressedAt = now;
        endLink();
        happened(
                switch (cause) {
                    case ADMINISTRATOR -> EventKind.SUPPRESSED;
                    case BOUNCE -> EventKind.HARD_BOUNCE;
                    case COMPLAINT -> EventKind.COMPLAINT;
                },
                now,
                cause == SuppressionCause.ADMINISTRATOR ? "" : reason);
    }

    /**
     * Counts a bounce that may pass: one a day, and those alone that came within {@link SoftBounces#WINDOW} of each other.
     *
     * @return how many there are now
     */
    int bounceSoftly(String reason, Instant now) {
        if (lastSoftBounceAt != null && lastSoftBounceAt.plus(SoftBounces.APART).isAfter(now)) {
            return softBounces;
        }
        if (lastSoftBounceAt == null
                || lastSoftBounceAt.plus(SoftBounces.WINDOW).isBefore(now)) {
            softBounces = 0;
        }
        lastSoftBounceAt = now;
        softBounces++;
        happened(EventKind.SOFT_BOUNCE, now, reason);
        return softBounces;
    }

    /** Opens the address again: its owner may join anew, and is not sent to before that. */
    void endSuppression(Instant now) {
        become(SubscriberStatus.UNSUBSCRIBED);
        suppressedBecause = null;
        suppressedReason = null;
        suppressedAt = null;
        leftAt = now;
        happened(EventKind.OPENED, now, "");
    }

    /** Forgets all but the address and that it is closed. */
    void keepOnlyTheSuppression() {
        if (status != SubscriberStatus.SUPPRESSED) {
            throw new IllegalStateException("a subscriber that is " + status + " has no suppression to keep");
        }
        topics.clear();
        briefingsOften = Often.WEEKLY;
        place = null;
        latitude = null;
        longitude = null;
        wantedLevel = null;
        wording = "";
        sourcePage = null;
        remindedAt = null;
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

    Wishes wishes() {
        var near = place == null || latitude == null || longitude == null
                ? null
                : new Wishes.Near(place, latitude, longitude);
        return new Wishes(topics(), briefingsOften, near, wantedLevel);
    }

    @Nullable
    Instant remindedAt() {
        return remindedAt;
    }

    @Nullable
    SuppressionCause suppressedBecause() {
        return suppressedBecause;
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
