package net.gatepost.candidate;

import org.jspecify.annotations.Nullable;

/**
 * Something that somebody studied.
 *
 * @param completed the year, where it is completed and known
 */
public record Education(
        String school,
        String degree,
        @Nullable String subject,
        @Nullable Integer completed) {

    /** Withheld, as all of a profile is. */
    @Override
    public String toString() {
        return "Education[withheld]";
    }
}
