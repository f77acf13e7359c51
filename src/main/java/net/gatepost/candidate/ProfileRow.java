package net.gatepost.candidate;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.UUID;

/**
 * One entry of a profile. Each section has a table of its own, joined to what all entries share, so that one statement
 * brings every entry of a profile.
 */
@Entity
@Table(name = "candidate_row")
@Inheritance(strategy = InheritanceType.JOINED)
abstract class ProfileRow<T> {

    @Id
    private UUID id;

    @Version
    private Long version;

    @Column(nullable = false, updatable = false)
    private UUID profileId;

    @Column(nullable = false, updatable = false)
    private UUID postKey;

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected ProfileRow() {}

    /** @param postKey made with the form, the same however often it is posted */
    @SuppressWarnings("NullAway.Init") // the version is Hibernate's
    ProfileRow(UUID profileId, UUID postKey) {
        this.id = UuidCreator.getTimeOrderedEpoch();
        this.profileId = profileId;
        this.postKey = postKey;
    }

    abstract T content();

    abstract void change(T content);

    UUID id() {
        return id;
    }

    UUID profileId() {
        return profileId;
    }

    UUID postKey() {
        return postKey;
    }

    Row<T> toRow() {
        return new Row<>(id, version, content());
    }

    @Override
    public String toString() {
        return getClass().getSimpleName() + "[" + id + "]";
    }

    boolean isAt(long expected) {
        return version == expected;
    }
}
