package net.gatepost.candidate.search;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import net.gatepost.clearance.Investigation;
import org.jspecify.annotations.Nullable;

/**
 * How old the investigation behind a clearance may be. Enrolment in continuous vetting takes the place of a reinvestigation and
 * counts as fresh; over seven years, agencies need not accept it (Security Executive Agent Directive 7). Each takes in those
 * after it.
 */
public enum InvestigationAge {
    ANY(Integer.MAX_VALUE),
    SEVEN_YEARS(7),
    FIVE_YEARS(5);

    private final int years;

    InvestigationAge(int years) {
        this.years = years;
    }

    /** All that this investigation is young enough for. What isn't known is not taken for young. */
    public static List<InvestigationAge> of(@Nullable Investigation made, LocalDate today) {
        return Arrays.stream(values())
                .filter(age -> age == ANY || made != null && age.takesIn(made, today))
                .toList();
    }

    private boolean takesIn(Investigation made, LocalDate today) {
        YearMonth closed = made.closed();
        boolean known = closed != null && !closed.isAfter(YearMonth.from(today));
        return made.continuousVetting() || known && !made.isOlderThan(years, today);
    }

    /** The key of its words in the messages. */
    public String messageKey() {
        return "candidate.find.investigation." + name();
    }
}
