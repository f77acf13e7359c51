package net.gatepost.candidate.resume.reader;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.stream.XMLEventFactory;
import javax.xml.stream.XMLEventReader;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.events.Attribute;
import javax.xml.stream.events.StartElement;

/**
 * One XML part of a Word document, written anew: without who wrote, reviewed and commented it and when, without what Word
 * keeps for itself. Collects all its words on the way, those it takes out among them. No document type, hence no entities.
 */
final class XmlPart {

    private static final XMLInputFactory INPUT = input();
    private static final XMLOutputFactory OUTPUT = XMLOutputFactory.newDefaultFactory();
    private static final XMLEventFactory EVENTS = XMLEventFactory.newDefaultFactory();

    /** Attached templates name a folder on somebody's machine; bindings would fill a text from properties that are gone. */
    private static final Set<String> TAKEN_OUT =
            Set.of("rsids", "attachedTemplate", "docVars", "dataBinding", "printerSettings");

    private static final Set<String> WHO = Set.of("author", "initials", "userId", "providerId", "lastModifiedBy");
    private static final Set<String> WHEN = Set.of("date", "dateUtc");

    private static final Set<String> TOLD_IN_ATTRIBUTES =
            Set.of("descr", "title", "name", "alt", "string", "val", "tooltip");

    /** Fields that fetch or start something, and the one by which such a field's name can be spelled unseen. */
    private static final Pattern FETCHES = Pattern.compile(
            "^[\\s\"]*(?:DDE|DDEAUTO|INCLUDETEXT|INCLUDEPICTURE|IMPORT|LINK|QUOTE)\\b",
            Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);

    private final Words words;
    private final Words rest;
    private final StringBuilder fields = new StringBuilder();

    /**
     * @param words for the text of the part
     * @param rest for its other words: names, descriptions, instructions
     */
    XmlPart(Words words, Words rest) {
        this.words = words;
        this.rest = rest;
    }

    byte[] clean(byte[] xml) throws ResumeRefused, XMLStreamException, Words.TooMany {
        var out = new ByteArrayOutputStream(xml.length);
        var reader = INPUT.createXMLEventReader(new ByteArrayInputStream(xml));
        var writer = OUTPUT.createXMLEventWriter(out, StandardCharsets.UTF_8.name());
        int takenOut = 0; // how deep in an element that isn't kept
        boolean instruction = false;
        while (reader.hasNext()) {
            var event = reader.nextEvent();
            switch (event.getEventType()) {
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                    throw new ResumeRefused(Refusal.DAMAGED);
                case XMLStreamConstants.START_DOCUMENT ->
                    writer.add(EVENTS.createStartDocument(StandardCharsets.UTF_8.name(), "1.0", true));
                case XMLStreamConstants.START_ELEMENT -> {
                    var element = event.asStartElement();
                    String name = element.getName().getLocalPart();
                    note(element);
                    if (takenOut > 0 || TAKEN_OUT.contains(name)) {
                        takenOut++;
                    } else {
                        writer.add(withoutTraces(element));
                    }
                    instruction = name.equals("instrText") || name.equals("delInstrText");
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    String name = event.asEndElement().getName().getLocalPart();
                    words.add(between(name, event.asEndElement().getName().getNamespaceURI()));
                    if (takenOut > 0) {
                        takenOut--;
                    } else {
                        writer.add(event);
                    }
                    instruction = false;
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                    if (instruction) {
                        fields.append(event.asCharacters().getData());
                    } else {
                        words.add(event.asCharacters().getData());
                    }
                    if (takenOut == 0) {
                        writer.add(event);
                    }
                }
                case XMLStreamConstants.COMMENT -> rest.line(event.toString());
                default -> {} // instructions to programs, the end
            }
        }
        writer.close();
        if (FETCHES.matcher(fields).find()) {
            throw new ResumeRefused(Refusal.REMOTE);
        }
        rest.line(fields);
        return out.toByteArray();
    }

    /** What its attributes say. */
    private void note(StartElement element) throws Words.TooMany {
        String name = element.getName().getLocalPart();
        if (name.equals("fldChar") || name.equals("fldSimple")) {
            fields.append('\n');
        }
        for (Iterator<Attribute> all = element.getAttributes(); all.hasNext(); ) {
            var attribute = all.next();
            String about = attribute.getName().getLocalPart();
            if (about.equals("instr")) {
                fields.append(attribute.getValue()).append('\n');
            } else if (TOLD_IN_ATTRIBUTES.contains(about)
                            && attribute.getValue().length() > 8
                    || isTrace(element, about)) {
                rest.line(attribute.getValue());
            }
        }
    }

    private static StartElement withoutTraces(StartElement element) {
        List<Attribute> kept = new ArrayList<>();
        for (Iterator<Attribute> all = element.getAttributes(); all.hasNext(); ) {
            var attribute = all.next();
            String name = attribute.getName().getLocalPart();
            if (WHO.contains(name) && isTrace(element, name)) {
                // The format wants one; Word's own inspector leaves this word.
                kept.add(EVENTS.createAttribute(attribute.getName(), name.equals("initials") ? "A" : "Author"));
            } else if (!isTrace(element, name)) {
                kept.add(attribute);
            }
        }
        var name = element.getName();
        return EVENTS.createStartElement(
                name.getPrefix(),
                name.getNamespaceURI(),
                name.getLocalPart(),
                kept.iterator(),
                element.getNamespaces());
    }

    /** Tells who or when, or in which of Word's sessions. */
    private static boolean isTrace(StartElement element, String attribute) {
        return WHO.contains(attribute)
                || attribute.startsWith("rsid")
                || WHEN.contains(attribute) && hasAuthor(element);
    }

    private static boolean hasAuthor(StartElement element) {
        for (Iterator<Attribute> all = element.getAttributes(); all.hasNext(); ) {
            if (all.next().getName().getLocalPart().equals("author")) {
                return true;
            }
        }
        return false;
    }

    /** Runs of letters stand side by side, whatever parts Word made of them; paragraphs, cells and all else do not. */
    private static String between(String element, String namespace) {
        boolean ofText = namespace.contains("wordprocessingml") || namespace.endsWith("/drawingml/2006/main");
        if (!ofText) {
            return "\n";
        }
        return switch (element) {
            case "p", "br", "cr", "tr", "lastRenderedPageBreak" -> "\n";
            case "tab", "tc" -> "\t";
            default -> "";
        };
    }

    static XMLEventReader reader(byte[] xml) throws XMLStreamException {
        return INPUT.createXMLEventReader(new ByteArrayInputStream(xml));
    }

    private static XMLInputFactory input() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, true);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("nothing is fetched");
        });
        return factory;
    }
}
