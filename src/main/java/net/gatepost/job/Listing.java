package net.gatepost.job;

import static java.util.Objects.requireNonNull;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import net.gatepost.clearance.Access;
import net.gatepost.clearance.ClearanceRequirement;
import net.gatepost.clearance.ClearanceRequirement.Importance;
import net.gatepost.clearance.LevelCode;
import net.gatepost.clearance.PolygraphRequirement;
import net.gatepost.job.search.ListingFields;
import net.gatepost.web.Slug;
import org.hibernate.search.mapper.pojo.bridge.mapping.annotation.RoutingBinderRef;
import org.hibernate.search.mapper.pojo.bridge.mapping.annotation.TypeBinderRef;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.Indexed;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.TypeBinding;
import org.jspecify.annotations.Nullable;

/**
 * One job as an employer publishes it. When it was posted never changes; that it has expired is never stored, so that no
 * job that runs late can keep it up.
 */
@Entity
@Indexed(index = ListingFields.INDEX, routingBinder = @RoutingBinderRef(type = OnlyLive.class))
@TypeBinding(binder = @TypeBinderRef(type = ListingDocument.class))
class Listing {

    private static final int LONGEST_SLUG = 80;

    @Id
    private UUID id;

    @Version
    private Long version;

    @Column(nullable = false, updatable = false)
    private UUID employerId;

    @Column(nullable = false, updatable = false)
    private UUID createdBy;

    /** Who answers for it; null only where that person's account was deleted. */
    @Column
    private @Nullable UUID responsible;

    /** Names the form that it was made with, so that a form sent twice makes one listing. */
    @Column(nullable = false, updatable = false)
    private UUID submissionId;

    /** By which its employer knows it; null where it has no such number. */
    @Column(updatable = false)
    private @Nullable String reference;

    @Column(nullable = false, updatable = false)
    private Instant createdAt;

    @Column(nullable = false)
    private UUID changedBy;

    @Column(nullable = false)
    private Instant changedAt;

    @Column(nullable = false)
    private String title;

    @Column(nullable = false)
    private String slug;

    @Column
    private @Nullable String description;

    @Column
    private @Nullable String placeId;

    @Column
    private @Nullable String placeLabel;

    @Column
    private @Nullable Double latitude;

    @Column
    private @Nullable Double longitude;

    /** Where its last day ends: its place's, and where it has none {@link ListingDates#ZONE_WITHOUT_PLACE}. */
    @Column(nullable = false)
    private String zone;

    @Enumerated(EnumType.STRING)
    @Column
    private @Nullable Workplace workplace;

    @Enumerated(EnumType.STRING)
    @Column
    private @Nullable EmploymentType employmentType;

    private boolean clearanceStated;

    @Column
    private @Nullable String clearanceLevel;

    private boolean sci;

    private boolean sap;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private PolygraphRequirement polygraph;

    private boolean interimAccepted;

    private boolean willSponsor;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private Importance clearanceImportance;

    private boolean citizensOnly;

    @Column
    private @Nullable String citizensOnlyBasis;

    @Column
    private @Nullable Long payMin;

    @Column
    private @Nullable Long payMax;

    @Column(nullable = false)
    private String payCurrency;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private PayPeriod payPeriod;

    private int openings;

    private boolean contingent;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private ApplyBy applyBy;

    @Column
    private @Nullable String applyTo;

    /** One a line; null where none is asked. */
    @Column
    private @Nullable String questions;

    @Column
    private @Nullable String client;

    private boolean clientWithheld;

    @Column
    private @Nullable LocalDate ends;

    @Column
    private @Nullable Instant endsAt;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private ListingStatus status;

    @Column
    private @Nullable Instant postedAt;

    @Column
    private @Nullable Instant confirmedAt;

    @Column
    private @Nullable Instant closedAt;

    @Enumerated(EnumType.STRING)
    @Column
    private @Nullable CloseReason closeReason;

    /** Since when its employer is not verified any more, or it is taken down. */
    @Column
    private @Nullable Instant withheldAt;

    /** Why an administrator took it down; null while nobody did. */
    @Column
    private @Nullable String takenDown;

    /** What it says, as {@link SameWords} has it. */
    @Column
    private @Nullable String wordsHash;

