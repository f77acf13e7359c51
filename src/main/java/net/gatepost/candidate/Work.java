package net.gatepost.candidate;

import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * One job that somebody has or had.
 *
 * @param location as typed
 * @param ended null for a job that is still held
 * @param description in Markdown
 */
public record Work(
        String title,
        String employer,
        @Nullable String location,
        YearMonth started,
        @Nullable YearMonth ended,
        @Nullable String description) {

    /** Withheld, as all of a profile is. */
    @Override
    public String toString() {
        return "Work[withheld]";
    }
}
