package net.gatepost.apply;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** That a member went to apply elsewhere. Begun in SQL by {@link DepartureRepository#begin}, because links are clicked twice. */
@Entity
class Departure {

    @Id
    private UUID id;

    @Version
    private Long version;

    @Column(nullable = false, updatable = false)
    private UUID accountId;

    @Column(nullable = false, updatable = false)
    private UUID listingId;

    /** The last time. */
    @Column(nullable = false)
    private Instant leftAt;

    /** Since when the member says that they have applied there. */
    private @Nullable Instant saidAt;

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected Departure() {}

    Departures.Gone view() {
        return new Departures.Gone(id, listingId, leftAt, saidAt);
    }
}
