package net.gatepost.candidate.resume;

import java.nio.charset.StandardCharsets;
import net.gatepost.candidate.resume.reader.CleanResume;
import net.gatepost.candidate.resume.reader.ResumeType;
import net.gatepost.web.Viewer;

/** Puts résumés on file for tests of other modules, as if they had been uploaded and read. */
public final class OnFile {

    public static final String CONTENT = "%PDF-1.7 a resume for a test";

    private OnFile() {}

    public static void put(Resumes resumes, Viewer owner) {
        put(resumes, owner, "a résumé");
    }

    /** @param text that was read in it */
    public static void put(Resumes resumes, Viewer owner, String text) {
        resumes.keep(
                owner, "cv.pdf", new CleanResume(ResumeType.PDF, CONTENT.getBytes(StandardCharsets.UTF_8), text, ""));
    }
}
