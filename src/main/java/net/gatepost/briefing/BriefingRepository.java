package net.gatepost.briefing;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

interface BriefingRepository extends JpaRepository<Briefing, UUID> {

    String PUBLISHED = """
            select new net.gatepost.briefing.PublishedBriefing(
                b.id, b.slug, b.topic, t.name, b.headline, b.summary, b.placeLabel, b.publishedAt, b.correctedAt)
            from Briefing b join Topic t on t.slug = b.topic
            where b.status in (net.gatepost.briefing.BriefingStatus.PUBLISHED,
                               net.gatepost.briefing.BriefingStatus.CORRECTED)
            """;

    String NEWEST = " order by b.publishedAt desc, b.id desc";

    String COUNTED = """
            select count(b) from Briefing b
            where b.status in (net.gatepost.briefing.BriefingStatus.PUBLISHED,
                               net.gatepost.briefing.BriefingStatus.CORRECTED)
            """;

    Optional<Briefing> findBySlug(String slug);

    boolean existsBySlug(String slug);

    Optional<Briefing> findBySubmissionId(UUID submissionId);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select b from Briefing b where b.id = :id")
    Optional<Briefing> lockById(UUID id);

    @Query(value = PUBLISHED + NEWEST, countQuery = COUNTED)
    Page<PublishedBriefing> published(Pageable page);

    @Query(value = PUBLISHED + " and b.topic = :topic" + NEWEST, countQuery = COUNTED + " and b.topic = :topic")
    Page<PublishedBriefing> publishedUnder(String topic, Pageable page);

    @Query(
            value = PUBLISHED + " and :tag member of b.tags" + NEWEST,
            countQuery = COUNTED + " and :tag member of b.tags")
    Page<PublishedBriefing> publishedTagged(String tag, Pageable page);

    @Query(PUBLISHED + " and b.publishedAt > :since" + NEWEST)
    List<PublishedBriefing> publishedSince(Instant since, Limit limit);

    @Query(PUBLISHED + " and b.topic = :topic and b.publishedAt > :since" + NEWEST)
    List<PublishedBriefing> publishedSince(String topic, Instant since, Limit limit);

    @Query(PUBLISHED + " and b.id in :ids" + NEWEST)
    List<PublishedBriefing> publishedAmong(Collection<UUID> ids);

    /** The newest that have something in common with one. */
    @Query("""
            select new net.gatepost.briefing.Neighbour(b.id, b.topic, b.placeId, b.employerId) from Briefing b
            where b.status in (net.gatepost.briefing.BriefingStatus.PUBLISHED,
                               net.gatepost.briefing.BriefingStatus.CORRECTED)
                and b.id <> :id
                and (b.topic = :topic or b.placeId = :placeId or b.employerId = :employerId
                     or exists (select 1 from Briefing other join other.tags tag where other = b and tag in :tags))
            order by b.publishedAt desc, b.id desc""")
    List<Neighbour> near(
            UUID id,
            String topic,
            @Nullable String placeId,
            @Nullable UUID employerId,
            Collection<String> tags,
            Limit limit);

    @Query("""
            select new net.gatepost.briefing.Neighbour$Tagged(b.id, count(tag)) from Briefing b join b.tags tag
            where b.id in :ids and tag in :tags group by b.id""")
    List<Neighbour.Tagged> tagged(Collection<UUID> ids, Collection<String> tags);

    Page<Briefing> findByStatusIn(Set<BriefingStatus> statuses, Pageable page);

    @Query("select b.id from Briefing b where b.status = net.gatepost.briefing.BriefingStatus.SCHEDULED"
            + " and b.publishAt <= :now order by b.publishAt, b.id")
    List<UUID> due(Instant now, Limit limit);

    List<Briefing> findByWrittenByOrderByWrittenAt(UUID accountId, Limit limit);

    @Modifying(flushAutomatically = true, clearAutomatically = true)
    @Query("update Briefing b set b.writtenBy = null where b.writtenBy = :accountId")
    void forgetWriter(UUID accountId);

    @Modifying(flushAutomatically = true, clearAutomatically = true)
    @Query("update Briefing b set b.changedBy = null where b.changedBy = :accountId")
    void forgetChanger(UUID accountId);
}
