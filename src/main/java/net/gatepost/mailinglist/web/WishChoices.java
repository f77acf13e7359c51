package net.gatepost.mailinglist.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.gatepost.clearance.ClearanceCatalogue;
import net.gatepost.clearance.LevelCode;
import net.gatepost.mailinglist.Wishes.Near;
import net.gatepost.place.Gazetteer;
import net.gatepost.place.Place;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.validation.Errors;

/** Places and clearances as they are typed and chosen, on the page of preferences and for whom an issue is. */
@Component
public class WishChoices {

    private static final int SUGGESTED = 4;
    private static final int LONGEST = 200;

    private final Gazetteer gazetteer;
    private final ClearanceCatalogue catalogue;

    WishChoices(Gazetteer gazetteer, ClearanceCatalogue catalogue) {
        this.gazetteer = gazetteer;
        this.catalogue = catalogue;
    }

    /** By scheme. */
    public Map<String, Map<String, String>> levels() {
        var groups = new LinkedHashMap<String, Map<String, String>>();
        catalogue
                .schemes()
                .forEach(scheme -> groups.put(
                        scheme.name(),
                        scheme.levels().stream()
                                .collect(Collectors.toMap(
                                        level -> level.code().value(),
                                        level -> level.name(),
                                        (first, second) -> first,
                                        LinkedHashMap::new))));
        return groups;
    }

    /** Null where nothing is typed; an error on the field where no place, or more than one, is meant. */
    public @Nullable Near place(@Nullable String typed, String field, Errors errors) {
        if (typed == null || typed.isBlank()) {
            return null;
        }
        List<Place> meant = typed.length() > LONGEST
                ? List.of()
                : gazetteer.find(typed.strip()).candidates();
        if (meant.size() == 1) {
            Place place = meant.get(0);
            return new Near(place.label(), place.latitude(), place.longitude());
        }
        if (meant.isEmpty()) {
            errors.rejectValue(field, "mailinglist.place.unknown");
        } else {
            String which = meant.stream().limit(SUGGESTED).map(Place::label).collect(Collectors.joining("; "));
            errors.rejectValue(field, "mailinglist.place.several", new Object[] {which}, null);
        }
        return null;
    }

    /** Null where nothing is chosen; an error on the field where the catalogue has no such level. */
    public @Nullable String level(@Nullable String chosen, String field, Errors errors) {
        if (chosen == null || chosen.isEmpty()) {
            return null;
        }
        if (levels().values().stream().anyMatch(levels -> levels.containsKey(chosen))) {
            return new LevelCode(chosen).value();
        }
        errors.rejectValue(field, "mailinglist.level.unknown");
        return null;
    }

    /** How pages name a level; its code where the catalogue has it no more. */
    public String levelName(String code) {
        return levels().values().stream()
                .filter(levels -> levels.containsKey(code))
                .map(levels -> levels.get(code))
                .findFirst()
                .orElse(code);
    }
}
