package net.gatepost.employer;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An organisation that hires. Claims its domain and codes for itself, in columns that are unique, for as long as it is not
 * declined.
 */
@Entity
class Employer {

    @Id
    private UUID id;

    @Version
    private Long version;

    @Column(nullable = false, unique = true, updatable = false)
    private String slug;

    @Column(nullable = false)
    private String name;

    @Column(nullable = false)
    private String nameKey;

    @Column(nullable = false)
    private String domain;

    @Column(unique = true)
    private @Nullable String claimedDomain;

    @Column
    private @Nullable String cage;

    @Column(unique = true)
    private @Nullable String claimedCage;

    @Column
    private @Nullable String uei;

    @Column(unique = true)
    private @Nullable String claimedUei;

    @Column
    private @Nullable String website;

    @Column(nullable = false)
    private String description;

    @Column
    private @Nullable String address;

    /** Hires for others. */
    private boolean staffing;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private EmployerStatus status;

    @Column
    private @Nullable String reason;

    /** The first of two administrators who accepted it as it stands. */
    @Column
    private @Nullable UUID approvedBy;

    @Column
    private @Nullable Instant approvedAt;

    @Column(nullable = false)
    private Instant registeredAt;

    @Column(nullable = false)
    private Instant submittedAt;

    @Column
    private @Nullable Instant decidedAt;

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected Employer() {}

    @SuppressWarnings("NullAway.Init") // the version is Hibernate's, the draft's values come in take()
    Employer(String slug, EmployerDraft draft, Instant now) {
        this.id = UuidCreator.getTimeOrderedEpoch();
        this.slug = slug;
        this.status = EmployerStatus.PENDING;
        this.registeredAt = now;
        this.submittedAt = now;
        take(draft);
        claim();
    }

    /** Corrects what it was registered with; one that was declined or asked waits for a decision again. */
    void correct(EmployerDraft draft, Instant now) {
        if (!status.isCorrectable()) {
            throw new IllegalStateException("an employer that is " + status + " can't be corrected");
        }
        take(draft);
        claim();
        approvedBy = null;
        approvedAt = null;
        if (status != EmployerStatus.PENDING) {
            become(EmployerStatus.PENDING);
            submittedAt = now;
            reason = null;
            decidedAt = null;
        }
    }

    void verify(Instant now) {
        become(EmployerStatus.VERIFIED);
        approvedBy = null;
        approvedAt = null;
        reason = null;
        decidedAt = now;
    }

    /** One of two administrators accepts it. */
    void approve(UUID by, Instant now) {
        approvedBy = by;
        approvedAt = now;
    }

    /** Who else than this person has accepted it as it stands. */
    boolean isApprovedBySomebodyElse(UUID person) {
        return approvedBy != null && !approvedBy.equals(person);
    }

    boolean isApprovedBy(UUID person) {
        return person.equals(approvedBy);
    }

    void ask(String what, Instant now) {
        become(EmployerStatus.ASKED);
        reason = what;
        decidedAt = now;
        approvedBy = null;
        approvedAt = null;
    }

    void decline(String why, Instant now) {
        become(EmployerStatus.DECLINED);
        reason = why;
        decidedAt = now;
        claimedDomain = null;
        claimedCage = null;
        claimedUei = null;
    }

    void suspend(String why, Instant now) {
        become(EmployerStatus.SUSPENDED);
        reason = why;
        decidedAt = now;
    }

    private void become(EmployerStatus next) {
        if (!status.canBecome(next)) {
            throw new IllegalStateException("an employer that is " + status + " can't become " + next);
        }
        status = next;
    }

    private void take(EmployerDraft draft) {
        name = draft.name();
        nameKey = NameKey.of(draft.name());
        domain = draft.domain().value();
        cage = draft.cage() == null ? null : draft.cage().value();
        uei = draft.uei() == null ? null : draft.uei().value();
        website = draft.website();
        description = draft.description();
        address = draft.address();
        staffing = draft.staffing();
    }

    private void claim() {
        claimedDomain = domain;
        claimedCage = cage;
        claimedUei = uei;
    }

    /** What it stands registered with. */
    EmployerDraft toDraft() {
        return new EmployerDraft(
                name,
                new Domain(domain),
                cage == null ? null : new CageCode(cage),
                uei == null ? null : new UniqueEntityId(uei),
                website,
                description,
                address,
                staffing);
    }

    /** Those of the draft's claims that this employer holds. */
    Set<Claim> holdsOf(EmployerDraft draft) {
        Set<Claim> held = EnumSet.noneOf(Claim.class);
        if (draft.domain().value().equals(claimedDomain)) {
            held.add(Claim.DOMAIN);
        }
        if (draft.cage() != null && draft.cage().value().equals(claimedCage)) {
            held.add(Claim.CAGE);
        }
        if (draft.uei() != null && draft.uei().value().equals(claimedUei)) {
            held.add(Claim.UEI);
        }
        return held;
    }

    UUID id() {
        return id;
    }

    long version() {
        return version;
    }

    String name() {
        return name;
    }

    String nameKey() {
        return nameKey;
    }

    EmployerStatus status() {
        return status;
    }

    @Nullable
    String reason() {
        return reason;
    }

    EmployerView toView() {
        return new EmployerView(
                id,
                slug,
                name,
                domain,
                cage,
                uei,
                status,
                description,
                website,
                address,
                staffing,
                reason,
                registeredAt,
                submittedAt,
                decidedAt,
                version);
    }
}
