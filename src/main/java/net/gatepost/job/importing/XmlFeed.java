package net.gatepost.job.importing;

import java.io.InputStream;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * A feed as Indeed describes it and most systems write it: {@code <source>} with a {@code <job>} for each, and an element for
 * each thing that it says. A document type is refused, so no entity can be declared, fetched or blown up.
 */
final class XmlFeed {

    private static final XMLInputFactory READERS = readers();

    /** Deeper than any feed. */
    private static final int DEEPEST = 20;

    private XmlFeed() {}

    private static XMLInputFactory readers() {
        var readers = XMLInputFactory.newDefaultFactory();
        readers.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        readers.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        readers.setProperty(XMLInputFactory.IS_COALESCING, false);
        // It would write to the console what it also throws.
        readers.setXMLReporter((message, type, about, at) -> {});
        return readers;
    }

    static void read(InputStream content, Consumer<FeedRow> taker) throws FeedUnreadable {
        XMLStreamReader xml = null;
        try {
            xml = READERS.createXMLStreamReader(content);
            boolean jobs = false;
            while (xml.hasNext()) {
                int event = xml.next();
                if (event == XMLStreamConstants.DTD) {
                    throw new FeedUnreadable("import.unreadable.dtd");
                }
                if (event == XMLStreamConstants.START_ELEMENT
                        && xml.getLocalName().equalsIgnoreCase("job")) {
                    jobs = true;
                    taker.accept(job(xml));
                }
            }
            if (!jobs) {
                throw new FeedUnreadable("import.unreadable.no-jobs");
            }
        } catch (XMLStreamException broken) {
            throw unreadable(broken);
        } finally {
            close(xml);
        }
    }

    private static FeedUnreadable unreadable(XMLStreamException broken) {
        var at = broken.getLocation();
        return at == null || at.getLineNumber() < 1
                ? new FeedUnreadable("import.unreadable.xml")
                : new FeedUnreadable("import.unreadable.xml-at", at.getLineNumber(), at.getColumnNumber());
    }

    private static void close(@Nullable XMLStreamReader xml) throws FeedUnreadable {
        if (xml != null) {
            try {
                xml.close();
            } catch (XMLStreamException broken) {
                throw unreadable(broken);
            }
        }
    }

    /** From its start to its end. */
    private static FeedRow job(XMLStreamReader xml) throws XMLStreamException, FeedUnreadable {
        Map<Field, String> fields = new EnumMap<>(Field.class);
        String broken = "";
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT) {
                break;
            }
            if (event == XMLStreamConstants.START_ELEMENT) {
                var field = Field.named(xml.getLocalName());
                String text = text(xml, field.map(Field::longest).orElse(0));
                if (text != null) {
                    field.ifPresent(known -> fields.putIfAbsent(known, text.strip()));
                } else if (field.isPresent()) {
                    broken = "import.row.long";
                }
            }
        }
        return new FeedRow(fields, broken);
    }

    /** What an element holds, those within it too; null where it is longer than that. */
    private static @Nullable String text(XMLStreamReader xml, int longest) throws XMLStreamException, FeedUnreadable {
        var text = new StringBuilder();
        boolean tooLong = false;
        for (int depth = 1; depth > 0; ) {
            int event = xml.next();
            switch (event) {
                case XMLStreamConstants.START_ELEMENT -> depth++;
                case XMLStreamConstants.END_ELEMENT -> depth--;
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                    tooLong |= text.length() + xml.getTextLength() > longest;
                    if (!tooLong) {
                        text.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
                    }
                }
                case XMLStreamConstants.ENTITY_REFERENCE -> throw new FeedUnreadable("import.unreadable.dtd");
                default -> {}
            }
            if (depth > DEEPEST) {
                throw new FeedUnreadable("import.unreadable.xml");
            }
        }
        return tooLong ? null : text.toString();
    }
}
