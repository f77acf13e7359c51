package net.gatepost.candidate;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

interface WithheldRepository extends JpaRepository<Withheld, UUID> {

    @Query("select distinct w.handle from Withheld w where w.employerId is null or w.employerId in :employerIds")
    List<UUID> handlesWithheldFrom(Collection<UUID> employerIds, Limit limit);

    List<Withheld> findBySinceBeforeOrderBySince(Instant before, Limit limit);

    @Modifying(flushAutomatically = true)
    @Query("delete from Withheld w where w.handle = :handle and w.employerId is null")
    void showAgain(UUID handle);

    @Modifying(flushAutomatically = true)
    @Query("delete from Withheld w where w.handle = :handle and w.employerId = :employerId")
    void showAgainTo(UUID handle, UUID employerId);
}
