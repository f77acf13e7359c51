package net.gatepost.candidate.resume.reader;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.XWPFDocument;

/** Makes résumés for tests, good ones and hostile ones. */
public final class Files {

    private Files() {}

    /** Changes a PDF before it is written. */
    public interface Change {
        void make(PDDocument document) throws IOException;
    }

    /** A PDF of one page with these lines. */
    public static byte[] pdf(String... lines) {
        return pdf(document -> {}, lines);
    }

    public static byte[] pdf(Change change, String... lines) {
        try (var document = new PDDocument()) {
            var page = new PDPage();
            document.addPage(page);
            try (var content = new PDPageContentStream(document, page)) {
                content.beginText();
                content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 11);
                content.setLeading(16);
                content.newLineAtOffset(72, 720);
                for (String line : lines) {
                    content.showText(line);
                    content.newLine();
                }
                content.endText();
            }
            change.make(document);
            var out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** A Word document with a header, a table, a comment, a footer, a tracked change, and an author. */
    public static byte[] docx(String header, String text, String cell, String comment, String footer) {
        try (var document = new XWPFDocument()) {
            document.createHeader(HeaderFooterType.DEFAULT)
                    .createParagraph()
                    .createRun()
                    .setText(header);
            document.createFooter(HeaderFooterType.DEFAULT)
                    .createParagraph()
                    .createRun()
                    .setText(footer);
            var run = document.createParagraph().createRun();
            run.setText(text);
            document.createTable(1, 1).getRow(0).getCell(0).setText(cell);
            var note = document.createComments().createComment(BigInteger.ONE);
            note.setAuthor("Casey Reviewer");
            note.setInitials("CR");
            note.createParagraph().createRun().setText(comment);
            document.getProperties().getCoreProperties().setCreator("Casey Writer");
            document.getProperties()
                    .getExtendedProperties()
                    .getUnderlyingProperties()
                    .setCompany("Secretive Inc");
            document.getProperties().getCustomProperties().addProperty("Project", "Bluebird");
            var inserted = document.createParagraph().getCTP().addNewIns();
            inserted.setAuthor("Casey Tracker");
            inserted.addNewR().addNewT().setStringValue("inserted words");
            var out = new ByteArrayOutputStream();
            document.write(out);
            return out.toByteArray();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    public static byte[] docx(String text) {
        return docx("", text, "", "", "");
    }

    /** A Word document with its parts changed. */
    public static byte[] docx(Consumer<Map<String, byte[]>> change) {
        try {
            Map<String, byte[]> parts = new LinkedHashMap<>(Packed.unpack(docx("Java and radar")));
            change.accept(parts);
            return Packed.pack(parts);
        } catch (IOException | ResumeRefused failure) {
            throw new IllegalStateException(failure);
        }
    }

    static Map<String, byte[]> parts(byte[] docx) throws ResumeRefused, IOException {
        return Packed.unpack(docx);
    }

    /** Replaces a text in a part. */
    static Consumer<Map<String, byte[]>> replacing(String part, String text, String with) {
        return parts -> parts.computeIfPresent(part, (name, bytes) -> {
            String xml = new String(bytes, StandardCharsets.UTF_8);
            if (!xml.contains(text)) {
                throw new IllegalArgumentException(part + " does not contain " + text);
            }
            return xml.replace(text, with).getBytes(StandardCharsets.UTF_8);
        });
    }
}
