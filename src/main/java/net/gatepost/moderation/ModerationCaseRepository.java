package net.gatepost.moderation;

import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

interface ModerationCaseRepository extends JpaRepository<ModerationCase, UUID> {

    /** Locked, so that a report that joins it is either told of the decision or opens the next case. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select c from ModerationCase c where c.openKey = :key")
    Optional<ModerationCase> lockOpen(String key);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select c from ModerationCase c where c.id = :id")
    Optional<ModerationCase> lock(UUID id);

    @Query("select c from ModerationCase c where c.openKey is not null order by c.openedAt, c.id")
    Page<ModerationCase> open(Pageable page);

    @Query(
            "select c from ModerationCase c where c.appeal is not null and c.answeredAt is null order by c.appealedAt, c.id")
    Page<ModerationCase> appealed(Pageable page);

    @Query("select c from ModerationCase c where c.decidedAt is not null order by c.decidedAt desc, c.id desc")
    Page<ModerationCase> decided(Pageable page);

    @Query("""
            select c from ModerationCase c where c.employerId in :employers and c.measure in :measures
            order by c.decidedAt desc, c.id desc
            """)
    Page<ModerationCase> against(Collection<UUID> employers, Collection<Measure> measures, Pageable page);

    /** Whether the employer may appeal against that already. */
    boolean existsByEmployerIdAndMeasureAndReasonAndAppealIsNull(UUID employerId, Measure measure, String reason);

    @Modifying(flushAutomatically = true, clearAutomatically = true)
    @Query("update ModerationCase c set c.decidedBy = null where c.decidedBy = :accountId")
    void forgetDecider(UUID accountId);
}
