package net.gatepost.candidate.resume.reader;

import java.util.List;
import net.gatepost.web.Legible;

/**
 * A résumé as it may be kept: written anew, without metadata.
 *
 * @param text what its reader sees, headers and footers among it, pages parted by form feeds
 * @param rest every other word that the file held, metadata among them, which are gone from the bytes
 */
public record CleanResume(ResumeType type, byte[] bytes, String text, String rest) implements Legible {

    @Override
    public List<String> texts() {
        return List.of(text, rest);
    }

    /** Withheld: a résumé belongs in no log. */
    @Override
    public String toString() {
        return "CleanResume[withheld]";
    }
}
