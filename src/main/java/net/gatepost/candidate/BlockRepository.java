package net.gatepost.candidate;

import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

interface BlockRepository extends JpaRepository<Block, UUID> {

    boolean existsByAccountIdAndEmployerId(UUID accountId, UUID employerId);

    List<Block> findByAccountIdOrderByBlockedAt(UUID accountId);

    @Modifying
    @Query("delete from Block b where b.accountId = :accountId")
    void deleteOf(UUID accountId);
}
