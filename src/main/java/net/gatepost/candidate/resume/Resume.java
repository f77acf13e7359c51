package net.gatepost.candidate.resume;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import net.gatepost.candidate.resume.reader.ResumeType;

/** The one résumé of a member. Never changed: a new upload takes its place. */
@Entity
@Table(name = "candidate_resume")
class Resume {

    @Id
    private UUID id;

    @Version
    private Long version;

    @Column(nullable = false)
    private UUID accountId;

    @Column(nullable = false)
    private String fileName;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private ResumeType fileType;

    @Column(nullable = false)
    private int fileSize;

    @Column(nullable = false)
    private Instant uploadedAt;

    @Column(nullable = false)
    private byte[] encryptedFile;

    @Column(nullable = false)
    private byte[] encryptedText;

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected Resume() {}

    @SuppressWarnings("NullAway.Init") // the version is Hibernate's
    Resume(UUID accountId, ResumeFacts facts, byte[] encryptedFile, byte[] encryptedText) {
        this.id = UuidCreator.getTimeOrderedEpoch();
        this.accountId = accountId;
        this.fileName = facts.name();
        this.fileType = facts.type();
        this.fileSize = facts.size();
        this.uploadedAt = facts.uploadedAt();
        this.encryptedFile = encryptedFile;
        this.encryptedText = encryptedText;
    }

    UUID accountId() {
        return accountId;
    }

    String fileName() {
        return fileName;
    }

    ResumeType fileType() {
        return fileType;
    }

    byte[] encryptedFile() {
        return encryptedFile;
    }

    @Override
    public String toString() {
        return "Resume[" + id + "]";
    }
}
