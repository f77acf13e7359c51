package net.gatepost.candidate.resume.reader;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;

/** A Word document: a ZIP of parts, of which each is looked at, and only what is known to be harmless is kept. */
final class WordDocument {

    private static final Pattern PROPERTIES = Pattern.compile(
            "docprops/.*|customxml/.*|word/people\\.xml|word/printersettings.*|_xmlsignatures/.*|docmetadata/.*|\\[trash]/.*");
    private static final Pattern HEADER = Pattern.compile("word/header\\d*\\.xml");
    private static final Pattern FOOTER = Pattern.compile("word/footer\\d*\\.xml");
    private static final int MOST_PAIRS = 400;

    private final Map<String, byte[]> parts;
    private final ContentTypes types;

    private final Words rest = new Words();
    private final Map<String, String> texts = new LinkedHashMap<>();

    private WordDocument(Map<String, byte[]> parts, ContentTypes types) {
        this.parts = parts;
        this.types = types;
    }

    static CleanResume read(byte[] file) throws ResumeRefused, IOException {
        Map<String, byte[]> parts = Packed.unpack(file);
        try {
            byte[] types = parts.get(ContentTypes.PART);
            if (types == null) {
                throw new ResumeRefused(Refusal.WRONG_TYPE);
            }
            return new WordDocument(parts, new ContentTypes(types)).clean();
        } catch (XMLStreamException bad) {
            throw new ResumeRefused(Refusal.DAMAGED);
        }
    }

    private CleanResume clean() throws ResumeRefused, XMLStreamException, IOException {
        if (types.nameMacros()
                || parts.keySet().stream().anyMatch(name -> lower(name).endsWith("vbaproject.bin"))) {
            throw new ResumeRefused(Refusal.MACROS);
        }
        if (!types.areOfADocument()) {
            throw new ResumeRefused(Refusal.WRONG_TYPE);
        }
        if (!parts.containsKey("word/document.xml")) {
            throw new ResumeRefused(Refusal.DAMAGED);
        }
        Map<String, byte[]> kept = new LinkedHashMap<>();
        for (var part : parts.entrySet()) {
            String name = part.getKey();
            byte[] clean = clean(name, part.getValue());
            if (!PROPERTIES.matcher(lower(name)).matches()) {
                kept.put(name, clean);
            }
        }
        return new CleanResume(ResumeType.DOCX, Packed.pack(kept), text(), rest + pages());
    }

    private byte[] clean(String name, byte[] part) throws ResumeRefused, XMLStreamException, IOException {
        String type = types.of(name);
        boolean goes = PROPERTIES.matcher(lower(name)).matches();
        if (name.equals(ContentTypes.PART)) {
            return typesOfKept(part);
        }
        if (lower(name).endsWith(".rels")) {
            return goes ? part : Relations.clean(part, rest);
        }
        if (lower(name).endsWith(".xml") || type.endsWith("xml")) {
            return text(name, part, goes);
        }
        if (goes) {
            return part; // a thumbnail, a signature
        }
        if (type.startsWith("image/")) {
            if (FileKind.of(part) != FileKind.PICTURE) {
                throw new ResumeRefused(Refusal.EMBEDDED);
            }
            return Pictures.clean(part);
        }
        if (type.contains("font")) {
            return part;
        }
        throw new ResumeRefused(Refusal.EMBEDDED);
    }

    private byte[] text(String name, byte[] part, boolean goes) throws ResumeRefused, XMLStreamException, IOException {
        var words = new Words();
        byte[] clean = new XmlPart(words, rest).clean(part);
        if (!goes && lower(name).startsWith("word/")) {
            texts.put(lower(name), words.toString());
        } else {
            rest.line(words.toString());
        }
        return clean;
    }

    /** Without the parts that are gone: naming one that is not there makes Word call the document damaged. */
    private static byte[] typesOfKept(byte[] xml) throws XMLStreamException {
        return ContentTypes.without(xml, part -> PROPERTIES.matcher(lower(part)).matches());
    }

    /** As it is read: headers, the text, notes and comments, footers. */
    private String text() throws Words.TooMany {
        var text = new Words();
        for (String part : in(HEADER)) {
            text.line(part);
        }
        text.line(texts.getOrDefault("word/document.xml", ""));
        for (var part : texts.entrySet()) {
            if (isRead(part.getKey())) {
                text.line(part.getValue());
            } else if (!HEADER.matcher(part.getKey()).matches()
                    && !FOOTER.matcher(part.getKey()).matches()
                    && !part.getKey().equals("word/document.xml")) {
                rest.line(part.getValue());
            }
        }
        for (String part : in(FOOTER)) {
            text.line(part);
        }
        return text.toString();
    }

    private static boolean isRead(String part) {
        return part.startsWith("word/footnotes")
                || part.startsWith("word/endnotes")
                || part.startsWith("word/comments");
    }

    /** Which header stands above which footer depends on the page: each with each, as a page of its own. */
    private String pages() {
        var pages = new StringBuilder();
        int pairs = 0;
        for (String header : in(HEADER)) {
            for (String footer : in(FOOTER)) {
                if (pairs++ < MOST_PAIRS) {
                    pages.append('\f').append(header).append("\n...\nbetween\n").append(footer);
                }
            }
        }
        return pages.toString();
    }

    private List<String> in(Pattern names) {
        List<String> found = new ArrayList<>();
        texts.forEach((name, text) -> {
            if (names.matcher(name).matches()) {
                found.add(text);
            }
        });
        return found;
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
