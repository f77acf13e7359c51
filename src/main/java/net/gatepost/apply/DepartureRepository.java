package net.gatepost.apply;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

interface DepartureRepository extends JpaRepository<Departure, UUID> {

    @Modifying
    @Query(nativeQuery = true, value = """
                    insert into departure (id, version, account_id, listing_id, left_at)
                    values (:id, 0, :accountId, :listingId, :now)
                    on conflict do nothing
                    """)
    void begin(UUID id, UUID accountId, UUID listingId, Instant now);

    @Modifying
    @Query(
            "update versioned Departure d set d.leftAt = :now where d.accountId = :accountId and d.listingId = :listingId")
    void leave(UUID accountId, UUID listingId, Instant now);

    @Modifying
    @Query("update versioned Departure d set d.saidAt = :now"
            + " where d.accountId = :accountId and d.listingId = :listingId and d.saidAt is null")
    void say(UUID accountId, UUID listingId, Instant now);

    Optional<Departure> findByAccountIdAndListingId(UUID accountId, UUID listingId);

    Page<Departure> findByAccountIdOrderByLeftAtDescIdDesc(UUID accountId, Pageable page);

    List<Departure> findByAccountIdOrderByLeftAtDescIdDesc(UUID accountId);

    long countByAccountId(UUID accountId);

    @Query("select d.listingId from Departure d"
            + " where d.accountId = :accountId and d.listingId in :listings and d.saidAt is not null")
    Set<UUID> saidAmong(UUID accountId, Collection<UUID> listings);

    @Modifying
    @Query("delete from Departure d where d.id = :id and d.accountId = :accountId")
    int remove(UUID id, UUID accountId);

    @Modifying
    @Query("delete from Departure d where d.accountId = :accountId")
    void deleteOf(UUID accountId);
}
