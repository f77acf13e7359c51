package net.gatepost.candidate.resume;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

interface PersonKeyRepository extends JpaRepository<PersonKey, UUID> {

    /** Waits for whoever changes the same person's résumé. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select k from PersonKey k where k.accountId = :accountId")
    Optional<PersonKey> lockByAccountId(UUID accountId);

    /** Keeps the key unless there is one. In SQL, because two first uploads at once must both succeed. */
    @Modifying
    @Query(nativeQuery = true, value = """
                    insert into candidate_key (account_id, version, wrapped) values (:accountId, 0, :wrapped)
                    on conflict do nothing
                    """)
    void begin(UUID accountId, byte[] wrapped);

    @Modifying(flushAutomatically = true, clearAutomatically = true)
    @Query("delete from PersonKey k where k.accountId = :accountId")
    void deleteOf(UUID accountId);
}
