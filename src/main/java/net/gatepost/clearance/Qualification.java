package net.gatepost.clearance;

import java.util.Set;
import java.util.stream.Collectors;
import net.gatepost.clearance.Eligibility.Verdict;

/**
 * What somebody's clearances are worth on a day: the verdict on every requirement that the catalogue allows, so that a search
 * can be narrowed by what {@link Eligibility} would say of each listing.
 *
 * @param met requirements with the verdict MEETS
 * @param withinReach those and the ones with the verdict COULD_MEET
 */
public record Qualification(Set<RequirementSignature> met, Set<RequirementSignature> withinReach) {

    public Qualification {
        met = Set.copyOf(met);
        withinReach = Set.copyOf(withinReach);
    }

    /** The requirements on which the verdict is this one at least. */
    public Set<RequirementSignature> atLeast(Verdict verdict) {
        return switch (verdict) {
            case MEETS -> met;
            case COULD_MEET -> withinReach;
            case DOES_NOT_MEET ->
                throw new IllegalArgumentException("everything is at least not met: that narrows nothing");
        };
    }

    /** The same for no other requirements than these. */
    public Qualification among(Set<RequirementSignature> requirements) {
        return new Qualification(both(met, requirements), both(withinReach, requirements));
    }

    private static Set<RequirementSignature> both(Set<RequirementSignature> one, Set<RequirementSignature> other) {
        return other.stream().filter(one::contains).collect(Collectors.toSet());
    }

    /** Withheld: it tells what somebody holds. */
    @Override
    public String toString() {
        return "Qualification[withheld]";
    }
}
