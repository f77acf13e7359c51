package net.gatepost.briefing.web;

import java.util.List;
import net.gatepost.briefing.PublishedBriefing;
import net.gatepost.web.AtomFeeds;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Briefings as an Atom feed; they are not signed, so all are by the site. */
@Component
class BriefingFeed {

    private final AtomFeeds feeds;
    private final String operator;

    BriefingFeed(AtomFeeds feeds, @Value("${gatepost.operator.name}") String operator) {
        this.feeds = feeds;
        this.operator = operator;
    }

    /**
     * @param self its own path
     * @param page the path of the page that shows the same
     */
    String write(String title, String self, String page, List<PublishedBriefing> briefings) {
        return feeds.write(
                title, self, page, operator, briefings.stream().map(this::item).toList());
    }

    private AtomFeeds.Item item(PublishedBriefing briefing) {
        var corrected = briefing.correctedAt();
        return new AtomFeeds.Item(
                briefing.id(),
                briefing.headline(),
                briefing.publishedAt(),
                corrected == null ? briefing.publishedAt() : corrected,
                briefing.path(),
                operator,
                new AtomFeeds.Subject(briefing.topic(), briefing.topicName()),
                briefing.summary());
    }
}
