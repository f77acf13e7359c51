package net.gatepost.employer;

import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

interface RecruiterRepository extends JpaRepository<Recruiter, UUID> {

    boolean existsByEmployerIdAndAccountId(UUID employerId, UUID accountId);

    boolean existsByEmployerIdAndAccountIdAndOwnerTrue(UUID employerId, UUID accountId);

    @Query("select r.accountId from Recruiter r where r.employerId = :employerId order by r.since, r.id")
    List<UUID> accountIdsOf(UUID employerId, Limit limit);

    List<Recruiter> findByEmployerIdOrderBySince(UUID employerId, Limit limit);

    @Query("select r from Recruiter r where r.employerId in :employerIds order by r.since, r.id")
    List<Recruiter> findByEmployerIdIn(Collection<UUID> employerIds, Limit limit);

    @Query("""
            select new net.gatepost.employer.EmployerData$ActsFor(e.id, e.name, e.domain, e.status, r.owner, r.since)
            from Recruiter r join Employer e on e.id = r.employerId
            where r.accountId = :accountId order by r.since""")
    List<EmployerData.ActsFor> findActedForBy(UUID accountId);

    /** Everybody who recruits for an employer, in the one order that all who change a team lock them in. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select r from Recruiter r where r.employerId = :employerId order by r.id")
    List<Recruiter> lockTeamOf(UUID employerId);

    /** Everybody who recruits for an employer that this person recruits for, themself included. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("""
            select r from Recruiter r
            where r.employerId in (select own.employerId from Recruiter own where own.accountId = :accountId)
            order by r.id""")
    List<Recruiter> lockColleaguesOf(UUID accountId);

    @Modifying
    @Query("delete from Recruiter r where r.accountId = :accountId")
    void deleteOf(UUID accountId);
}
