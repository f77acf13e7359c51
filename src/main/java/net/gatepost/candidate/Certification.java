package net.gatepost.candidate;

import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * A certification that somebody holds: one of {@link CertificationList} by its code, or any other by its name.
 *
 * @param code null for one that isn't on the list
 * @param name null for one that is
 */
public record Certification(
        @Nullable String code,
        @Nullable String name,
        @Nullable YearMonth earned,
        @Nullable YearMonth expires) {

    /** Withheld, as all of a profile is. */
    @Override
    public String toString() {
        return "Certification[withheld]";
    }
}
