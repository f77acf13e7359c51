package net.gatepost.briefing;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;

/** What was changed in a published briefing, told to its readers. */
@Entity
@Table(name = "briefing_correction")
class Correction {

    @Id
    private UUID id;

    @Version
    private Long version;

    @Column(nullable = false, updatable = false)
    private UUID briefingId;

    @Column(nullable = false, updatable = false)
    private String note;

    @Column(nullable = false, updatable = false)
    private Instant correctedAt;

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected Correction() {}

    @SuppressWarnings("NullAway.Init") // the version is Hibernate's
    Correction(UUID briefingId, String note, Instant now) {
        this.id = UuidCreator.getTimeOrderedEpoch();
        this.briefingId = briefingId;
        this.note = note;
        this.correctedAt = now;
    }

    CorrectionNote toNote() {
        return new CorrectionNote(correctedAt, note);
    }
}
