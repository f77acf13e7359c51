package net.gatepost.job.importing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

interface ImportSourceRepository extends JpaRepository<ImportSource, UUID> {

    Optional<ImportSource> findByEmployerId(UUID employerId);

    @Query("select s from ImportSource s where s.paused = false and (s.nextAt <= :now or s.nextAt > :latest)"
            + " order by s.nextAt, s.id")
    List<ImportSource> due(Instant now, Instant latest, Limit limit);

    /** Nobody answers for it any more: it rests until somebody does. */
    @Modifying(flushAutomatically = true, clearAutomatically = true)
    @Query("update ImportSource s set s.accountId = null, s.paused = true where s.accountId = :accountId")
    void forget(UUID accountId);
}
