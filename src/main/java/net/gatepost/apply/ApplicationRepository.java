package net.gatepost.apply;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

interface ApplicationRepository extends JpaRepository<Application, UUID> {

    String ROW = "select new net.gatepost.apply.ApplicationRow("
            + "a.id, a.version, a.listingId, a.employerId, a.accountId, a.stage, a.submittedAt, a.movedAt) from Application a ";

    /** How many applications a listing has. */
    record OfListing(UUID listingId, long applications) {}

    /** How many applications are in a stage. */
    record InStage(Stage stage, long applications) {}

    /** An application of somebody who is to be told something. */
    record Untold(UUID id, UUID accountId) {}

    @Query("select a.id from Application a where a.accountId = :accountId and a.listingId = :listingId")
    Optional<UUID> findIdOf(UUID accountId, UUID listingId);

    Optional<Application> findByIdAndAccountId(UUID id, UUID accountId);

    Optional<Application> findByIdAndListingId(UUID id, UUID listingId);

    /** Waits for whoever moves the same one, so that steps are judged one after the other. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select a from Application a where a.id = :id")
    Optional<Application> lockById(UUID id);

    @Query(
            value = ROW
                    + "where a.accountId = :accountId and a.stage in :stages order by a.submittedAt desc, a.id desc",
            countQuery = "select count(a) from Application a where a.accountId = :accountId and a.stage in :stages")
    Page<ApplicationRow> pageOfMember(UUID accountId, Collection<Stage> stages, Pageable page);

    @Query(
            value = ROW
                    + "where a.listingId = :listingId and a.stage in :stages order by a.submittedAt desc, a.id desc",
            countQuery = "select count(a) from Application a where a.listingId = :listingId and a.stage in :stages")
    Page<ApplicationRow> pageOfListing(UUID listingId, Collection<Stage> stages, Pageable page);

    /** All but those withdrawn, the newest first. */
    @Query(ROW + "where a.listingId = :listingId and a.stage <> net.gatepost.apply.Stage.WITHDRAWN"
            + " order by a.submittedAt desc, a.id desc")
    List<ApplicationRow> allOfListing(UUID listingId, Limit most);

    @Query("select new net.gatepost.apply.ApplicationRepository$InStage(a.stage, count(a)) from Application a"
            + " where a.accountId = :accountId group by a.stage")
    List<InStage> stagesOfMember(UUID accountId);

    @Query("select new net.gatepost.apply.ApplicationRepository$InStage(a.stage, count(a)) from Application a"
            + " where a.listingId = :listingId group by a.stage")
    List<InStage> stagesOfListing(UUID listingId);

    @Query("select new net.gatepost.apply.ApplicationRepository$OfListing(a.listingId, count(a)) from Application a"
            + " where a.listingId in :listings and a.stage <> net.gatepost.apply.Stage.WITHDRAWN group by a.listingId")
    List<OfListing> countsOf(Collection<UUID> listings);

    @Query(ROW + "where a.accountId = :accountId and a.listingId in :listings")
    List<ApplicationRow> ofMemberTo(UUID accountId, Collection<UUID> listings);

    List<Application> findByAccountIdOrderBySubmittedAtDescIdDesc(UUID accountId);

    /** Those who wait for an answer and were not told that the listing is over. */
    @Query("select new net.gatepost.apply.ApplicationRepository$Untold(a.id, a.accountId) from Application a"
            + " where a.listingId = :listingId and a.stage in :open and a.accountId is not null and a.endToldAt is null"
            + " order by a.id")
    List<Untold> untoldOf(UUID listingId, Collection<Stage> open, Limit most);

    /** The listings that have such applications, in pages by id. */
    @Query("select distinct a.listingId from Application a"
            + " where a.listingId > :after and a.stage in :open and a.accountId is not null and a.endToldAt is null"
            + " order by a.listingId")
    List<UUID> listingsWithUntold(UUID after, Collection<Stage> open, Limit most);

    @Modifying
    @Query(nativeQuery = true, value = "update application set end_told_at = :now where id in (:ids)")
    void told(Collection<UUID> ids, Instant now);
}
