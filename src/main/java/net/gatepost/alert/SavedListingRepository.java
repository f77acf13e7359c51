package net.gatepost.alert;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

interface SavedListingRepository extends JpaRepository<SavedListing, UUID> {

    /** How many keep a listing. */
    record OfListing(UUID listingId, long saves) {}

    @Query("select new net.gatepost.alert.SavedListingRepository$OfListing(s.listingId, count(s)) from SavedListing s"
            + " where s.listingId in :listings group by s.listingId")
    List<OfListing> countsOf(Collection<UUID> listings);

    boolean existsByAccountIdAndListingId(UUID accountId, UUID listingId);

    long countByAccountId(UUID accountId);

    Page<SavedListing> findByAccountIdOrderBySavedAtDescIdDesc(UUID accountId, Pageable page);

    List<SavedListing> findByAccountIdOrderBySavedAtDescIdDesc(UUID accountId);

    @Query("select s.listingId from SavedListing s where s.accountId = :accountId and s.listingId in :listingIds")
    Set<UUID> among(UUID accountId, Collection<UUID> listingIds);

    @Modifying
    @Query("delete from SavedListing s where s.accountId = :accountId and s.listingId = :listingId")
    void delete(UUID accountId, UUID listingId);

    @Modifying
    @Query("delete from SavedListing s where s.accountId = :accountId")
    void deleteOf(UUID accountId);
}