    /** The first of its employer that said the same; null for that one itself. */
    @Column
    private @Nullable UUID repostOf;

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected Listing() {}

    @SuppressWarnings("NullAway.Init") // the version is Hibernate's
    Listing(UUID employerId, UUID submissionId, ListingDraft draft, UUID by, Instant now) {
        this.id = UuidCreator.getTimeOrderedEpoch();
        this.employerId = employerId;
        this.submissionId = submissionId;
        this.createdBy = by;
        this.responsible = by;
        this.createdAt = now;
        this.status = ListingStatus.DRAFT;
        write(draft, by, now);
    }

    /** One that its employer knows by a number. */
    Listing(UUID employerId, UUID submissionId, @Nullable String reference, ListingDraft draft, UUID by, Instant now) {
        this(employerId, submissionId, draft, by, now);
        this.reference = reference;
    }

    /** One that is live from the start, as {@link Listings#importAll} brings it in. */
    static Listing imported(ListingImport source) {
        var content = source.content();
        var listing =
                new Listing(source.employerId(), source.submissionId(), content, source.createdBy(), source.postedAt());
        listing.publish(source.createdBy(), source.postedAt());
        listing.renew(
                requireNonNull(content.ends(), "an imported listing has a last day"),
                source.createdBy(),
                source.confirmedAt());
        return listing;
    }

    /**
     * Says something else about the job. A listing that is shown stays so, and its employer has thereby confirmed it: the
     * caller has made sure that it may be published as it then stands.
     */
    void revise(ListingDraft draft, UUID by, Instant now) {
        if (status == ListingStatus.CLOSED) {
            throw new IllegalListingState(status);
        }
        write(draft, by, now);
        if (status == ListingStatus.LIVE) {
            confirmedAt = now;
            reckonEnd();
        }
    }

    /** Shows a draft. What it says has passed the {@link PublicationRules}, which want a last day. */
    void publish(UUID by, Instant now) {
        become(ListingStatus.LIVE);
        reckonEnd();
        postedAt = now;
        confirmedAt = now;
        changed(by, now);
    }

    /** Shows a draft that says what an earlier one said: it is no newer than that one. */
    void publishAgain(Listing earlier, UUID by, Instant now) {
        publish(by, now);
        repostOf = earlier.repostOf == null ? earlier.id : earlier.repostOf;
        postedAt = earlier.postedAt;
    }

    /** Confirms a published listing, expired or not, and shows it until the end of the day. */
    void renew(LocalDate until, UUID by, Instant now) {
        if (status != ListingStatus.LIVE) {
            throw new IllegalListingState(status);
        }
        ends = until;
        reckonEnd();
        confirmedAt = now;
        changed(by, now);
    }

    void close(CloseReason reason, UUID by, Instant now) {
        become(ListingStatus.CLOSED);
        closeReason = reason;
        closedAt = now;
        changed(by, now);
    }

    /** Somebody else answers for it. */
    void handOver(UUID to) {
        responsible = to;
    }

    /** Keeps it from the public while its employer is not verified. */
    void withhold(Instant now) {
        if (withheldAt == null) {
            withheldAt = now;
        }
    }

    /** Its employer is verified again: that lifts nothing that was decided about the listing itself. */
    void release() {
        if (takenDown == null) {
            withheldAt = null;
        }
    }

    void takeDown(String reason, Instant now) {
        takenDown = reason;
        withhold(now);
    }

    /** @param employerVerified whether nothing else keeps it from the public */
    void putBack(boolean employerVerified) {
        takenDown = null;
        if (employerVerified) {
            release();
        }
    }

    boolean isLive(Instant now) {
        return state(now) == ListingState.LIVE;
    }

    ListingState state(Instant now) {
        return switch (status) {
            case DRAFT -> ListingState.DRAFT;
            case CLOSED -> ListingState.CLOSED;
            case LIVE -> {
                if (!requireNonNull(endsAt).isAfter(now)) {
                    yield ListingState.EXPIRED;
                }
                yield withheldAt == null ? ListingState.LIVE : ListingState.WITHHELD;
            }
        };
    }

    private void become(ListingStatus next) {
        if (!status.canTransitionTo(next)) {
            throw new IllegalListingState(status);
        }
        status = next;
    }

