package net.gatepost.job.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.gatepost.clearance.ClearanceCatalogue;
import net.gatepost.clearance.RequirementKey;
import net.gatepost.clearance.Scheme;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What somebody who searches may say to hold: every level with its accesses, by scheme. */
@Component
public class HeldLevels {

    private final ClearanceCatalogue catalogue;

    HeldLevels(ClearanceCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** @param label the scheme's name */
    public record Group(String label, List<Choice> choices) {}

    public record Choice(String value, String label, boolean chosen) {}

    public List<Group> groups(@Nullable RequirementKey chosen) {
        Map<String, List<Choice>> groups = new LinkedHashMap<>();
        for (RequirementKey key : catalogue.keys()) {
            if (key.level() != null) {
                groups.computeIfAbsent(scheme(key), unused -> new ArrayList<>())
                        .add(new Choice(key.format(), catalogue.label(key), key.equals(chosen)));
            }
        }
        return groups.entrySet().stream()
                .map(group -> new Group(group.getKey(), group.getValue()))
                .toList();
    }

    private String scheme(RequirementKey key) {
        var level = key.level();
        return level == null
                ? ""
                : catalogue
                        .level(level)
                        .flatMap(known -> catalogue.scheme(known.scheme()))
                        .map(Scheme::name)
                        .orElse("");
    }
}
