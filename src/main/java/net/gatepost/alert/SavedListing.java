package net.gatepost.alert;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;

/** A listing that a member wants to find again. It stays when the listing ends: its member decides. */
@Entity
class SavedListing {

    @Id
    private UUID id;

    @Version
    private Long version;

    @Column(nullable = false, updatable = false)
    private UUID accountId;

    @Column(nullable = false, updatable = false)
    private UUID listingId;

    @Column(nullable = false, updatable = false)
    private Instant savedAt;

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected SavedListing() {}

    @SuppressWarnings("NullAway.Init") // the version is Hibernate's
    SavedListing(UUID accountId, UUID listingId, Instant now) {
        this.id = UuidCreator.getTimeOrderedEpoch();
        this.accountId = accountId;
        this.listingId = listingId;
        this.savedAt = now;
    }

    UUID listingId() {
        return listingId;
    }

    Instant savedAt() {
        return savedAt;
    }
}
