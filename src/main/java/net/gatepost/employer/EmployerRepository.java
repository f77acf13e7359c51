package net.gatepost.employer;

import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

interface EmployerRepository extends JpaRepository<Employer, UUID> {

    Optional<Employer> findBySlug(String slug);

    boolean existsBySlug(String slug);

    boolean existsByIdAndStatus(UUID id, EmployerStatus status);

    long countByStatus(EmployerStatus status);

    Page<Employer> findByStatus(EmployerStatus status, Pageable page);

    List<Employer> findByNameKeyAndIdNotOrderByRegisteredAt(String nameKey, UUID not, Limit limit);

    @Query("""
            select e from Employer e join Recruiter r on r.employerId = e.id
            where r.accountId = :accountId order by e.name, e.id""")
    List<Employer> findActedForBy(UUID accountId, Limit limit);

    @Query("""
            select e from Employer e join Recruiter r on r.employerId = e.id
            where e.id = :id and r.accountId = :accountId""")
    Optional<Employer> findActedForBy(UUID id, UUID accountId);

    /** Locked against changes until the transaction ends. */
    @Lock(LockModeType.PESSIMISTIC_READ)
    @Query("""
            select e from Employer e where e.id = :id
            and exists (select 1 from Recruiter r where r.employerId = e.id and r.accountId = :accountId)""")
    Optional<Employer> lockActedForBy(UUID id, UUID accountId);

    @Query("""
            select distinct e.status from Employer e join Recruiter r on r.employerId = e.id
            where r.accountId = :accountId""")
    Set<EmployerStatus> statusesActedForBy(UUID accountId);

    /** Those that hold one of these; where a code is null, nothing holds it. */
    @Query("""
            select e from Employer e
            where e.claimedDomain = :domain or e.claimedCage = :cage or e.claimedUei = :uei""")
    List<Employer> findClaiming(String domain, @Nullable String cage, @Nullable String uei);

    @Query("""
            select e from Employer e
            where e.status = net.gatepost.employer.EmployerStatus.VERIFIED and lower(e.name) like :pattern escape '!'""")
    Page<Employer> findVerifiedLike(String pattern, Pageable page);

    @Modifying
    @Query("update Employer e set e.approvedBy = null, e.approvedAt = null where e.approvedBy = :accountId")
    void forgetApprover(UUID accountId);

    List<Employer> findByIdIn(Collection<UUID> ids);
}
