package net.gatepost.notification;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

/** Each change is one statement that says itself whether it applies, so that two at once follow one another. */
interface ReaderRepository extends JpaRepository<Reader, UUID> {

    /** Begins with somebody who has seen nothing yet. */
    @Modifying
    @Query(nativeQuery = true, value = """
                    insert into notice_reader (account_id, version, seen_until, looked_at)
                    values (:accountId, 0, :never, :never)
                    on conflict do nothing
                    """)
    void begin(UUID accountId, Instant never);

    /** Somebody who looked while the clock ran ahead would have seen everything until then. */
    @Modifying(flushAutomatically = true, clearAutomatically = true)
    @Query("""
            update versioned Reader r set r.seenUntil = :now, r.lookedAt = :now
            where r.accountId = :accountId and (r.seenUntil > :latest or r.lookedAt > :latest)""")
    void bringBack(UUID accountId, Instant now, Instant latest);

    /** A look long after the one before begins a new visit: what that one could see is old now. */
    @Modifying(flushAutomatically = true, clearAutomatically = true)
    @Query("""
            update versioned Reader r set r.seenUntil = r.lookedAt, r.lookedAt = :now
            where r.accountId = :accountId and r.lookedAt < :longAgo""")
    void beginVisit(UUID accountId, Instant now, Instant longAgo);

    /** A look that belongs to the same visit. */
    @Modifying(flushAutomatically = true, clearAutomatically = true)
    @Query("update versioned Reader r set r.lookedAt = :now where r.accountId = :accountId and r.lookedAt < :now")
    void lookAgain(UUID accountId, Instant now);

    @Modifying(flushAutomatically = true, clearAutomatically = true)
    @Query("update versioned Reader r set r.seenUntil = :until where r.accountId = :accountId and r.seenUntil < :until")
    void seen(UUID accountId, Instant until);

    /** Answers 1 to whoever may send the digest of this day, and 0 to all others. */
    @Modifying(flushAutomatically = true, clearAutomatically = true)
    @Query("""
            update versioned Reader r set r.digestedOn = :day
            where r.accountId = :accountId and (r.digestedOn is null or r.digestedOn < :day or r.digestedOn > :latest)""")
    int takeDigest(UUID accountId, LocalDate day, LocalDate latest);

    @Modifying
    @Query("delete from Reader r where r.accountId = :accountId")
    void deleteOf(UUID accountId);
}
