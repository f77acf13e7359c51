package net.gatepost.candidate;

import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

interface LookRepository extends JpaRepository<Look, UUID> {
    List<Look> findByAccountIdOrderByLookedAt(UUID accountId);

    List<Look> findByRecruiterIdOrderByLookedAt(UUID recruiterId);

    /** Deletes a member's own ledger. */
    @Modifying
    @Query("delete from Look l where l.accountId = :accountId")
    void deleteAt(UUID accountId);
}
