package net.gatepost.clearance;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a form should ask to be put right before a clearance or a requirement is stored. Stored data is never checked by
 * it: what a catalogue or a day has made of it since is answered by {@link ClearanceStatus} and {@link Eligibility}.
 */
public enum ClearanceProblem {
    LEVEL_UNKNOWN("level"),
    ACCESS_NOT_ALLOWED("accesses"),
    LAST_USED_MISSING("lastUsed"),
    LAST_USED_IN_FUTURE("lastUsed"),
    LAST_USED_BEFORE_GRANTED("lastUsed"),
    LAST_USED_WHILE_IN_ACCESS("lastUsed"),
    GRANTED_IN_FUTURE("granted"),
    POLYGRAPH_IN_FUTURE("polygraph"),
    TIER_UNKNOWN("tier"),
    INVESTIGATION_IN_FUTURE("investigation"),
    /** A polygraph, accesses or an interim are asked for without a level. */
    LEVEL_MISSING("level");

    private final String field;

    ClearanceProblem(String field) {
        this.field = field;
    }

    /** The part of the clearance that it is about. */
    public String field() {
        return field;
    }

    /** Such as {@code clearance.problem.level-unknown}. */
    public String messageKey() {
        return "clearance.problem." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** All that is wrong with a clearance as somebody has just described it, in the order of the constants. */
    public static List<ClearanceProblem> of(ClearanceCatalogue catalogue, Clearance clearance, LocalDate today) {
        Set<ClearanceProblem> problems = EnumSet.noneOf(ClearanceProblem.class);
        problems.addAll(ofLevel(catalogue, clearance.level(), clearance.accesses()));
        YearMonth lastUsed = clearance.lastUsed();
        if (lastUsed == null) {
            add(problems, LAST_USED_MISSING, !clearance.inAccess());
        } else {
            add(problems, LAST_USED_WHILE_IN_ACCESS, clearance.inAccess());
            add(problems, LAST_USED_IN_FUTURE, isInFuture(lastUsed, today));
            YearMonth granted = clearance.granted();
            add(problems, LAST_USED_BEFORE_GRANTED, granted != null && lastUsed.isBefore(granted));
        }
        add(problems, GRANTED_IN_FUTURE, isInFuture(clearance.granted(), today));
        PolygraphExam exam = clearance.polygraph();
        add(problems, POLYGRAPH_IN_FUTURE, exam != null && isInFuture(exam.month(), today));
        Investigation investigation = clearance.investigation();
        if (investigation != null) {
            String tier = investigation.tier();
            add(problems, TIER_UNKNOWN, tier != null && catalogue.tier(tier).isEmpty());
            add(problems, INVESTIGATION_IN_FUTURE, isInFuture(investigation.closed(), today));
        }
        return List.copyOf(problems);
    }

    /** All that is wrong with a requirement as somebody has just described it. */
    public static List<ClearanceProblem> of(ClearanceCatalogue catalogue, ClearanceRequirement asked) {
        LevelCode level = asked.level();
        if (level != null) {
            return ofLevel(catalogue, level, asked.accesses());
        }
        boolean more = !asked.accesses().isEmpty()
                || asked.polygraph() != PolygraphRequirement.NONE
                || asked.interimAccepted();
        return more ? List.of(LEVEL_MISSING) : List.of();
    }

    private static List<ClearanceProblem> ofLevel(ClearanceCatalogue catalogue, LevelCode code, Set<Access> accesses) {
        return catalogue
                .level(code)
                .map(level -> level.accesses().containsAll(accesses)
                        ? List.<ClearanceProblem>of()
                        : List.of(ACCESS_NOT_ALLOWED))
                .orElseGet(() -> List.of(LEVEL_UNKNOWN));
    }

    private static void add(Set<ClearanceProblem> problems, ClearanceProblem problem, boolean applies) {
        if (applies) {
            problems.add(problem);
        }
    }

    private static boolean isInFuture(@Nullable YearMonth month, LocalDate today) {
        return month != null && month.isAfter(YearMonth.from(today));
    }
}
