package net.gatepost.employer;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

interface InvitationRepository extends JpaRepository<Invitation, UUID> {

    @Query("""
            select i from Invitation i
            where i.employerId = :employerId and i.status = net.gatepost.employer.InvitationStatus.OPEN and i.endsAt > :now
            order by i.invitedAt, i.id""")
    List<Invitation> openOf(UUID employerId, Instant now, Limit limit);

    @Query("""
            select i from Invitation i
            where i.email = :email and i.status = net.gatepost.employer.InvitationStatus.OPEN and i.endsAt > :now
            order by i.invitedAt, i.id""")
    List<Invitation> openTo(String email, Instant now, Limit limit);

    Optional<Invitation> findByEmployerIdAndClaimedEmail(UUID employerId, String email);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select i from Invitation i where i.id = :id")
    Optional<Invitation> lockById(UUID id);

    @Query("""
            select new net.gatepost.employer.EmployerData$InvitedTo(e.name, i.owner, i.invitedAt, i.endsAt, i.status)
            from Invitation i join Employer e on e.id = i.employerId
            where i.email = :email order by i.invitedAt, i.id""")
    List<EmployerData.InvitedTo> findTo(String email, Limit limit);

    @Modifying
    @Query("delete from Invitation i where i.email = :email")
    void deleteTo(String email);

    @Modifying
    @Query("update Invitation i set i.invitedBy = null where i.invitedBy = :accountId")
    void forgetInviter(UUID accountId);

    /** Ended ones are kept for the history only so long: an address is not kept without need. */
    @Modifying
    @Query("delete from Invitation i where i.endsAt < :before")
    int deleteEndedBefore(Instant before);
}
