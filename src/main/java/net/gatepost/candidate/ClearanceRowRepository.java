package net.gatepost.candidate;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface ClearanceRowRepository extends JpaRepository<ClearanceRow, UUID> {

    /** A clearance and whose it is. */
    record Held(UUID accountId, ClearanceRow row) {}

    @Query("""
            select new net.gatepost.candidate.ClearanceRowRepository$Held(p.accountId, c)
            from ClearanceRow c join Profile p on p.id = c.profileId
            where p.accountId in :members and exists (
                select g.id from Grant g where g.accountId = p.accountId and g.employerId = :employerId and not g.shut)
            """)
    List<Held> grantedTo(UUID employerId, Collection<UUID> members);
}
