package net.gatepost.candidate;

import java.util.UUID;

/**
 * One stored entry of a profile.
 *
 * @param version what a form is filled from and must give back
 */
public record Row<T>(UUID id, long version, T content) {

    /** Without the content: see {@link CandidateProfile#toString()}. */
    @Override
    public String toString() {
        return "Row[" + id + "]";
    }
}
