package net.gatepost.moderation;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

interface ReportRepository extends JpaRepository<Report, UUID> {

    /** How many reports a case has. */
    record Count(UUID caseId, long reports) {}

    boolean existsByAccountIdAndSubmissionId(UUID accountId, UUID submissionId);

    long countByCaseId(UUID caseId);

    @Query("""
            select new net.gatepost.moderation.ReportRepository$Count(r.caseId, count(r)) from Report r
            where r.caseId in :cases group by r.caseId
            """)
    List<Count> counts(Collection<UUID> cases);

    @Query("""
            select new net.gatepost.moderation.Moderation$Told(r.reason, r.words, r.reportedAt) from Report r
            where r.caseId = :caseId order by r.reportedAt, r.id
            """)
    List<Moderation.Told> of(UUID caseId, Limit limit);

    @Query("select distinct r.accountId from Report r where r.caseId = :caseId and r.accountId is not null")
    List<UUID> reportersOf(UUID caseId);

    @Query(value = """
            select new net.gatepost.moderation.Reports$Mine(
                    r.id, c.kind, c.subjectId, c.employerId, r.reason, r.words, r.reportedAt, c.measure)
            from Report r join ModerationCase c on c.id = r.caseId
            where r.accountId = :accountId order by r.reportedAt desc, r.id desc
            """, countQuery = "select count(r) from Report r where r.accountId = :accountId")
    Page<Reports.Mine> madeBy(UUID accountId, Pageable page);

    @Modifying(flushAutomatically = true, clearAutomatically = true)
    @Query("update Report r set r.accountId = null, r.words = '' where r.accountId = :accountId")
    void forget(UUID accountId);

    /** When the oldest one of what is open came in. */
    @Query("select min(c.openedAt) from ModerationCase c where c.openKey is not null")
    @Nullable
    Instant oldestOpen();
}
