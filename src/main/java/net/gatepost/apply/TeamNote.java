package net.gatepost.apply;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;

/** What a recruiter writes about an application for their own team. */
@Entity
@Table(name = "application_note")
class TeamNote {

    @Id
    private UUID id;

    @Version
    private Long version;

    @Column(nullable = false, updatable = false)
    private UUID applicationId;

    @Column(nullable = false, updatable = false)
    private UUID accountId;

    /** Names the form, so that sending it twice writes one. */
    @Column(nullable = false, updatable = false)
    private UUID submissionId;

    @Column(nullable = false, updatable = false)
    private String words;

    @Column(nullable = false, updatable = false)
    private Instant writtenAt;

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected TeamNote() {}

    @SuppressWarnings("NullAway.Init") // the version is Hibernate's
    TeamNote(UUID applicationId, UUID accountId, UUID submissionId, String words, Instant now) {
        this.id = UuidCreator.getTimeOrderedEpoch();
        this.applicationId = applicationId;
        this.accountId = accountId;
        this.submissionId = submissionId;
        this.words = words;
        this.writtenAt = now;
    }

    UUID id() {
        return id;
    }

    UUID accountId() {
        return accountId;
    }

    TeamNotes.Note view() {
        return new TeamNotes.Note(id, accountId, words, writtenAt);
    }

    @Override
    public String toString() {
        return "TeamNote[withheld]";
    }
}
