package net.gatepost.clearance;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import net.gatepost.clearance.Finding.Effect;

/**
 * The answer whether what somebody holds satisfies what a listing asks for, on a day. The verdict follows from the
 * findings and from nothing else, so that the answer and its explanation can't disagree.
 *
 * <p>It is a forecast in good faith, not a determination: that is a security officer's.
 *
 * @param findings requirement by requirement, in the order in which a reader asks
 */
public record Eligibility(List<Finding> findings) {

    /** In words: you meet this, you could meet this, you don't meet this. */
    public enum Verdict {
        MEETS,
        /** Through a crossover, a reinstatement, a polygraph, a final grant or a sponsor. */
        COULD_MEET,
        DOES_NOT_MEET;

        /** Such as {@code clearance.verdict.could-meet}. */
        public String messageKey() {
            return "clearance.verdict." + name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public Eligibility {
        findings = List.copyOf(findings);
    }

    public Verdict verdict() {
        if (having(Effect.EXCLUDES).findAny().isPresent()) {
            return Verdict.DOES_NOT_MEET;
        }
        return having(Effect.OPEN).findAny().isPresent() ? Verdict.COULD_MEET : Verdict.MEETS;
    }

    /** What stands between the person and the verdict MEETS: "polygraph", "crossover". */
    public List<Finding> obstacles() {
        return Stream.concat(having(Effect.EXCLUDES), having(Effect.OPEN)).toList();
    }

    private Stream<Finding> having(Effect effect) {
        return findings.stream().filter(finding -> finding.effect() == effect);
    }
}
