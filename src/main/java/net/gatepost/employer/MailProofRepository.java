package net.gatepost.employer;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

interface MailProofRepository extends JpaRepository<MailProof, UUID> {

    Optional<MailProof> findByEmployerIdAndAccountIdAndEmail(UUID employerId, UUID accountId, String email);

    /** Confirmed ones of those who still recruit for the employer. */
    @Query("""
            select p from MailProof p join Recruiter r on r.employerId = p.employerId and r.accountId = p.accountId
            where p.employerId in :employerIds and p.confirmedAt is not null order by p.confirmedAt, p.id""")
    List<MailProof> confirmedOf(Collection<UUID> employerIds, Limit limit);

    @Query("""
            select new net.gatepost.employer.EmployerData$Shown(e.name, p.email, p.askedAt, p.confirmedAt)
            from MailProof p join Employer e on e.id = p.employerId where p.accountId = :accountId order by p.id""")
    List<EmployerData.Shown> findOf(UUID accountId, Limit limit);

    @Modifying
    @Query("delete from MailProof p where p.accountId = :accountId")
    void deleteOf(UUID accountId);

    @Modifying
    @Query("delete from MailProof p where p.confirmedAt is null and p.askedAt < :before")
    int deleteUnconfirmedAskedBefore(Instant before);
}
