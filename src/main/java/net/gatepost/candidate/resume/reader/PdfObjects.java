package net.gatepost.candidate.resume.reader;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.jspecify.annotations.Nullable;

/**
 * Every object of a PDF that its trailer leads to (ISO 32000-1): refuses what acts, takes out what tells about the writer,
 * collects what is said anywhere.
 */
final class PdfObjects {

    /** Actions that run something, send something or leave the file; links to the web are harmless. */
    private static final Set<COSName> ACTS = names(
            "JavaScript",
            "Launch",
            "SubmitForm",
            "ImportData",
            "GoToR",
            "GoToE",
            "Movie",
            "Sound",
            "Rendition",
            "RichMediaExecute",
            "GoTo3DView");

    private static final Set<COSName> ACTING_ANNOTATIONS = names("RichMedia", "3D", "Movie", "Sound", "Screen");

    private static final List<COSName> METADATA =
            names("Metadata", "Info", "PieceInfo", "LastModified", "ID", "Thumb").stream()
                    .toList();
    /** Of an annotation: who made it, and when. */
    private static final List<COSName> MAKER =
            names("T", "M", "CreationDate", "NM").stream().toList();

    private static final COSName RECTANGLE = COSName.getPDFName("Rect");
    private static final COSName WIDGET = COSName.getPDFName("Widget");
    private static final COSName ATTACHMENT = COSName.getPDFName("FileAttachment");
    private static final COSName EMBEDDED_FILE = COSName.getPDFName("EmbeddedFile");
    private static final COSName EMBEDDED_FILES = COSName.getPDFName("EmbeddedFiles");
    private static final COSName PORTFOLIO = COSName.getPDFName("Collection");
    private static final COSName SCRIPT = COSName.getPDFName("JS");
    private static final COSName DYNAMIC_FORM = COSName.getPDFName("XFA");
    private static final COSName JPEG = COSName.getPDFName("DCTDecode");

    private static final Pattern HARMLESS_LINK =
            Pattern.compile("(?:https?|mailto|tel):.*|[^:]*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern TAG = Pattern.compile("<[^>]*>");

    private final Words words;
    private final Deque<COSBase> waiting = new ArrayDeque<>();
    private final Set<COSBase> seen = Collections.newSetFromMap(new IdentityHashMap<>());

    PdfObjects(Words words) {
        this.words = words;
    }

    void clean(COSDictionary trailer) throws ResumeRefused, IOException {
        meet(trailer);
        while (!waiting.isEmpty()) {
            var object = waiting.pop();
            if (object instanceof COSDictionary dictionary) {
                clean(dictionary, dictionary instanceof COSStream stream ? stream : null);
            } else if (object instanceof COSArray array) {
                for (COSBase each : array) {
                    meet(each);
                }
            }
        }
    }

    private void meet(@Nullable COSBase reference) throws ResumeRefused, IOException {
        COSBase object = reference instanceof COSObject indirect ? indirect.getObject() : reference;
        if (object instanceof COSString string) {
            words.line(string.getString());
        } else if ((object instanceof COSDictionary || object instanceof COSArray) && seen.add(object)) {
            if (seen.size() > Limits.MOST_OBJECTS) {
                throw new ResumeRefused(Refusal.TOO_COMPLEX);
            }
            waiting.push(object);
        }
    }

    private void clean(COSDictionary dictionary, @Nullable COSStream stream) throws ResumeRefused, IOException {
        ensureHarmless(dictionary, stream);
        for (COSBase value : dictionary.getValues()) {
            meet(value);
        }
        if (stream != null && isMetadata(dictionary)) {
            try (var in = stream.createInputStream()) {
                byte[] xml = in.readNBytes(Limits.MOST_CHARACTERS);
                words.line(TAG.matcher(new String(xml, StandardCharsets.UTF_8)).replaceAll("\n"));
            }
        }
        METADATA.forEach(dictionary::removeItem);
        if (dictionary.containsKey(RECTANGLE) && !WIDGET.equals(dictionary.getCOSName(COSName.SUBTYPE))) {
            MAKER.forEach(dictionary::removeItem);
        }
        if (stream != null && isJpeg(dictionary)) {
            clean(stream);
        }
    }

    private static void ensureHarmless(COSDictionary dictionary, @Nullable COSStream stream) throws ResumeRefused {
        var subtype = dictionary.getCOSName(COSName.SUBTYPE);
        var type = dictionary.getCOSName(COSName.TYPE);
        var action = dictionary.getCOSName(COSName.S);
        boolean annotation = dictionary.containsKey(RECTANGLE);
        if (action != null && ACTS.contains(action)
                || dictionary.containsKey(SCRIPT)
                || dictionary.containsKey(DYNAMIC_FORM)
                || annotation && subtype != null && ACTING_ANNOTATIONS.contains(subtype)
                || !HARMLESS_LINK.matcher(dictionary.getString(COSName.URI, "")).matches()) {
            throw new ResumeRefused(Refusal.ACTIVE);
        }
        if (dictionary.containsKey(COSName.EF)
                || dictionary.containsKey(EMBEDDED_FILES)
                || dictionary.containsKey(PORTFOLIO)
                || EMBEDDED_FILE.equals(type)
                || annotation && ATTACHMENT.equals(subtype)) {
            throw new ResumeRefused(Refusal.EMBEDDED);
        }
        if (stream != null && dictionary.containsKey(COSName.F)) {
            throw new ResumeRefused(Refusal.REMOTE); // its content lies in another file
        }
    }

    private static boolean isMetadata(COSDictionary dictionary) {
        return COSName.getPDFName("Metadata").equals(dictionary.getCOSName(COSName.TYPE));
    }

    private static boolean isJpeg(COSDictionary dictionary) {
        COSBase filter = dictionary.getDictionaryObject(COSName.FILTER);
        return JPEG.equals(filter)
                || filter instanceof COSArray filters && filters.size() == 1 && JPEG.equals(filters.getObject(0));
    }

    private static void clean(COSStream picture) throws ResumeRefused, IOException {
        byte[] bytes;
        try (var in = picture.createRawInputStream()) {
            bytes = in.readAllBytes();
        }
        byte[] clean = Pictures.clean(bytes);
        if (clean.length != bytes.length) {
            try (var out = picture.createRawOutputStream()) {
                out.write(clean);
            }
        }
    }

    private static Set<COSName> names(String... names) {
        return Set.copyOf(Stream.of(names).map(COSName::getPDFName).toList());
    }
}
