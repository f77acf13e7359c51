package net.gatepost.clearance;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One level of a scheme, as the catalogue states it.
 *
 * @param scheme the scheme's code
 * @param name as a badge says it: "Top Secret", "DOE Q", "UK SC"
 * @param shortName for a narrow place: "TS"
 * @param meaning what the name stands for, where it doesn't say so itself
 * @param rank its position on the ladder, from 1; within a scheme a higher rank includes the lower ones
 * @param ladder how many posts the scheme's ladder is drawn with
 * @param accesses what may be held on top of it
 * @param equivalents levels of other schemes that a holder may be accepted for
 */
public record ClearanceLevel(
        LevelCode code,
        String scheme,
        String name,
        String shortName,
        @Nullable String meaning,
        int rank,
        int ladder,
        Kind kind,
        Set<Access> accesses,
        List<LikelyEquivalent> equivalents) {

    /** What a level is. Only a clearance ever satisfies a need for a clearance. */
    public enum Kind {
        CLEARANCE,
        /** A check before employment, such as the UK's BPSS. */
        CHECK,
        /** A finding that somebody is fit for a position, such as US Public Trust (5 CFR part 731). */
        SUITABILITY
    }

    public ClearanceLevel {
        accesses = Access.inOrder(accesses);
        equivalents = List.copyOf(equivalents);
    }

    public boolean isClearance() {
        return kind == Kind.CLEARANCE;
    }

    /** Whether its holder has at least the other level, of the same scheme. */
    public boolean includes(ClearanceLevel other) {
        return scheme.equals(other.scheme) && rank >= other.rank && (isClearance() || !other.isClearance());
    }
}
