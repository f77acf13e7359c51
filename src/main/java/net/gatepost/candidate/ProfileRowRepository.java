package net.gatepost.candidate;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface ProfileRowRepository extends JpaRepository<ProfileRow<?>, UUID> {

    /** In the order in which they were entered: at most as many as the sections' limits add up to. */
    List<ProfileRow<?>> findByProfileIdOrderById(UUID profileId);

    @Query("""
            select r from ClearanceRow r
            where r.profileId = (select p.id from Profile p where p.accountId = :accountId)
            order by r.id""")
    List<ClearanceRow> clearancesOf(UUID accountId);

    /** The entries of a page of profiles, in one statement. */
    List<ProfileRow<?>> findByProfileIdInOrderById(Collection<UUID> profileIds);

    Optional<ProfileRow<?>> findByIdAndProfileId(UUID id, UUID profileId);
}
