package net.gatepost.briefing.web;

import com.rometools.rome.feed.atom.Category;
import com.rometools.rome.feed.atom.Content;
import com.rometools.rome.feed.atom.Entry;
import com.rometools.rome.feed.atom.Feed;
import com.rometools.rome.feed.atom.Link;
import com.rometools.rome.feed.atom.Person;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.WireFeedOutput;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import net.gatepost.briefing.PublishedBriefing;
import net.gatepost.web.SiteAddress;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Briefings as an Atom feed (RFC 4287). */
@Component
class BriefingFeed {

    static final int MOST_ENTRIES = 50;

    private final SiteAddress site;
    private final Clock clock;
    private final String operator;

    BriefingFeed(SiteAddress site, Clock clock, @Value("${gatepost.operator.name}") String operator) {
        this.site = site;
        this.clock = clock;
        this.operator = operator;
    }

    /**
     * @param self its own path
     * @param page the path of the page that shows the same
     */
    String write(String title, String self, String page, List<PublishedBriefing> briefings) {
        var feed = new Feed("atom_1.0");
        feed.setId(site.link(self));
        feed.setTitle(title);
        feed.setAuthors(List.of(author()));
        feed.setOtherLinks(List.of(link("self", "application/atom+xml", self)));
        feed.setAlternateLinks(List.of(link("alternate", "text/html", page)));
        // A feed without entries has a date all the same, and one that doesn't change with each request.
        feed.setUpdated(Date.from(briefings.stream()
                .map(BriefingFeed::updated)
                .max(Instant::compareTo)
                .orElseGet(() -> clock.instant().truncatedTo(ChronoUnit.DAYS))));
        feed.setEntries(briefings.stream().map(this::entry).toList());
        try {
            return new WireFeedOutput().outputString(feed);
        } catch (FeedException failure) {
            throw new IllegalStateException("the feed could not be written", failure);
        }
    }

    private Entry entry(PublishedBriefing briefing) {
        var entry = new Entry();
        entry.setId("urn:uuid:" + briefing.id());
        entry.setTitle(briefing.headline());
        entry.setPublished(Date.from(briefing.publishedAt()));
        entry.setUpdated(Date.from(updated(briefing)));
        entry.setAlternateLinks(List.of(link("alternate", "text/html", briefing.path())));
        var topic = new Category();
        topic.setTerm(briefing.topic());
        topic.setLabel(briefing.topicName());
        entry.setCategories(List.of(topic));
        var summary = new Content();
        summary.setType("text");
        summary.setValue(briefing.summary());
        entry.setSummary(summary);
        return entry;
    }

    private static Instant updated(PublishedBriefing briefing) {
        var corrected = briefing.correctedAt();
        return corrected == null ? briefing.publishedAt() : corrected;
    }

    private Person author() {
        var author = new Person();
        author.setName(operator);
        return author;
    }

    private Link link(String rel, String type, String path) {
        var link = new Link();
        link.setRel(rel);
        link.setType(type);
        link.setHref(site.link(path));
        return link;
    }
}
