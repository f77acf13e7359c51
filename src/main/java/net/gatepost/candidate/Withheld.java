package net.gatepost.candidate;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A profile that the index may still show and searches must not: to anybody, or to one employer. */
@Entity
@Table(name = "candidate_withheld")
class Withheld {

    @Id
    private UUID id;

    @Version
    private Long version;

    @Column(nullable = false)
    private UUID handle;

    private @Nullable UUID employerId;

    @Column(nullable = false)
    private Instant since;

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected Withheld() {}

    @SuppressWarnings("NullAway.Init") // the version is Hibernate's
    Withheld(UUID handle, @Nullable UUID employerId, Instant since) {
        this.id = UuidCreator.getTimeOrderedEpoch();
        this.handle = handle;
        this.employerId = employerId;
        this.since = since;
    }

    UUID id() {
        return id;
    }

    UUID handle() {
        return handle;
    }

    @Nullable
    UUID employerId() {
        return employerId;
    }
}
