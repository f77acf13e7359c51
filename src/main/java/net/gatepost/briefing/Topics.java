package net.gatepost.briefing;

import static java.util.stream.Collectors.toMap;

import java.time.Clock;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import net.gatepost.account.Races;
import net.gatepost.audit.Audit;
import net.gatepost.web.NotFound;
import net.gatepost.web.Slug;
import net.gatepost.web.Viewer;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What editors do with the topics of briefings. None is ever deleted, because its address may stand anywhere. */
@Service
public class Topics {

    /** More than these are no table of contents any more. */
    static final int MOST = 30;

    private static final String SUBJECT = "briefing-topic";
    private static final int LONGEST_SLUG = 60;

    private final TopicRepository topics;
    private final Races races;
    private final Audit audit;
    private final Clock clock;

    Topics(TopicRepository topics, Races races, Audit audit, Clock clock) {
        this.topics = topics;
        this.races = races;
        this.audit = audit;
        this.clock = clock;
    }

    /** A topic as its editors see it. @param published how many briefings everybody reads under it */
    public record Entry(BriefingTopic topic, long version, long published) {}

    /** In their order, retired ones too. */
    @Transactional(readOnly = true)
    public List<Entry> all() {
        Map<String, Long> published = topics.published().stream()
                .collect(toMap(TopicRepository.Published::topic, TopicRepository.Published::many));
        return topics.findAllByOrderByPositionAscSlugAsc().stream()
                .map(topic -> new Entry(topic.toTopic(), topic.version(), published.getOrDefault(topic.slug(), 0L)))
                .toList();
    }

    /** @throws NotFound when there is none such */
    @Transactional(readOnly = true)
    public Entry one(String slug) {
        return all().stream()
                .filter(entry -> entry.topic().slug().equals(slug))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    /**
     * Puts a topic behind the others.
     *
     * @return its slug, made of its name
     * @throws TopicRefused when there is one by that name, or there are too many
     */
    public String add(Viewer viewer, String name, String description) {
        String slug = Slug.of(name, "topic", LONGEST_SLUG);
        return races.decide(() -> {
            requireFreeName(name, "");
            if (topics.existsById(slug)) {
                throw new TopicRefused("briefing.topics.taken");
            }
            if (topics.count() >= MOST) {
                throw new TopicRefused("briefing.topics.full");
            }
            var last = topics.findAllByOrderByPositionAscSlugAsc().stream()
                    .mapToInt(Topic::position)
                    .max()
                    .orElse(0);
            var topic = topics.saveAndFlush(new Topic(slug, name, description, last + 1));
            record(viewer, "added", topic, name);
            return slug;
        });
    }

    /**
     * @param version of the form's topic
     * @throws StaleBriefing when somebody else has changed it meanwhile
     * @throws TopicRefused when another one has that name
     * @throws NotFound when there is none such
     */
    public void describe(Viewer viewer, String slug, long version, String name, String description) {
        races.decide(() -> {
            var topic = topic(slug);
            if (topic.version() != version) {
                throw new StaleBriefing();
            }
            requireFreeName(name, slug);
            topic.describe(name, description);
            topics.flush();
            record(viewer, "described", topic, name);
            return topic;
        });
    }

    private void requireFreeName(String name, String ofSlug) {
        if (topics.existsByNameIgnoreCaseAndSlugNot(name, ofSlug)) {
            throw new TopicRefused("briefing.topics.taken");
        }
    }

    /** Changes places with the one before or behind it; does nothing at the end. */
    public void move(Viewer viewer, String slug, boolean up) {
        races.decide(() -> {
            var topic = topic(slug);
            var order = new java.util.ArrayList<>(topics.findAllByOrderByPositionAscSlugAsc());
            int from = order.indexOf(topic);
            int to = up ? from - 1 : from + 1;
            if (to >= 0 && to < order.size()) {
                Collections.swap(order, from, to);
                for (int i = 0; i < order.size(); i++) {
                    order.get(i).stand(i + 1);
                }
                topics.flush();
                record(viewer, "moved", topic, String.valueOf(to + 1));
            }
            return topic;
        });
    }

    /** @throws TopicRefused when it is the last one that is left */
    public void retire(Viewer viewer, String slug) {
        races.decide(() -> {
            var order = topics.lockAll();
            var topic = topic(slug);
            if (!topic.isRetired()) {
                if (order.stream().filter(each -> !each.isRetired()).count() == 1) {
                    throw new TopicRefused("briefing.topics.last");
                }
                topic.retire(clock.instant());
                record(viewer, "retired", topic, "");
            }
            return topic;
        });
    }

    public void bringBack(Viewer viewer, String slug) {
        races.decide(() -> {
            var topic = topic(slug);
            if (topic.isRetired()) {
                topic.comeBack();
                record(viewer, "returned", topic, "");
            }
            return topic;
        });
    }

    private Topic topic(String slug) {
        return topics.findById(slug).orElseThrow(NotFound::new);
    }

    private void record(Viewer viewer, String verb, Topic topic, String detail) {
        audit.record(
                viewer.id(),
                SUBJECT + "." + verb,
                SUBJECT,
                topic.trailId(),
                detail.isEmpty() ? topic.slug() : topic.slug() + ": " + detail);
    }
}
