package net.gatepost.candidate;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import net.gatepost.candidate.Grant.Source;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

interface GrantRepository extends JpaRepository<Grant, UUID> {

    @Query("""
            select distinct g.accountId from Grant g
            where g.employerId = :employerId and g.accountId in :memberIds and not g.shut""")
    Set<UUID> membersWhoLetIn(UUID employerId, Collection<UUID> memberIds);

    @Modifying(flushAutomatically = true)
    @Query("update Grant g set g.shut = :shut where g.accountId = :accountId and g.employerId = :employerId")
    void shut(UUID accountId, UUID employerId, boolean shut);

    boolean existsBySourceAndSourceId(Source source, UUID sourceId);

    @Modifying(flushAutomatically = true)
    @Query("delete from Grant g where g.source = :source and g.sourceId = :sourceId")
    void deleteBySource(Source source, UUID sourceId);

    List<Grant> findByAccountIdOrderByGrantedAt(UUID accountId);

    @Modifying
    @Query("delete from Grant g where g.accountId = :accountId")
    void deleteOf(UUID accountId);
}
