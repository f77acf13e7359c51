package net.gatepost.candidate;

import jakarta.persistence.LockModeType;
import java.time.Instant;
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

    /** Begins a profile unless there is one. In SQL, because two first posts at once must both succeed. */
    @Modifying
    @Query(nativeQuery = true, value = """
                    insert into candidate_profile (id, version, account_id, visibility, created_at, changed_at)
                    values (:id, 0, :accountId, 'SEALED', :now, :now)
                    on conflict do nothing
                    """)
    void begin(UUID id, UUID accountId, Instant now);
}
