package net.gatepost.job.web;

import java.io.StringWriter;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import net.gatepost.clearance.ClearanceCatalogue;
import net.gatepost.clearance.PolygraphRequirement;
import net.gatepost.job.EmploymentType;
import net.gatepost.job.ListingView;
import net.gatepost.job.Pay;
import net.gatepost.job.web.OpenListings.Open;
import net.gatepost.place.Gazetteer;
import net.gatepost.place.Place;
import net.gatepost.web.Markdown;
import net.gatepost.web.SiteAddress;
import net.gatepost.web.XmlText;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Listings as the XML feed that job boards read: the elements and words of Indeed's "XML feed reference". It has none for a
 * clearance, which stands in the category.
 */
@Component
class IndeedFeed {

    /** How many jobs a feed has; the next ones are a feed of their own. */
    static final int MOST_JOBS = 200;

    private static final String CDATA_END = "]]>";

    private final XMLOutputFactory writers = XMLOutputFactory.newDefaultFactory();
    private final ClearanceCatalogue catalogue;
    private final Gazetteer gazetteer;
    private final JobPosting posting;
    private final MessageSource messages;
    private final SiteAddress site;

    IndeedFeed(
            ClearanceCatalogue catalogue,
            Gazetteer gazetteer,
            JobPosting posting,
            MessageSource messages,
            SiteAddress site) {
        this.catalogue = catalogue;
        this.gazetteer = gazetteer;
        this.posting = posting;
        this.messages = messages;
        this.site = site;
    }

    String write(List<Open> listings) {
        var text = new StringWriter();
        try {
            var xml = new Xml(writers.createXMLStreamWriter(text));
            xml.writer.writeStartDocument("UTF-8", "1.0");
            xml.writer.writeStartElement("source");
            xml.element("publisher", text("layout.name"));
            xml.element("publisherurl", site.link("/"));
            // Of what is in it and not of this moment: the same feed is the same text.
            var changed =
                    listings.stream().map(open -> open.listing().changedAt()).max(Instant::compareTo);
            if (changed.isPresent()) {
                xml.element("lastBuildDate", moment(changed.get()));
            }
            for (Open open : listings) {
                job(xml, open);
            }
            xml.writer.writeEndElement();
            xml.writer.writeEndDocument();
            xml.writer.close();
        } catch (XMLStreamException failure) {
            throw new IllegalStateException("the feed could not be written", failure);
        }
        return text.toString();
    }

    private void job(Xml xml, Open open) throws XMLStreamException {
        var listing = open.listing();
        var content = listing.content();
        xml.writer.writeStartElement("job");
        xml.element("title", content.title());
        xml.element("date", moment(listing.postedAt()));
        xml.element("referencenumber", listing.id().toString());
        xml.element("url", site.link(listing.path()));
        xml.element("company", open.employer().name());
        place(xml, listing);
        xml.cdata("description", content.description() == null ? "" : Markdown.toHtml(content.description()));
        xml.element("salary", content.pay().map(this::salary).orElse(null));
        xml.element("jobtype", content.employmentType() == null ? null : jobType(content.employmentType()));
        xml.element("category", category(listing));
        xml.element("remotetype", remoteType(listing));
        xml.element(
                "expirationdate", content.ends() == null ? null : content.ends().toString());
        xml.writer.writeEndElement();
    }

    private void place(Xml xml, ListingView listing) throws XMLStreamException {
        var stored = listing.content().place();
        Place place = stored == null ? null : gazetteer.byId(stored.id()).orElse(null);
        if (place != null) {
            xml.element("city", place.name());
            xml.element("state", place.region());
            xml.element("country", place.country());
            xml.element("postalcode", place.postcode());
        } else {
            xml.element("city", stored == null ? null : stored.label());
            xml.element(
                    "country",
                    posting.remoteWithin(listing).map(JobPosting.Country::code).orElse(null));
        }
    }

    private String salary(Pay pay) {
        return text(pay.period().messageKey() + ".range", pay.range());
    }

    private static String jobType(EmploymentType type) {
        return switch (type) {
            case FULL_TIME -> "fulltime";
            case PART_TIME -> "parttime";
            case CONTRACT -> "contract";
            case TEMPORARY -> "temporary";
            case INTERN -> "internship";
            case PER_DIEM -> "per diem";
        };
    }

    private String category(ListingView listing) {
        var clearance = listing.content().clearance();
        String label = catalogue.badge(clearance.key()).label();
        String needed = clearance.isPreferred() ? text("jobs.feed.preferred", label) : label;
        return clearance.polygraph() == PolygraphRequirement.NONE
                ? needed
                : needed + ", "
                        + text("listing.polygraph." + clearance.polygraph().name());
    }

    private static @Nullable String remoteType(ListingView listing) {
        var workplace = listing.content().workplace();
        if (workplace == null) {
            return null;
        }
        return switch (workplace) {
            case REMOTE -> "Fully remote";
            case HYBRID -> "Hybrid remote";
            case ON_SITE -> null;
        };
    }

    private static @Nullable String moment(@Nullable Instant at) {
        return at == null ? null : DateTimeFormatter.ISO_INSTANT.format(at);
    }

    private String text(String key, Object... arguments) {
        return messages.getMessage(key, arguments, Locale.US);
    }

    /** Elements that hold text; what has none is left out. */
    private record Xml(XMLStreamWriter writer) {

        void element(String name, @Nullable String text) throws XMLStreamException {
            if (text != null) {
                writer.writeStartElement(name);
                writer.writeCharacters(XmlText.legal(text));
                writer.writeEndElement();
            }
        }

        /** In as many sections as it takes, because the text may hold what ends one. */
        void cdata(String name, String text) throws XMLStreamException {
            writer.writeStartElement(name);
            String rest = XmlText.legal(text);
            for (int end = rest.indexOf(CDATA_END); end >= 0; end = rest.indexOf(CDATA_END)) {
                writer.writeCData(rest.substring(0, end + 2));
                rest = rest.substring(end + 2);
            }
            writer.writeCData(rest);
            writer.writeEndElement();
        }
    }
}
