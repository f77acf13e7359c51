package net.gatepost.candidate;

import java.util.List;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

interface LookRepository extends JpaRepository<Look, UUID> {

    Page<Look> findByAccountIdOrderByLookedAtDescIdDesc(UUID accountId, Pageable page);

    List<Look> findByAccountIdOrderByLookedAtDescIdDesc(UUID accountId, Limit limit);

    long countByAccountId(UUID accountId);

    List<Look> findByAccountIdOrderByLookedAt(UUID accountId);

    List<Look> findByRecruiterIdOrderByLookedAt(UUID recruiterId);

    /** Forgets the name of whoever looked; that somebody did stays with those who were looked at. */
    @Modifying
    @Query("update Look l set l.recruiterName = '' where l.recruiterId = :recruiterId")
    void forgetNameOf(UUID recruiterId);

    /** Deletes a member's own ledger. */
    @Modifying
    @Query("delete from Look l where l.accountId = :accountId")
    void deleteAt(UUID accountId);
}
