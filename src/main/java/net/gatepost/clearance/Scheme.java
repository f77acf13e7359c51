package net.gatepost.clearance;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who grants clearances by one set of rules, with its levels from the lowest up.
 *
 * @param ladder how many posts its ladder is drawn with
 * @param reinstatement its dated rules, oldest first; empty where no window is published
 * @param reciprocity what may stop a transfer, where the scheme has such a rule
 */
public record Scheme(
        String code,
        String name,
        int ladder,
        List<ClearanceLevel> levels,
        List<ReinstatementRule> reinstatement,
        @Nullable ReciprocityRule reciprocity) {

    public Scheme {
        levels = levels.stream()
                .sorted(Comparator.comparingInt(ClearanceLevel::rank))
                .toList();
        reinstatement = reinstatement.stream()
                .sorted(Comparator.comparing(ReinstatementRule::validFrom))
                .toList();
    }

    /**
     * The rule that is used on that day: the latest that is valid by then. The day is the one on which the question
     * is asked, not the one of the last use, because that is the rule a security officer would have in hand.
     */
    public Optional<ReinstatementRule> reinstatementOn(LocalDate day) {
        return reinstatement.stream()
                .filter(rule -> !rule.validFrom().isAfter(day))
                .reduce((earlier, later) -> later);
    }
}
