package net.gatepost.job;

import jakarta.persistence.QueryHint;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.jpa.HibernateHints;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Slice;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.jpa.repository.QueryHints;

interface ListingRepository extends JpaRepository<Listing, UUID> {

    /** {@link Listing#state} once more, where the database has to know it. */
    String STATE = """
            case when l.status = net.gatepost.job.ListingStatus.DRAFT then 'DRAFT'
                 when l.status = net.gatepost.job.ListingStatus.CLOSED then 'CLOSED'
                 when l.endsAt <= :now then 'EXPIRED'
                 when l.withheldAt is not null then 'WITHHELD'
                 else 'LIVE' end
            """;

    /** Those of some employers whose title is like a pattern. */
    String HIRING = " where l.employerId in :employers and lower(l.title) like :pattern escape '!'";

    /** How many listings are in a state. */
    record Count(String state, long listings) {}

    Optional<Listing> findByCreatedByAndSubmissionId(UUID createdBy, UUID submissionId);

    @Query("""
            select count(l) from Listing l
            where l.status = net.gatepost.job.ListingStatus.LIVE and l.endsAt > :now and l.withheldAt is null
            """)
    long countLive(Instant now);

    @Query(
            value = "select new net.gatepost.job.HiringRow(l.id, l.title, l.employerId, " + STATE
                    + ", l.placeLabel, l.workplace, l.zone, l.postedAt, l.ends, l.changedAt) from Listing l"
                    + HIRING + " and " + STATE + " in :states order by l.changedAt desc, l.id desc",
            countQuery = "select count(l) from Listing l" + HIRING + " and " + STATE + " in :states")
    Page<HiringRow> hiringPage(
            Collection<UUID> employers, String pattern, Collection<String> states, Instant now, Pageable page);

    @Query("select new net.gatepost.job.HiringRow(l.id, l.title, l.employerId, " + STATE
            + ", l.placeLabel, l.workplace, l.zone, l.postedAt, l.ends, l.changedAt) from Listing l"
            + " where l.postedAt is not null and lower(l.title) like :pattern escape '!' and " + STATE + " in :states"
            + " order by l.postedAt desc, l.id desc")
    Slice<HiringRow> publishedSlice(String pattern, Collection<String> states, Instant now, Pageable page);

    @Query("select new net.gatepost.job.ListingRepository$Count(s.state, count(*)) from (select " + STATE
            + " as state from Listing l" + HIRING + ") s group by s.state")
    List<Count> hiringCounts(Collection<UUID> employers, String pattern, Instant now);

    /** What is not closed of an employer, in the order of ids, so that it can be walked through in parts. */
    @Query("""
            select l from Listing l
            where l.employerId = :employer and l.id > :after and l.status <> net.gatepost.job.ListingStatus.CLOSED
            order by l.id
            """)
    List<Listing> notClosedOf(UUID employer, UUID after, Pageable page);

    @Modifying(flushAutomatically = true, clearAutomatically = true)
    @Query("update Listing l set l.responsible = :heir where l.employerId = :employer and l.responsible = :former")
    void handOver(UUID employer, UUID former, UUID heir);

    @Modifying(flushAutomatically = true, clearAutomatically = true)
    @Query("update Listing l set l.responsible = null where l.responsible = :accountId")
    void forgetResponsible(UUID accountId);

    /** Shown, or would be if its employer were verified, and known by a number. */
    String NUMBERED = " from listing l where l.employer_id = :employer and l.status = 'LIVE' and l.ends_at > :now"
            + " and l.reference is not null";

    String UNNAMED = NUMBERED + " and not exists (select 1 from import_row r where r.run_id = :run"
            + " and r.reference = l.reference)";

    @Query(nativeQuery = true, value = "select count(*)" + NUMBERED)
    long countNumbered(UUID employer, Instant now);

    @Query(nativeQuery = true, value = "select count(*)" + UNNAMED)
    long countNumberedBut(UUID employer, UUID run, Instant now);

    @Query(nativeQuery = true, value = "select l.*" + UNNAMED + " fetch first :most rows only")
    List<Listing> numberedBut(UUID employer, UUID run, Instant now, int most);

    Optional<Listing> findByEmployerIdAndReference(UUID employerId, String reference);

    /** Of an employer, in the order of ids from the last, so that it can be walked through in parts. */
    @Query("select l from Listing l where l.employerId = :employer and l.id < :before order by l.id desc")
    List<Listing> madeFor(UUID employer, UUID before, Limit limit);

    /** Those of these that the public may see. */
    @Query("""
            select l.id from Listing l
            where l.id in :ids and l.status = net.gatepost.job.ListingStatus.LIVE and l.endsAt > :now and l.withheldAt is null
            """)
    Set<UUID> liveAmong(Collection<UUID> ids, Instant now);

    /** Those of these that are over. */
    @Query("""
            select l.id from Listing l
            where l.id in :ids and (l.status = net.gatepost.job.ListingStatus.CLOSED
                or l.status = net.gatepost.job.ListingStatus.LIVE and l.endsAt <= :now)
            """)
    Set<UUID> endedAmong(Collection<UUID> ids, Instant now);

    /** What is live, in the order of ids. */
    @Query("""
            select new net.gatepost.job.LiveListing(l.id, l.slug, l.changedAt) from Listing l
            where l.status = net.gatepost.job.ListingStatus.LIVE and l.endsAt > :now and l.withheldAt is null
            order by l.id
            """)
    List<LiveListing> live(Instant now, Pageable page);

    /** When what is live last changed. */
    @Query("""
            select max(l.changedAt) from Listing l
            where l.status = net.gatepost.job.ListingStatus.LIVE and l.endsAt > :now and l.withheldAt is null
            """)
    Optional<Instant> liveChangedAt(Instant now);

    /** What an employer has published in those words, the first first. */
    @Query("""
            select l from Listing l
            where l.employerId = :employer and l.wordsHash = :hash and l.status <> net.gatepost.job.ListingStatus.DRAFT
            order by l.postedAt, l.id
            """)
    List<Listing> saying(UUID employer, String hash, Limit limit);

    /** Whether one that says so was taken down. */
    boolean existsByEmployerIdAndWordsHashAndTakenDownIsNotNull(UUID employerId, String wordsHash);

    /** How many of an employer's listings are published and have not ended, withheld ones among them. */
    @Query("""
            select count(l) from Listing l
            where l.employerId = :employer and l.status = net.gatepost.job.ListingStatus.LIVE and l.endsAt > :now
            """)
    long countOpen(UUID employer, Instant now);

    /** What one account made or was the last to change; to be closed by who reads it. */
    @QueryHints(@QueryHint(name = HibernateHints.HINT_FETCH_SIZE, value = "500"))
    @Query("""
            select new net.gatepost.job.JobData$Touched(
                    l.id, l.employerId, l.title, l.status,
                    case when l.createdBy = :accountId then l.createdAt else null end,
                    case when l.changedBy = :accountId then l.changedAt else null end)
            from Listing l
            where l.createdBy = :accountId or l.changedBy = :accountId
            order by l.id
            """)
    Stream<JobData.Touched> touchedBy(UUID accountId);
}
