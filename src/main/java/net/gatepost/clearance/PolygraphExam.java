package net.gatepost.clearance;

import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/** A polygraph examination that was sat: its type, when, and for which agency; never its result. */
public record PolygraphExam(
        Polygraph type, @Nullable YearMonth month, @Nullable String agency) {

    /** Withheld, like the clearance that it was sat for. */
    @Override
    public String toString() {
        return "PolygraphExam[withheld]";
    }

    /** The type that may be relied on: an examination dated in a month to come hasn't been sat yet. */
    Polygraph typeOn(LocalDate today) {
        return month != null && month.isAfter(YearMonth.from(today)) ? Polygraph.NONE : type;
    }
}
