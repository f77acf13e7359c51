package net.gatepost.briefing.feed;

import com.rometools.rome.feed.synd.SyndContent;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import com.rometools.rome.io.XmlReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.Optional;
import java.util.function.Consumer;
import net.gatepost.briefing.BriefingDraft;
import net.gatepost.briefing.Source;
import net.gatepost.web.Sha256;
import org.jspecify.annotations.Nullable;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;
import org.springframework.web.util.HtmlUtils;

/** Reads RSS and Atom with ROME, which refuses document types and so knows no entities that lead elsewhere. */
final class FeedReader {

    static final long MOST_BYTES = 4L << 20;
    static final int MOST_ENTRIES = 50;

    /** A summary of somebody else's is a quotation, and has to stay one. */
    private static final int LONGEST_QUOTATION = 300;

    private static final PolicyFactory WORDS_ALONE = new HtmlPolicyBuilder().toFactory();

    private FeedReader() {}

    /** It is no feed. */
    static final class Unreadable extends Exception {
        Unreadable() {
            super("no feed", null, false, false);
        }
    }

    /**
     * Hands on its first {@value #MOST_ENTRIES} entries, without those that lead nowhere or have no headline.
     *
     * @throws Unreadable if it is no feed
     * @throws IOException if the stream fails
     */
    static void read(InputStream sent, Consumer<FeedItem> taker) throws Unreadable, IOException {
        byte[] whole = sent.readAllBytes();
        try (var text = new XmlReader(new ByteArrayInputStream(whole), true, StandardCharsets.UTF_8.name())) {
            var input = new SyndFeedInput();
            input.setAllowDoctypes(false);
            input.build(text).getEntries().stream()
                    .limit(MOST_ENTRIES)
                    .map(FeedReader::item)
                    .flatMap(Optional::stream)
                    .forEach(taker);
        } catch (FeedException | IllegalArgumentException nonsense) {
            throw new Unreadable();
        }
    }

    private static Optional<FeedItem> item(SyndEntry entry) {
        String link = entry.getLink() == null ? "" : entry.getLink().strip();
        String headline = cut(words(entry.getTitle()), BriefingDraft.LONGEST_HEADLINE);
        if (headline.isEmpty() || !Source.isAddress(link)) {
            return Optional.empty();
        }
        SyndContent description = entry.getDescription();
        String summary = cut(words(description == null ? null : description.getValue()), LONGEST_QUOTATION);
        return Optional.of(new FeedItem(key(link), headline, link, summary, date(entry)));
    }

    /** What is said without its markup, in one line. */
    private static String words(@Nullable String html) {
        return html == null
                ? ""
                : HtmlUtils.htmlUnescape(WORDS_ALONE.sanitize(html.replace("<", " <")))
                        .replaceAll("[\\p{C}\\p{Z}\\s]+", " ")
                        .strip();
    }

    /** At the end of a word. */
    private static String cut(String line, int most) {
        if (line.length() <= most) {
            return line;
        }
        int space = line.lastIndexOf(' ', most - 2);
        return (space > most / 2
                        ? line.substring(0, space)
                        : line.substring(0, most - 2).replaceAll("\\p{Cs}$", "")) + " …";
    }

    private static @Nullable LocalDate date(SyndEntry entry) {
        Date date = entry.getPublishedDate() == null ? entry.getUpdatedDate() : entry.getPublishedDate();
        return date == null ? null : LocalDate.ofInstant(Instant.ofEpochMilli(date.getTime()), ZoneOffset.UTC);
    }

    private static String key(String link) {
        return Sha256.hex(link);
    }
}
