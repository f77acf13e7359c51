package net.gatepost.briefing;

import static java.util.stream.Collectors.toMap;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Briefings as everybody reads them. What is not published, or was withdrawn, is in none of its lists. */
@Service
@Transactional(readOnly = true)
public class Briefings {

    public static final int PAGE_SIZE = 20;

    /** Feeds and mails never take more at once. */
    public static final int MOST_AT_ONCE = 100;

    /** Among so many of the newest that have something in common are those that have most. */
    private static final int LOOKED_THROUGH = 60;

    private final BriefingRepository briefings;
    private final TopicRepository topics;
    private final CorrectionRepository corrections;

    Briefings(BriefingRepository briefings, TopicRepository topics, CorrectionRepository corrections) {
        this.briefings = briefings;
        this.topics = topics;
        this.corrections = corrections;
    }

    /** The topics that briefings come out under, in the operator's order. */
    public List<BriefingTopic> topics() {
        return allTopics().stream().filter(topic -> !topic.retired()).toList();
    }

    /** Retired ones too: what once came out under them is still there. */
    public List<BriefingTopic> allTopics() {
        return topics.findAllByOrderByPositionAscSlugAsc().stream()
                .map(Topic::toTopic)
                .toList();
    }

    public Optional<BriefingTopic> topic(String slug) {
        return topics.findById(slug).map(Topic::toTopic);
    }

    /**
     * What has come out after a moment, the newest first: for mails and feeds.
     *
     * @param topic a topic's slug; null for all
     * @param most how many at most; never more than {@value #MOST_AT_ONCE}
     */
    public List<PublishedBriefing> publishedSince(@Nullable String topic, Instant since, int most) {
        var limit = Limit.of(Math.min(most, MOST_AT_ONCE));
        return topic == null ? briefings.publishedSince(since, limit) : briefings.publishedSince(topic, since, limit);
    }

    /** The newest of all topics. */
    public List<PublishedBriefing> newest(int most) {
        return publishedSince(null, Instant.EPOCH, most);
    }

    /** Those of these that are published, the newest first: for whoever has named them by hand. */
    public List<PublishedBriefing> publishedAmong(Collection<UUID> ids) {
        return ids.isEmpty() ? List.of() : briefings.publishedAmong(ids);
    }

    /** @param page counts from 1 */
    public Page<PublishedBriefing> published(int page) {
        return briefings.published(PageRequest.of(page - 1, PAGE_SIZE));
    }

    public Page<PublishedBriefing> publishedUnder(String topic, int page) {
        return briefings.publishedUnder(topic, PageRequest.of(page - 1, PAGE_SIZE));
    }

    public Page<PublishedBriefing> publishedTagged(String tag, int page) {
        return briefings.publishedTagged(tag, PageRequest.of(page - 1, PAGE_SIZE));
    }

    /** What stands, or stood until it was withdrawn, at an address. */
    public Optional<BriefingView> at(String slug) {
        return briefings
                .findBySlug(slug)
                .map(Briefing::toView)
                .filter(found -> !found.status().isUnpublished());
    }

    /** The latest first. */
    public List<CorrectionNote> corrections(UUID id) {
        return corrections.findByBriefingIdOrderByCorrectedAtDescIdDesc(id, Limit.of(MOST_AT_ONCE)).stream()
                .map(Correction::toNote)
                .toList();
    }

    /** What else there is to read about the same: by employer, tags and place first, then by topic; the newest of equals first. */
    public List<PublishedBriefing> related(BriefingView to, int most) {
        var content = to.content();
        // No tag is empty: a list without one would be no SQL.
        var tags = content.tags().isEmpty() ? List.of("") : content.tags();
        var near = briefings.near(
                to.id(), content.topic(), content.placeId(), content.employerId(), tags, Limit.of(LOOKED_THROUGH));
        if (near.isEmpty()) {
            return List.of();
        }
        Map<UUID, Long> shared = briefings
                .tagged(near.stream().map(Neighbour::id).toList(), tags)
                .stream()
                .collect(toMap(Neighbour.Tagged::id, Neighbour.Tagged::shared));
        var ids = near.stream()
                .sorted(Comparator.comparingInt(
                                (Neighbour other) -> other.inCommon(content, shared.getOrDefault(other.id(), 0L)))
                        .reversed())
                .limit(most)
                .map(Neighbour::id)
                .toList();
        return publishedAmong(ids).stream()
                .sorted(Comparator.comparingInt(one -> ids.indexOf(one.id())))
                .toList();
    }
}
