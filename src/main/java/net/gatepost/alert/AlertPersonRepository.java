package net.gatepost.alert;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

interface AlertPersonRepository extends JpaRepository<AlertPerson, UUID> {

    Optional<AlertPerson> findByLinkId(UUID linkId);

    @Modifying
    @Query(nativeQuery = true, value = """
                    insert into alert_person (account_id, version, link_id, muted) values (:accountId, 0, :linkId, false)
                    on conflict do nothing
                    """)
    void begin(UUID accountId, UUID linkId);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select p from AlertPerson p where p.accountId = :accountId")
    Optional<AlertPerson> lock(UUID accountId);

    @Modifying
    @Query("delete from AlertPerson p where p.accountId = :accountId")
    void deleteOf(UUID accountId);

    /** Until the transaction ends nobody else adds to what this member keeps. */
    default AlertPerson take(UUID accountId) {
        begin(accountId, UuidCreator.getRandomBased());
        return lock(accountId).orElseThrow();
    }
}
