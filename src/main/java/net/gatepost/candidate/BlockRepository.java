package net.gatepost.candidate;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

interface BlockRepository extends JpaRepository<Block, UUID> {

    boolean existsByAccountIdAndEmployerId(UUID accountId, UUID employerId);

    long countByAccountId(UUID accountId);

    List<Block> findByAccountIdOrderByBlockedAt(UUID accountId);

    @Query("select b.accountId from Block b where b.employerId in :employerIds and b.accountId in :memberIds")
    Set<UUID> membersWhoBlocked(Collection<UUID> employerIds, Collection<UUID> memberIds);

    @Query("select b.employerId from Block b where b.accountId = :accountId order by b.blockedAt desc, b.id desc")
    List<UUID> employersBlockedBy(UUID accountId, Limit limit);

    @Modifying(flushAutomatically = true)
    @Query("delete from Block b where b.accountId = :accountId and b.employerId = :employerId")
    void deleteByAccountIdAndEmployerId(UUID accountId, UUID employerId);

    @Modifying
    @Query("delete from Block b where b.accountId = :accountId")
    void deleteOf(UUID accountId);
}
