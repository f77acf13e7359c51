package net.gatepost.candidate.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import net.gatepost.candidate.Availability;
import net.gatepost.candidate.Relocation;
import net.gatepost.candidate.search.CandidateQuery;
import net.gatepost.clearance.ClearanceCatalogue;
import net.gatepost.clearance.PolygraphRequirement;
import net.gatepost.clearance.RequirementKey;
import net.gatepost.place.Gazetteer;
import net.gatepost.place.Place;
import net.gatepost.web.PageNumber;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;

/** Reads the address of a search for members. What makes no sense in it is left out and said; nothing in it is an error. */
@Component
class CandidateQueries {

    private static final int DEFAULT_MILES = 50;
    private static final int MOST_MILES = 500;
    private static final int LONGEST_TEXT = 200;

    private final ClearanceCatalogue catalogue;
    private final Gazetteer gazetteer;
    private final MessageSource messages;
    private final Set<RequirementKey> known;

    CandidateQueries(ClearanceCatalogue catalogue, Gazetteer gazetteer, MessageSource messages) {
        this.catalogue = catalogue;
        this.gazetteer = gazetteer;
        this.messages = messages;
        this.known = Set.copyOf(catalogue.keys());
    }

    /**
     * A search as it was typed and as it was understood.
     *
     * @param place the label of what is searched around; empty for everywhere
     * @param remarks message keys: what was left out
     */
    record Typed(CandidateQuery query, String place, List<String> remarks) {

        public int miles() {
            var near = query.near();
            return near == null ? DEFAULT_MILES : near.miles();
        }
    }

    /**
     * What may be chosen for a filter.
     *
     * @param count of those whom it would find
     */
    record Choice(String value, String label, long count, boolean chosen) {

        /** A smaller number would tell who is meant. */
        static final int FEWEST_TOLD = 5;

        public boolean isFew() {
            return count > 0 && count < FEWEST_TOLD;
        }
    }

    Typed read(MultiValueMap<String, String> parameters) {
        List<String> remarks = new ArrayList<>();
        String text = clean(parameters.getFirst("q"));
        RequirementKey holds = RequirementKey.parse(blankToNull(parameters.getFirst("holds")))
                .filter(known::contains)
                .orElse(null);
        var polygraph = constant(PolygraphRequirement.values(), parameters.getFirst("polygraph"))
                .orElse(PolygraphRequirement.NONE);
        if (holds == null && polygraph != PolygraphRequirement.NONE) {
            remarks.add("candidate.find.polygraph-alone");
            polygraph = PolygraphRequirement.NONE;
        }
        Place place = null;
        String typedPlace = clean(parameters.getFirst("place"));
        if (!typedPlace.isEmpty()) {
            place = gazetteer.find(typedPlace).candidates().stream().findFirst().orElse(null);
            if (place == null) {
                remarks.add("candidate.find.place-unknown");
            }
        }
        var availability = constant(Availability.values(), parameters.getFirst("availability"))
                .orElse(null);
        boolean inUse = parameters.containsKey("in-use");
        if (holds == null && inUse) {
            remarks.add("candidate.find.in-use-alone");
            inUse = false;
        }
        var query = new CandidateQuery(
                text,
                holds,
                inUse,
                polygraph,
                place == null
                        ? null
                        : new CandidateQuery.Circle(
                                place.latitude(), place.longitude(), miles(parameters.getFirst("within"))),
                availability,
                constant(Relocation.values(), parameters.getFirst("move")).orElse(null),
                Math.min(PageNumber.of(parameters.getFirst("page")), CandidateQuery.MOST_PAGES));
        return new Typed(query, place == null ? "" : place.label(), remarks);
    }

    /** The address of the search without its page. */
    String address(Typed typed, UUID employer) {
        var query = typed.query();
        Map<String, String> values = new LinkedHashMap<>();
        values.put("employer", employer.toString());
        values.put("q", query.text());
        var holds = query.holds();
        values.put("holds", holds == null ? "" : holds.format());
        values.put("in-use", query.inUse() ? "yes" : "");
        values.put("polygraph", query.polygraph() == PolygraphRequirement.NONE ? "" : lower(query.polygraph()));
        values.put("place", typed.place());
        values.put("within", typed.miles() == DEFAULT_MILES ? "" : String.valueOf(typed.miles()));
        var availability = query.availability();
        values.put("availability", availability == null ? "" : lower(availability));
        var relocation = query.relocation();
        values.put("move", relocation == null ? "" : lower(relocation));
        return String.join(
                "&",
                values.entrySet().stream()
                        .filter(value -> !value.getValue().isEmpty())
                        .map(value -> value.getKey() + '=' + URLEncoder.encode(value.getValue(), UTF_8))
                        .toList());
    }

    /** Those that somebody holds, and the chosen one. */
    List<Choice> levels(CandidateQuery query, Map<RequirementKey, Long> counts) {
        return catalogue.keys().stream()
                .filter(key -> counts.containsKey(key) || key.equals(query.holds()))
                .map(key -> new Choice(
                        key.format(), catalogue.label(key), counts.getOrDefault(key, 0L), key.equals(query.holds())))
                .toList();
    }

    /** Who isn't looking at all is nobody to look for. */
    List<Choice> availabilities(CandidateQuery query, Map<Availability, Long> counts) {
        return Arrays.stream(Availability.values())
                .filter(each -> each != Availability.NOT_LOOKING)
                .map(each -> choice(each, each.messageKey(), counts.getOrDefault(each, 0L), query.availability()))
                .toList();
    }

    List<Choice> relocations(CandidateQuery query, Map<Relocation, Long> counts) {
        return Arrays.stream(Relocation.values())
                .filter(each -> each != Relocation.NO)
                .map(each -> choice(each, each.messageKey(), counts.getOrDefault(each, 0L), query.relocation()))
                .toList();
    }

    private Choice choice(Enum<?> constant, String key, long count, @Nullable Enum<?> chosen) {
        return new Choice(lower(constant), messages.getMessage(key, null, Locale.ENGLISH), count, constant == chosen);
    }

    private static int miles(@Nullable String typed) {
        return typed != null && typed.strip().matches("[1-9]\\d{0,3}")
                ? Math.min(MOST_MILES, Integer.parseInt(typed.strip()))
                : DEFAULT_MILES;
    }

    private static String clean(@Nullable String typed) {
        if (typed == null) {
            return "";
        }
        String line = typed.replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}\\s]+", " ")
                .strip();
        return line.codePointCount(0, line.length()) <= LONGEST_TEXT
                ? line
                : line.substring(0, line.offsetByCodePoints(0, LONGEST_TEXT)).strip();
    }

    private static @Nullable String blankToNull(@Nullable String typed) {
        return typed == null || typed.isBlank() ? null : typed.strip();
    }

    private static <E extends Enum<E>> Optional<E> constant(E[] constants, @Nullable String typed) {
        Function<E, String> name = CandidateQueries::lower;
        return typed == null
                ? Optional.empty()
                : Arrays.stream(constants)
                        .filter(each -> name.apply(each)
                                .equals(typed.strip().toLowerCase(Locale.ROOT).replace('_', '-')))
                        .findFirst();
    }

    static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
