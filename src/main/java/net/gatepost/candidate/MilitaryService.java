package net.gatepost.candidate;

import org.jspecify.annotations.Nullable;

/**
 * A time of military service, in whole years.
 *
 * @param specialty such as an occupational specialty; never a unit that must not be named
 * @param ended null while serving
 */
public record MilitaryService(
        Branch branch,
        @Nullable String specialty,
        int started,
        @Nullable Integer ended) {

    /** Withheld, as all of a profile is. */
    @Override
    public String toString() {
        return "MilitaryService[withheld]";
    }
}
