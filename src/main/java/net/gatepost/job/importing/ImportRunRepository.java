package net.gatepost.job.importing;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

interface ImportRunRepository extends JpaRepository<ImportRun, UUID> {

    Optional<ImportRun> findByIdAndEmployerId(UUID id, UUID employerId);

    /** Waits for whoever handles a row of it, so that each is handled once. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select r from ImportRun r where r.id = :id")
    Optional<ImportRun> lock(UUID id);

    Page<ImportRun> findByEmployerIdOrderByBeganAtDescIdDesc(UUID employerId, Pageable page);

    List<ImportRun> findByAccountIdOrderByBeganAt(UUID accountId, Limit limit);

    @Query("select r.id from ImportRun r where r.beganAt < :before and r.openKey is null order by r.beganAt")
    List<UUID> olderThan(Instant before, Limit limit);

    /** Those that were being sent when the process that read them ended. */
    @Query("""
            select r.id from ImportRun r
            where r.state = net.gatepost.job.importing.ImportState.READING and r.sourceId is null and r.beganAt < :before
            """)
    List<UUID> leftBehind(Instant before, Limit limit);

    /** With the name of the file, which may hold theirs. */
    @Modifying(flushAutomatically = true, clearAutomatically = true)
    @Query("update ImportRun r set r.accountId = null, r.name = '' where r.accountId = :accountId")
    void forget(UUID accountId);
}
