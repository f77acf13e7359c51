package net.gatepost.candidate;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

interface RequestRepository extends JpaRepository<Request, UUID> {

    Optional<Request> findByAccountIdAndEmployerId(UUID accountId, UUID employerId);

    /** Waits for whoever answers the same one, so that answers are judged one after the other. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select r from Request r where r.id = :id and r.accountId = :accountId")
    Optional<Request> lockByIdAndAccountId(UUID id, UUID accountId);

    List<Request> findByAccountIdOrderByAskedAt(UUID accountId);

    /** Forgets who asked, and their words; that the employer asked stays with the member. */
    @Modifying
    @Query("update Request r set r.recruiterName = '', r.message = null where r.recruiterId = :recruiterId")
    void forgetNameOf(UUID recruiterId);

    @Modifying(flushAutomatically = true)
    @Query("delete from Request r where r.accountId = :accountId")
    void deleteOf(UUID accountId);

    Page<Request> findByAccountIdOrderByAskedAtDescIdDesc(UUID accountId, Pageable page);
}
