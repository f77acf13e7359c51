package net.gatepost.job.web;

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
import java.util.regex.Pattern;
import net.gatepost.job.search.ListingCard;
import net.gatepost.web.SiteAddress;
import org.springframework.stereotype.Component;

/** Listings as an Atom feed (RFC 4287). */
@Component
class AtomFeed {

    static final int MOST_ENTRIES = 50;

    /** What XML 1.0 can't hold, not even escaped. */
    private static final Pattern NOT_XML =
            Pattern.compile("[^\\t\\n\\r\\x{20}-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]");

    private final SiteAddress site;
    private final ListingRows rows;
    private final Clock clock;

    AtomFeed(SiteAddress site, ListingRows rows, Clock clock) {
        this.site = site;
        this.rows = rows;
        this.clock = clock;
    }

    /**
     * @param self its own path
     * @param page the path of the page that shows the same
     */
    String write(String title, String self, String page, List<ListingCard> listings) {
        var feed = new Feed("atom_1.0");
        feed.setId(site.link(self));
        feed.setTitle(xml(title));
        feed.setOtherLinks(List.of(link("self", "application/atom+xml", self)));
        feed.setAlternateLinks(List.of(link("alternate", "text/html", page)));
        // A feed without entries has a date all the same, and one that doesn't change with each request.
        feed.setUpdated(Date.from(listings.stream()
                .map(ListingCard::confirmedAt)
                .max(Instant::compareTo)
                .orElseGet(() -> clock.instant().truncatedTo(ChronoUnit.DAYS))));
        feed.setEntries(listings.stream().map(this::entry).toList());
        try {
            return new WireFeedOutput().outputString(feed);
        } catch (FeedException failure) {
            throw new IllegalStateException("the feed could not be written", failure);
        }
    }

    private Entry entry(ListingCard listing) {
        var entry = new Entry();
        entry.setId("urn:uuid:" + listing.id());
        entry.setTitle(xml(listing.title()));
        entry.setPublished(Date.from(listing.postedAt()));
        entry.setUpdated(Date.from(listing.confirmedAt()));
        entry.setAlternateLinks(List.of(link("alternate", "text/html", listing.path())));
        var author = new Person();
        author.setName(xml(listing.employer()));
        entry.setAuthors(List.of(author));
        var summary = new Content();
        summary.setType("text");
        var row = rows.rows(List.of(listing)).get(0);
        summary.setValue(xml(String.join(
                " · ",
                java.util.stream.Stream.of(
                                row.place(), row.badge().label(), row.pay() == null ? "" : row.pay(), listing.summary())
                        .filter(part -> !part.isEmpty())
                        .toList())));
        entry.setSummary(summary);
        return entry;
    }

    private Link link(String rel, String type, String path) {
        var link = new Link();
        link.setRel(rel);
        link.setType(type);
        link.setHref(site.link(path));
        return link;
    }

    private static String xml(String text) {
        return NOT_XML.matcher(text).replaceAll("");
    }
}
