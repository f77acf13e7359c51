package net.gatepost.candidate;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import net.gatepost.candidate.search.CandidateFields;
import org.hibernate.search.mapper.pojo.bridge.mapping.annotation.RoutingBinderRef;
import org.hibernate.search.mapper.pojo.bridge.mapping.annotation.TypeBinderRef;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.Indexed;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.TypeBinding;
import org.jspecify.annotations.Nullable;

/**
 * A cleared profile without its entries. Begun by {@link ProfileRepository#begin}, at the first thing that its owner
 * says; from then on every change is made under its lock.
 */
@Entity
@Indexed(index = CandidateFields.INDEX, routingBinder = @RoutingBinderRef(type = OnlyFindable.class))
@TypeBinding(binder = @TypeBinderRef(type = CandidateDocument.class))
@Table(name = "candidate_profile")
class Profile {

    @Id
    private UUID id;

    @Version
    private Long version;

    @Column(nullable = false, updatable = false)
    private UUID accountId;

    /** What others know it by. */
    @Column(nullable = false, updatable = false)
    private UUID handle;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private Visibility visibility;

    private @Nullable String headline;

    private @Nullable String summary;

    @ElementCollection
    @CollectionTable(name = "candidate_skill", joinColumns = @JoinColumn(name = "profile_id"))
    @OrderColumn(name = "ordinal")
    @Column(name = "name", nullable = false)
    private List<String> skills = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "candidate_place", joinColumns = @JoinColumn(name = "profile_id"))
    @OrderColumn(name = "ordinal")
    private List<WantedPlace> places = new ArrayList<>();

    @Enumerated(EnumType.STRING)
    private @Nullable Relocation relocation;

    @Enumerated(EnumType.STRING)
    private @Nullable Availability availability;

    @Convert(converter = SealedText.class)
    private @Nullable String citizenship;

    @Convert(converter = SealedText.class)
    private @Nullable String secondCitizenship;

    @Convert(converter = SealedText.class)
    private @Nullable String phone;

    private @Nullable String employerName;

    private @Nullable String employerDomain;

    @Column(nullable = false, updatable = false)
    private Instant createdAt;

    @Column(nullable = false)
    private Instant changedAt;

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected Profile() {}

    /** As {@link CandidateImports} brings it in, without its entries. */
    @SuppressWarnings("NullAway.Init") // the version is Hibernate's
    static Profile imported(CandidateImport imported) {
        var profile = new Profile();
        profile.id = UuidCreator.getTimeOrderedEpoch();
        profile.accountId = imported.accountId();
        profile.handle = UuidCreator.getRandomBased();
        profile.visibility = imported.visibility();
        profile.createdAt = imported.writtenAt();
        profile.change(imported.basics(), imported.writtenAt());
        profile.change(imported.plans(), imported.writtenAt());
        profile.change(imported.personal(), imported.writtenAt());
        return profile;
    }

    void change(Basics basics, Instant now) {
        headline = basics.headline();
        summary = basics.summary();
        skills.clear();
        skills.addAll(basics.skills());
        changedAt = now;
    }

    void change(Plans plans, Instant now) {
        places.clear();
        places.addAll(plans.places());
        relocation = plans.relocation();
        availability = plans.availability();
        changedAt = now;
    }

    void change(Personal personal, Instant now) {
        citizenship = personal.citizenship();
        secondCitizenship = personal.secondCitizenship();
        phone = personal.phone();
        employerName = personal.employerName();
        employerDomain = personal.employerDomain();
        changedAt = now;
    }

    void show(Visibility to, Instant now) {
        visibility = to;
        changedAt = now;
    }

    /** Puts aside that its owner looks for work, and is found by nobody. */
    void stopLooking(Instant now) {
        visibility = Visibility.SEALED;
        availability = Availability.NOT_LOOKING;
        changedAt = now;
    }

    UUID id() {
        return id;
    }

    UUID accountId() {
        return accountId;
    }

    UUID handle() {
        return handle;
    }

    Instant changedAt() {
        return changedAt;
    }

    long version() {
        return version;
    }

    Visibility visibility() {
        return visibility;
    }

    Basics basics() {
        return new Basics(headline, summary, skills);
    }

    Plans plans() {
        return new Plans(places, relocation, availability);
    }

    Personal personal() {
        return new Personal(citizenship, secondCitizenship, phone, employerName, employerDomain);
    }

    Instant createdAt() {
        return createdAt;
    }

    @Override
    public String toString() {
        return "Profile[" + id + "]";
    }
}
