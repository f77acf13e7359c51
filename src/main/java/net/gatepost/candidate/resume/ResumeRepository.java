package net.gatepost.candidate.resume;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

interface ResumeRepository extends JpaRepository<Resume, UUID> {

    boolean existsByAccountId(UUID accountId);

    Optional<Resume> findByAccountId(UUID accountId);

    /** Without the megabytes. */
    @Query("""
            select new net.gatepost.candidate.resume.ResumeFacts(r.fileName, r.fileType, r.fileSize, r.uploadedAt)
            from Resume r where r.accountId = :accountId
            """)
    Optional<ResumeFacts> factsOf(UUID accountId);

    @Query("select r.encryptedText from Resume r where r.accountId = :accountId")
    Optional<byte[]> encryptedTextOf(UUID accountId);

    @Modifying(flushAutomatically = true, clearAutomatically = true)
    @Query("delete from Resume r where r.accountId = :accountId")
    void deleteOf(UUID accountId);
}
