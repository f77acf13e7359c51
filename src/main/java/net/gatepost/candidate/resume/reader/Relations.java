package net.gatepost.candidate.resume.reader;

import static net.gatepost.candidate.resume.reader.ContentTypes.value;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.events.StartElement;

/** Which parts of a Word document another part uses, and what it fetches from elsewhere: decided here by its kind. */
final class Relations {

    private static final String NAMESPACE = "http://schemas.openxmlformats.org/package/2006/relationships";

    /** What only tells about the writer, and goes. */
    private static final Set<String> TAKEN_OUT = Set.of(
            "core-properties",
            "extended-properties",
            "custom-properties",
            "thumbnail",
            "customxml",
            "people",
            "attachedtemplate",
            "printersettings",
            "origin",
            "classificationlabels");

    private static final Set<String> MACROS =
            Set.of("vbaproject", "wordvbadata", "keymapcustomizations", "attachedtoolbars");
    private static final Set<String> EMBEDDED =
            Set.of("oleobject", "package", "control", "activexcontrolbinary", "afchunk", "subdocument");

    private static final Pattern HARMLESS_LINK =
            Pattern.compile("(?:https?|mailto|tel):.*|#.*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private Relations() {}

    /** @param words for the addresses that it links to */
    static byte[] clean(byte[] xml, Words words) throws ResumeRefused, XMLStreamException, Words.TooMany {
        var out = new ByteArrayOutputStream(xml.length);
        var writer = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out, StandardCharsets.UTF_8.name());
        writer.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
        writer.writeStartElement("Relationships");
        writer.writeDefaultNamespace(NAMESPACE);
        var reader = XmlPart.reader(xml);
        while (reader.hasNext()) {
            var event = reader.nextEvent();
            if (event.isStartElement()
                    && event.asStartElement().getName().getLocalPart().equals("Relationship")) {
                var relation = event.asStartElement();
                words.line(value(relation, "Target"));
                if (isKept(relation)) {
                    writer.writeEmptyElement("Relationship");
                    writer.writeAttribute("Id", value(relation, "Id"));
                    writer.writeAttribute("Type", value(relation, "Type"));
                    writer.writeAttribute("Target", target(relation));
                    if (isExternal(relation)) {
                        writer.writeAttribute("TargetMode", "External");
                    }
                }
            }
        }
        writer.writeEndDocument();
        writer.close();
        return out.toByteArray();
    }

    private static boolean isKept(StartElement relation) throws ResumeRefused {
        String kind = kind(relation);
        if (TAKEN_OUT.contains(kind)) {
            return false;
        }
        if (MACROS.contains(kind)) {
            throw new ResumeRefused(Refusal.MACROS);
        }
        if (EMBEDDED.contains(kind)) {
            throw new ResumeRefused(Refusal.EMBEDDED);
        }
        if (isExternal(relation) && !kind.equals("hyperlink")) {
            throw new ResumeRefused(Refusal.REMOTE);
        }
        return true;
    }

    /** A link to a file on the writer's machine tells about that machine, and works for nobody. */
    private static String target(StartElement relation) {
        String target = value(relation, "Target");
        boolean goes = isExternal(relation) && !HARMLESS_LINK.matcher(target).matches();
        return goes ? "about:blank" : target;
    }

    private static boolean isExternal(StartElement relation) {
        return value(relation, "TargetMode").equalsIgnoreCase("External");
    }

    /** The end of its type, which is an address. */
    private static String kind(StartElement relation) {
        String type = value(relation, "Type");
        return type.substring(type.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
    }
}
