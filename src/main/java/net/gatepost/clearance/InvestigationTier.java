package net.gatepost.clearance;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A kind of background investigation, from the catalogue.
 *
 * @param code such as {@code us.t5}
 * @param formerly the names that older records use, such as SSBI
 * @param levels the levels that rest on it
 */
public record InvestigationTier(
        String code, String name, @Nullable String formerly, List<LevelCode> levels) {

    public InvestigationTier {
        levels = List.copyOf(levels);
    }
}
