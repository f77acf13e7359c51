package net.gatepost.clearance;

import java.time.YearMonth;
import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One clearance that somebody says they hold or held. It takes what is stored as it is, contradictions included:
 * {@link ClearanceStatus} answers UNKNOWN where the dates can't tell, and {@link ClearanceProblem} says what a form
 * should ask to be put right.
 *
 * @param accesses held on top of the level; one that the level doesn't allow is ignored
 * @param polygraph the examination that was sat for it, if any
 * @param interim a temporary grant while the investigation is open (Security Executive Agent Directive 8)
 * @param inAccess used at present; a last use that is given nonetheless is ignored
 * @param lastUsed the month in which it was last used, where it isn't now
 * @param granted the month in which it was granted, where known
 */
public record Clearance(
        LevelCode level,
        Set<Access> accesses,
        @Nullable PolygraphExam polygraph,
        boolean interim,
        boolean inAccess,
        @Nullable YearMonth lastUsed,
        @Nullable YearMonth granted,
        @Nullable Investigation investigation) {

    public Clearance {
        accesses = Access.inOrder(accesses);
    }

    /** A clearance in use at present. */
    public static Clearance inAccess(String level, Access... accesses) {
        return of(level, true, null, accesses);
    }

    /** A clearance that isn't in use any more. */
    public static Clearance lastUsed(YearMonth month, String level, Access... accesses) {
        return of(level, false, month, accesses);
    }

    public Clearance withPolygraph(PolygraphExam exam) {
        return new Clearance(level, accesses, exam, interim, inAccess, lastUsed, granted, investigation);
    }

    public Clearance withInvestigation(Investigation made) {
        return new Clearance(level, accesses, polygraph, interim, inAccess, lastUsed, granted, made);
    }

    public Clearance grantedIn(YearMonth month) {
        return new Clearance(level, accesses, polygraph, interim, inAccess, lastUsed, month, investigation);
    }

    public Clearance asInterim() {
        return new Clearance(level, accesses, polygraph, true, inAccess, lastUsed, granted, investigation);
    }

    /** Level and accesses as one value, for search and for the badge. */
    public RequirementKey key() {
        return new RequirementKey(level, accesses);
    }

    /** Withheld: what somebody holds belongs in no log, not even by accident. */
    @Override
    public String toString() {
        return "Clearance[withheld]";
    }

    private static Clearance of(String level, boolean inAccess, @Nullable YearMonth lastUsed, Access... accesses) {
        return new Clearance(
                new LevelCode(level),
                Access.inOrder(Arrays.asList(accesses)),
                null,
                false,
                inAccess,
                lastUsed,
                null,
                null);
    }
}
