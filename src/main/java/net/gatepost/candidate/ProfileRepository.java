package net.gatepost.candidate;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

interface ProfileRepository extends JpaRepository<Profile, UUID> {

    Optional<Profile> findByAccountId(UUID accountId);

    /** Waits for whoever changes the same profile, so that limits and repeated posts are judged one after the other. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select p from Profile p where p.accountId = :accountId")
    Optional<Profile> lockByAccountId(UUID accountId);

    Optional<Profile> findByHandle(UUID handle);

    List<Profile> findByHandleIn(Collection<UUID> handles);

    /** With what they say of their skills, in one statement. */
    @Query("select distinct p from Profile p left join fetch p.skills where p.handle in :handles")
    List<Profile> findWithSkills(Collection<UUID> handles);

    /** Brings the places of what was found before, in one statement. */
    @Query("select distinct p from Profile p left join fetch p.places where p in :profiles")
    List<Profile> withPlaces(Collection<Profile> profiles);

    @Query("select p.handle from Profile p where p.accountId in :accountIds")
    List<UUID> handlesOf(Collection<UUID> accountIds);

    /** Leaves the version as it is. */
    @Modifying
    @Query("update Profile p set p.changedAt = :now where p.id = :id")
    void entryChanged(UUID id, Instant now);

    /** Begins a profile unless there is one. In SQL, because two first posts at once must both succeed. */
    @Modifying
    @Query(nativeQuery = true, value = """
                    insert into candidate_profile (id, version, account_id, handle, visibility, created_at, changed_at)
                    values (:id, 0, :accountId, :handle, 'SEALED', :now, :now)
                    on conflict do nothing
                    """)
    void begin(UUID id, UUID accountId, UUID handle, Instant now);
}
