package net.gatepost.clearance;

import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * How long after its last use a clearance may be taken up again without a new investigation, from a day on. Public
 * sources disagree about the length and it changes, so it is data: pages name the rule that they used, and that a
 * security officer decides.
 *
 * @param name how pages call it, such as "24-month rule"
 * @param validFrom the first day on which it is used
 * @param source where it is written
 * @param note what a reader should know beside it, such as an announced change
 */
public record ReinstatementRule(
        String name,
        int months,
        LocalDate validFrom,
        String source,
        @Nullable String note) {

    /**
     * The last day of the window. Only the month of the last use is known; the window counts from that month's end, so
     * a clearance last used in March 2025 is current through 31 March 2027 under a rule of 24 months.
     */
    public LocalDate lastDay(YearMonth lastUsed) {
        return lastUsed.plusMonths(months).atEndOfMonth();
    }
}
