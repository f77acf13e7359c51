package net.gatepost.candidate.resume.reader;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import javax.xml.namespace.QName;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.events.StartElement;

/** What each part of a Word document is, as {@code [Content_Types].xml} says (ECMA-376, part 2). */
final class ContentTypes {

    static final String PART = "[Content_Types].xml";

    private static final String DOCUMENT = ResumeType.DOCX.mediaType() + ".main+xml";

    private final Map<String, String> byEnding = new HashMap<>();
    private final Map<String, String> byName = new HashMap<>();

    ContentTypes(byte[] xml) throws XMLStreamException {
        var reader = XmlPart.reader(xml);
        while (reader.hasNext()) {
            var event = reader.nextEvent();
            if (event.isStartElement()) {
                var element = event.asStartElement();
                String type = value(element, "ContentType").toLowerCase(Locale.ROOT);
                switch (element.getName().getLocalPart()) {
                    case "Default" -> byEnding.put(value(element, "Extension").toLowerCase(Locale.ROOT), type);
                    case "Override" -> byName.put(value(element, "PartName").toLowerCase(Locale.ROOT), type);
                    default -> {}
                }
            }
        }
    }

    boolean areOfADocument() {
        return byName.containsValue(DOCUMENT);
    }

    boolean nameMacros() {
        return byName.values().stream().anyMatch(ContentTypes::isOfMacros)
                || byEnding.values().stream().anyMatch(ContentTypes::isOfMacros);
    }

    private static boolean isOfMacros(String type) {
        return type.contains("macroenabled") || type.contains("vba");
    }

    String of(String part) {
        String own = byName.get("/" + part.toLowerCase(Locale.ROOT));
        String ending = part.substring(part.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return own != null ? own : byEnding.getOrDefault(ending, "");
    }

    /** The same list without some parts. */
    static byte[] without(byte[] xml, Predicate<String> gone) throws XMLStreamException {
        var out = new ByteArrayOutputStream(xml.length);
        var writer = XMLOutputFactory.newDefaultFactory().createXMLEventWriter(out, StandardCharsets.UTF_8.name());
        var reader = XmlPart.reader(xml);
        boolean left = false;
        while (reader.hasNext()) {
            var event = reader.nextEvent();
            if (event.isStartElement()) {
                String part = value(event.asStartElement(), "PartName");
                left = !part.isEmpty() && gone.test(part.substring(1));
            }
            if (!left && (event.isStartElement() || event.isEndElement())) {
                writer.add(event);
            }
            left = left && !event.isEndElement();
        }
        writer.close();
        return out.toByteArray();
    }

    static String value(StartElement element, String attribute) {
        var found = element.getAttributeByName(new QName(attribute));
        return found == null ? "" : found.getValue();
    }
}
