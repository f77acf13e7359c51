package net.gatepost.web;

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
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes Atom feeds (RFC 4287) of what has pages here. */
@Component
public class AtomFeeds {

    public static final int MOST_ENTRIES = 50;

    private final SiteAddress site;
    private final Clock clock;

    AtomFeeds(SiteAddress site, Clock clock) {
        this.site = site;
        this.clock = clock;
    }

    /**
     * One thing of a feed.
     *
     * @param path of its page
     * @param author who it is by
     */
    public record Item(
            UUID id,
            String title,
            Instant published,
            Instant updated,
            String path,
            String author,
            @Nullable Subject subject,
            String summary) {}

    /** What an item is about: {@code term} for machines, {@code label} for people. */
    public record Subject(String term, String label) {}

    /**
     * @param self the feed's own path
     * @param page the path of the page that shows the same
     */
    public String write(String title, String self, String page, String author, List<Item> items) {
        var feed = new Feed("atom_1.0");
        feed.setId(site.link(self));
        feed.setTitle(XmlText.legal(title));
        feed.setAuthors(List.of(person(author)));
        feed.setOtherLinks(List.of(link("self", "application/atom+xml", self)));
        feed.setAlternateLinks(List.of(link("alternate", "text/html", page)));
        // A feed without entries has a date all the same, and one that doesn't change with each request.
        feed.setUpdated(Date.from(items.stream()
                .map(Item::updated)
                .max(Instant::compareTo)
                .orElseGet(() -> clock.instant().truncatedTo(ChronoUnit.DAYS))));
        feed.setEntries(items.stream().map(this::entry).toList());
        try {
            return new WireFeedOutput().outputString(feed);
        } catch (FeedException failure) {
            throw new IllegalStateException("the feed could not be written", failure);
        }
    }

    private Entry entry(Item item) {
        var entry = new Entry();
        entry.setId("urn:uuid:" + item.id());
        entry.setTitle(XmlText.legal(item.title()));
        entry.setPublished(Date.from(item.published()));
        entry.setUpdated(Date.from(item.updated()));
        entry.setAlternateLinks(List.of(link("alternate", "text/html", item.path())));
        entry.setAuthors(List.of(person(item.author())));
        var subject = item.subject();
        if (subject != null) {
            var category = new Category();
            category.setTerm(XmlText.legal(subject.term()));
            category.setLabel(XmlText.legal(subject.label()));
            entry.setCategories(List.of(category));
        }
        var summary = new Content();
        summary.setType("text");
        summary.setValue(XmlText.legal(item.summary()));
        entry.setSummary(summary);
        return entry;
    }

    private static Person person(String name) {
        var person = new Person();
        person.setName(XmlText.legal(name));
        return person;
    }

    private Link link(String rel, String type, String path) {
        var link = new Link();
        link.setRel(rel);
        link.setType(type);
        link.setHref(site.link(path));
        return link;
    }
}