    private void reckonEnd() {
        endsAt = ListingDates.endOf(requireNonNull(ends, "a published listing has a last day"), ZoneId.of(zone));
    }

    private void changed(UUID by, Instant now) {
        changedBy = by;
        changedAt = now;
    }

    private void write(ListingDraft draft, UUID by, Instant now) {
        title = draft.title();
        slug = slugOf(draft.title());
        description = draft.description();
        var place = draft.place();
        placeId = place == null ? null : place.id();
        placeLabel = place == null ? null : place.label();
        latitude = place == null ? null : place.latitude();
        longitude = place == null ? null : place.longitude();
        zone = ListingDates.zoneOf(place).getId();
        workplace = draft.workplace();
        employmentType = draft.employmentType();
        writeClearance(draft.clearanceStated(), draft.clearance());
        citizensOnly = draft.citizensOnly();
        citizensOnlyBasis = draft.citizensOnlyBasis();
        payMin = draft.payMin();
        payMax = draft.payMax();
        payCurrency = draft.payCurrency().getCurrencyCode();
        payPeriod = draft.payPeriod();
        openings = draft.openings();
        contingent = draft.contingent();
        applyBy = draft.applyBy();
        applyTo = draft.applyTo();
        questions = draft.questions().isEmpty() ? null : String.join("\n", draft.questions());
        var hiresFor = draft.client();
        client = hiresFor == null ? null : hiresFor.name();
        clientWithheld = hiresFor != null && hiresFor.name() == null;
        ends = draft.ends();
        wordsHash = SameWords.hashOf(draft);
        changed(by, now);
    }

    /** Never the word that the page for applying has at the same place in an address. */
    private static String slugOf(String title) {
        String slug = Slug.of(title, "job", LONGEST_SLUG);
        return slug.equals("apply") ? "apply-job" : slug;
    }

    private void writeClearance(boolean stated, ClearanceRequirement clearance) {
        clearanceStated = stated;
        var level = clearance.level();
        clearanceLevel = level == null ? null : level.value();
        sci = clearance.accesses().contains(Access.SCI);
        sap = clearance.accesses().contains(Access.SAP);
        polygraph = clearance.polygraph();
        interimAccepted = clearance.interimAccepted();
        willSponsor = clearance.willSponsor();
        clearanceImportance = clearance.importance();
    }

    UUID id() {
        return id;
    }

    long version() {
        return version;
    }

    UUID employerId() {
        return employerId;
    }

    @Nullable
    String wordsHash() {
        return wordsHash;
    }

    boolean isTakenDown() {
        return takenDown != null;
    }

    ListingStatus status() {
        return status;
    }

    ClearanceRequirement clearance() {
        var accesses = EnumSet.noneOf(Access.class);
        if (sci) {
            accesses.add(Access.SCI);
        }
        if (sap) {
            accesses.add(Access.SAP);
        }
        return new ClearanceRequirement(
                clearanceLevel == null ? null : new LevelCode(clearanceLevel),
                accesses,
                polygraph,
                interimAccepted,
                willSponsor,
                clearanceImportance);
    }

    @Nullable
    ListingPlace place() {
        return placeId == null
                ? null
                : new ListingPlace(
                        placeId,
                        requireNonNull(placeLabel),
                        requireNonNull(latitude),
                        requireNonNull(longitude),
                        ZoneId.of(zone));
    }

    ListingDraft content() {
        return new ListingDraft(
                title,
                description,
                place(),
                workplace,
                employmentType,
                clearanceStated,
                clearance(),
                citizensOnly,
                citizensOnlyBasis,
                payMin,
                payMax,
                Currency.getInstance(payCurrency),
                payPeriod,
                openings,
                contingent,
                applyBy,
                applyTo,
                questions == null ? List.of() : List.of(questions.split("\n")),
                client == null && !clientWithheld ? null : new Client(client),
                ends);
    }

    ListingView view(Instant now) {
        return new ListingView(
                id,
                version,
                employerId,
                reference,
                slug,
                state(now),
                content(),
                ZoneId.of(zone),
                postedAt,
                confirmedAt,
                endsAt,
                closedAt,
                closeReason,
                takenDown,
                repostOf,
                responsible,
                createdBy,
                createdAt,
                changedBy,
                changedAt);
    }
}
