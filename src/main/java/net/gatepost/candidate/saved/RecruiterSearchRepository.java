package net.gatepost.candidate.saved;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

interface RecruiterSearchRepository extends JpaRepository<RecruiterSearch, UUID> {

    List<RecruiterSearch> findByAccountIdOrderByPlace(UUID accountId);

    Optional<RecruiterSearch> findByIdAndAccountId(UUID id, UUID accountId);

    Optional<RecruiterSearch> findByAccountIdAndEmployerIdAndAddressKey(
            UUID accountId, UUID employerId, String addressKey);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select s from RecruiterSearch s where s.id = :id")
    Optional<RecruiterSearch> lock(UUID id);

    /** Those that tell and have not told of today's yesterday, in the order of their ids. */
    @Query("""
            select s.id from RecruiterSearch s
            where s.often <> net.gatepost.candidate.saved.AlertOften.OFF and (s.toldUntil < :today or s.toldUntil > :latest)
              and s.id > :after
            order by s.id""")
    List<UUID> waiting(LocalDate today, LocalDate latest, UUID after, Limit limit);

    /** Answers 0 where the place is taken, or the very same search is kept. */
    @Modifying
    @Query(nativeQuery = true, value = """
                    insert into recruiter_search (id, version, account_id, employer_id, place, name, address, address_key,
                        often, told_until, created_at)
                    values (:id, 0, :accountId, :employerId, :place, :name, :address, :addressKey, :often, :today, :now)
                    on conflict do nothing""")
    int keep(
            UUID id,
            UUID accountId,
            UUID employerId,
            int place,
            String name,
            String address,
            String addressKey,
            String often,
            LocalDate today,
            Instant now);

    @Modifying
    @Query("delete from RecruiterSearch s where s.id = :id and s.accountId = :accountId")
    int delete(UUID id, UUID accountId);

    @Modifying
    @Query("delete from RecruiterSearch s where s.accountId = :accountId")
    void deleteOf(UUID accountId);

    @Modifying
    @Query("delete from RecruiterSearch s where s.accountId = :accountId and s.employerId = :employerId")
    void deleteOf(UUID accountId, UUID employerId);
}
