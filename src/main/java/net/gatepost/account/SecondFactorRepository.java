package net.gatepost.account;

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

interface SecondFactorRepository extends JpaRepository<SecondFactor, UUID> {

    /** Two who type the same code at once follow one another. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select f from SecondFactor f where f.accountId = :accountId")
    Optional<SecondFactor> lock(UUID accountId);

    /** In SQL, because two first posts at once must both succeed. */
    @Modifying
    @Query(nativeQuery = true, value = """
                    insert into second_factor (account_id, version, last_step) values (:accountId, 0, 0)
                    on conflict do nothing""")
    void begin(UUID accountId);

    @Query("select f.accountId from SecondFactor f where f.endsAt <= :now order by f.endsAt")
    List<UUID> ended(Instant now, Limit limit);

    @Modifying
    @Query("delete from SecondFactor f where f.accountId = :accountId")
    void deleteOf(UUID accountId);
}
