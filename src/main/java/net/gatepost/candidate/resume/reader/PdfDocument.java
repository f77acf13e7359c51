package net.gatepost.candidate.resume.reader;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.text.PDFTextStripper;

/** A PDF: every object that can be reached is looked at, and the file written anew, so that earlier versions of it are gone. */
final class PdfDocument {

    private static final String END = "%%EOF";
    private static final int END_REACH = 2_048;
    private static final String PAGE_END = "\n\f";

    private PdfDocument() {}

    static CleanResume read(byte[] file) throws ResumeRefused, IOException {
        if (!hasEnd(file)) {
            throw new ResumeRefused(Refusal.DAMAGED);
        }
        try (var document = load(file)) {
            if (document.isEncrypted()) {
                throw new ResumeRefused(Refusal.ENCRYPTED);
            }
            int pages = document.getNumberOfPages();
            if (pages == 0) {
                throw new ResumeRefused(Refusal.DAMAGED);
            }
            if (pages > Limits.MOST_PAGES) {
                throw new ResumeRefused(Refusal.TOO_COMPLEX);
            }
            var rest = new Words();
            // First, so that nothing is read that might not have been there.
            new PdfObjects(rest).clean(document.getDocument().getTrailer());
            String text = text(document, false);
            // As it lies on the page: a banner stands on top of it, wherever it is in the file.
            rest.add("\f");
            rest.add(text(document, true));
            var out = new ByteArrayOutputStream();
            document.save(out);
            return new CleanResume(ResumeType.PDF, out.toByteArray(), text, rest.toString());
        }
    }

    private static PDDocument load(byte[] file) throws ResumeRefused {
        try {
            return Loader.loadPDF(new RandomAccessReadBuffer(file), IOUtils.createMemoryOnlyStreamCache());
        } catch (InvalidPasswordException locked) {
            throw new ResumeRefused(Refusal.ENCRYPTED);
        } catch (IOException bad) {
            throw new ResumeRefused(Refusal.DAMAGED);
        }
    }

    private static String text(PDDocument document, boolean byPosition) throws IOException {
        var stripper = new PDFTextStripper();
        stripper.setSortByPosition(byPosition);
        stripper.setLineSeparator("\n");
        stripper.setPageEnd(PAGE_END);
        var words = new Words();
        stripper.writeText(document, words);
        return words.toString();
    }

    /** A file that was cut off lacks its last line; PDFBox would mend it as well as it can. */
    private static boolean hasEnd(byte[] file) {
        int from = Math.max(0, file.length - END_REACH);
        return new String(file, from, file.length - from, StandardCharsets.ISO_8859_1).contains(END);
    }
}
