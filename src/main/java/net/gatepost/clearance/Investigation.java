package net.gatepost.clearance;

import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * The background investigation behind a clearance.
 *
 * @param tier the code of an {@link InvestigationTier}, where known
 * @param closed the month in which it closed, where known
 * @param continuousVetting whether the person is enrolled in continuous vetting, which takes the place of periodic
 *     reinvestigation
 */
public record Investigation(@Nullable String tier, @Nullable YearMonth closed, boolean continuousVetting) {

    /** Withheld, like the clearance that rests on it. */
    @Override
    public String toString() {
        return "Investigation[withheld]";
    }

    /**
     * Whether it is certainly older than that on the day. Only the month of closing is known, so the month counts to
     * its end: closed in November 2019, it is over seven years old from 1 December 2026.
     */
    public boolean isOlderThan(int years, LocalDate today) {
        return closed != null && today.isAfter(closed.plusYears(years).atEndOfMonth());
    }
}
