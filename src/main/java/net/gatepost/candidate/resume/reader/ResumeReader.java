package net.gatepost.candidate.resume.reader;

import java.io.IOException;

/** Opens one file: tells what it is, refuses what it must not be, and makes of it what may be kept. */
public final class ResumeReader {

    private ResumeReader() {}

    /** To be called in a process that may be killed. */
    static CleanResume read(byte[] file) throws ResumeRefused {
        try {
            var resume = switch (FileKind.of(file)) {
                case PDF -> PdfDocument.read(file);
                case ZIP -> WordDocument.read(file);
                case PICTURE, OTHER -> throw new ResumeRefused(Refusal.WRONG_TYPE);
            };
            if (resume.bytes().length > Limits.MOST_BYTES) {
                throw new ResumeRefused(Refusal.TOO_COMPLEX);
            }
            return resume;
        } catch (Words.TooMany many) {
            throw new ResumeRefused(Refusal.TOO_COMPLEX);
        } catch (IOException | RuntimeException | StackOverflowError bad) {
            // A file that its parser fails on: which rule it breaks helps nobody, and the message may repeat what is in
            // it.
            throw new ResumeRefused(Refusal.DAMAGED);
        }
    }
}
