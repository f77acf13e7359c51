package net.gatepost.candidate.resume;

import java.time.Instant;
import net.gatepost.candidate.resume.reader.ResumeType;

/**
 * What is on file, without opening it.
 *
 * @param name of the file as its owner sent it, without a path, ending as its type does
 * @param size in bytes, as it is stored: without the metadata that it came with
 */
public record ResumeFacts(String name, ResumeType type, int size, Instant uploadedAt) {

    /** Withheld: people write their name into the name of a résumé. */
    @Override
    public String toString() {
        return "ResumeFacts[withheld]";
    }
}
