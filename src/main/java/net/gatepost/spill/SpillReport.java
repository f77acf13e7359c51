package net.gatepost.spill;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What the guard found in one text: kinds, and never a character of the text itself, so that a report may be logged.
 *
 * @param kinds the kinds found, each once, the gravest first
 */
public record SpillReport(List<MarkingKind> kinds) {

    public SpillReport {
        kinds = List.copyOf(kinds);
    }

    static SpillReport of(Set<MarkingKind> found) {
        // The enum lists what is refused before what is warned of.
        return new SpillReport(found.isEmpty() ? List.of() : List.copyOf(EnumSet.copyOf(found)));
    }

    public SpillVerdict verdict() {
        return kinds.stream()
                .map(MarkingKind::verdict)
                .max(SpillVerdict::compareTo)
                .orElse(SpillVerdict.ALLOW);
    }

    public boolean isRefused() {
        return verdict() == SpillVerdict.REFUSE;
    }

    /** The key of the sentence that says what becomes of the text: "spill.refused", "spill.warned", "spill.allowed". */
    public String messageKey() {
        return switch (verdict()) {
            case REFUSE -> "spill.refused";
            case WARN -> "spill.warned";
            case ALLOW -> "spill.allowed";
        };
    }
}
