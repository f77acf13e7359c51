package net.gatepost.account;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

interface AccountLinkRepository extends JpaRepository<AccountLink, UUID> {

    Optional<AccountLink> findByTokenHashAndPurpose(String tokenHash, LinkPurpose purpose);

    /** Ends what is still open; the version moves too, so that a press at the same moment loses. */
    @Modifying(flushAutomatically = true)
    @Query("""
            update AccountLink l set l.endsAt = :now, l.version = l.version + 1
            where l.accountId = :accountId and l.purpose in :purposes and l.usedAt is null and l.endsAt > :now""")
    void endAll(UUID accountId, Collection<LinkPurpose> purposes, Instant now);

    List<AccountLink> findByAccountIdOrderById(UUID accountId);

    @Modifying
    @Query("delete from AccountLink l where l.accountId = :accountId")
    void deleteOf(UUID accountId);

    @Modifying
    @Query("delete from AccountLink l where l.endsAt < :before")
    int deleteEndedBefore(Instant before);
}
