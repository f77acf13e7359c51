package net.gatepost.candidate.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import net.gatepost.candidate.Availability;
import net.gatepost.candidate.Relocation;
import net.gatepost.candidate.Skills;
import net.gatepost.candidate.search.CandidateQuery;
import net.gatepost.candidate.search.CandidateSearch;
import net.gatepost.candidate.search.CandidateSearch.Counts;
import net.gatepost.candidate.search.ClearanceFilter;
import net.gatepost.candidate.search.HeldStatus;
import net.gatepost.candidate.search.InvestigationAge;
import net.gatepost.clearance.ClearanceCatalogue;
import net.gatepost.clearance.PolygraphRequirement;
import net.gatepost.clearance.RequirementKey;
import net.gatepost.place.Gazetteer;
import net.gatepost.place.Place;
import net.gatepost.web.PageNumber;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;

/** Reads the address of a search for members. What makes no sense in it is left out and said; nothing in it is an error. */
@Component
public class CandidateQueries {

    static final int DEFAULT_MILES = 50;
    private static final int MOST_MILES = 500;
    private static final int LONGEST_TEXT = 200;
    private static final int LONGEST_SKILL = 60;
    private static final int SKILLS_OFFERED = 12;

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(Locale.US);

    private final ClearanceCatalogue catalogue;
    private final Gazetteer gazetteer;
    private final Skills skills;
    private final MessageSource messages;
    private final Set<RequirementKey> known;

    CandidateQueries(ClearanceCatalogue catalogue, Gazetteer gazetteer, Skills skills, MessageSource messages) {
        this.catalogue = catalogue;
        this.gazetteer = gazetteer;
        this.skills = skills;
        this.messages = messages;
        this.known = Set.copyOf(catalogue.keys());
    }

    /**
     * A search as it was typed and as it was understood.
     *
     * @param place the label of what is searched around; empty for everywhere
     * @param remarks message keys: what was left out
     */
    public record Typed(CandidateQuery query, String place, List<String> remarks) {

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

        /** Of its number in words; null where it would find nobody. */
        public @Nullable String countKey() {
            return count == 0
                    ? null
                    : count < CandidateSearch.FEWEST_TOLD ? "candidate.find.count-few" : "candidate.find.count";
        }
    }

    /** A filter that can be taken away. @param query the address without it */
    record Chip(String label, String query) {}

    /** @param address as {@link #address} made it */
    public Typed read(String address) {
        return read(UriComponentsBuilder.newInstance().query(address).build().getQueryParams(), true);
    }

    public Typed read(MultiValueMap<String, String> parameters) {
        return read(parameters, false);
    }

    private Typed read(MultiValueMap<String, String> given, boolean encoded) {
        var parameters = encoded ? decoded(given) : given;
        List<String> remarks = new ArrayList<>();
        Place place = null;
        String typedPlace = clean(parameters.getFirst("place"), LONGEST_TEXT);
        if (!typedPlace.isEmpty()) {
            place = gazetteer.find(typedPlace).candidates().stream().findFirst().orElse(null);
            if (place == null) {
                remarks.add("candidate.find.place-unknown");
            }
        }
        var query = new CandidateQuery(
                clean(parameters.getFirst("q"), LONGEST_TEXT),
                clearance(parameters, remarks),
                skills(parameters.get("skill"), remarks),
                skills(parameters.get("want"), remarks),
                place == null
                        ? null
                        : new CandidateQuery.Circle(
                                place.latitude(), place.longitude(), miles(parameters.getFirst("within"))),
                constant(Availability.values(), parameters.getFirst("availability"))
                        .orElse(null),
                constant(Relocation.values(), parameters.getFirst("move")).orElse(null),
                date(parameters.getFirst("since")),
                Math.min(PageNumber.of(parameters.getFirst("page")), CandidateQuery.MOST_PAGES));
        return new Typed(query, place == null ? "" : place.label(), remarks);
    }

    private static MultiValueMap<String, String> decoded(MultiValueMap<String, String> encoded) {
        var decoded = new LinkedMultiValueMap<String, String>();
        encoded.forEach((name, values) -> values.forEach(
                value -> decoded.add(name, value == null ? "" : java.net.URLDecoder.decode(value, UTF_8))));
        return decoded;
    }

    private @Nullable ClearanceFilter clearance(MultiValueMap<String, String> parameters, List<String> remarks) {
        var filter = RequirementKey.parse(blankToNull(parameters.getFirst("holds")))
                .filter(known::contains)
                .map(ClearanceFilter::of)
                .orElse(null);
        var status = constant(HeldStatus.values(), parameters.getFirst("status"));
        var polygraph = constant(PolygraphRequirement.values(), parameters.getFirst("polygraph"));
        var investigation = constant(InvestigationAge.values(), parameters.getFirst("investigation"));
        if (filter == null) {
            if (status.orElse(HeldStatus.ANY) != HeldStatus.ANY
                    || polygraph.orElse(PolygraphRequirement.NONE) != PolygraphRequirement.NONE
                    || investigation.orElse(InvestigationAge.ANY) != InvestigationAge.ANY) {
                remarks.add("candidate.find.clearance-alone");
            }
            return null;
        }
        return filter.with(status.orElse(filter.status()))
                .with(polygraph.orElse(filter.polygraph()))
                .with(investigation.orElse(filter.investigation()));
    }

    /** Each may be typed with others, between commas. */
    private List<String> skills(@Nullable List<String> typed, List<String> remarks) {
        var named = Stream.ofNullable(typed)
                .flatMap(List::stream)
                .flatMap(each -> Arrays.stream(each.split(",")))
                .map(each -> clean(each, LONGEST_SKILL))
                .filter(each -> !each.isEmpty())
                .map(skills::nameOf)
                .distinct()
                .limit(CandidateQuery.MOST_SKILLS + 1L)
                .toList();
        if (named.size() > CandidateQuery.MOST_SKILLS) {
            remarks.add("candidate.find.skills-many");
            return named.subList(0, CandidateQuery.MOST_SKILLS);
        }
        return named;
    }

    /** The address of the search without its page, the same for the same search. */
    public String address(Typed typed) {
        return String.join(
                "&",
                parameters(typed).entrySet().stream()
                        .flatMap(entry -> entry.getValue().stream()
                                .map(value -> entry.getKey() + '=' + URLEncoder.encode(value, UTF_8)))
                        .toList());
    }

    /** Of that address, not encoded. */
    public MultiValueMap<String, String> parameters(Typed typed) {
        var query = typed.query();
        var values = new LinkedMultiValueMap<String, String>();
        add(values, "q", query.text());
        var clearance = query.clearance();
        if (clearance != null) {
            add(values, "holds", clearance.level().format());
            add(values, "status", clearance.status() == HeldStatus.ANY ? "" : lower(clearance.status()));
            add(
                    values,
                    "polygraph",
                    clearance.polygraph() == PolygraphRequirement.NONE ? "" : lower(clearance.polygraph()));
            add(
                    values,
                    "investigation",
                    clearance.investigation() == InvestigationAge.ANY ? "" : lower(clearance.investigation()));
        }
        query.skills().forEach(skill -> add(values, "skill", skill));
        query.wanted().forEach(skill -> add(values, "want", skill));
        add(values, "place", typed.place());
        add(values, "within", typed.miles() == DEFAULT_MILES ? "" : String.valueOf(typed.miles()));
        var availability = query.availability();
        add(values, "availability", availability == null ? "" : lower(availability));
        var relocation = query.relocation();
        add(values, "move", relocation == null ? "" : lower(relocation));
        var since = query.since();
        add(values, "since", since == null ? "" : since.toString());
        return values;
    }

    /** The same for one employer, as the page has it. */
    public String address(Typed typed, UUID employer) {
        String search = address(typed);
        return "employer=" + employer + (search.isEmpty() ? "" : "&" + search);
    }

    private static void add(MultiValueMap<String, String> values, String name, String value) {
        if (!value.isEmpty()) {
            values.add(name, value);
        }
    }

    /** All that the search asks for, each in words. */
    public List<String> words(Typed typed) {
        var query = typed.query();
        List<String> words = new ArrayList<>();
        if (!query.text().isEmpty()) {
            words.add('“' + query.text() + '”');
        }
        var clearance = query.clearance();
        if (clearance != null) {
            words.add(catalogue.label(clearance.level()));
            if (clearance.status() != HeldStatus.ANY) {
                words.add(text(clearance.status().messageKey()));
            }
            if (clearance.polygraph() != PolygraphRequirement.NONE) {
                words.add(text(clearance.polygraph().messageKey()));
            }
            if (clearance.investigation() != InvestigationAge.ANY) {
                words.add(text(clearance.investigation().messageKey()));
            }
        }
        words.addAll(query.skills());
        if (!query.wanted().isEmpty()) {
            words.add(text("candidate.find.any-of", String.join(", ", query.wanted())));
        }
        if (query.near() != null) {
            words.add(text("candidate.find.around", typed.miles(), typed.place()));
        }
        var availability = query.availability();
        if (availability != null) {
            words.add(text(availability.messageKey()));
        }
        var relocation = query.relocation();
        if (relocation != null) {
            words.add(text(relocation.messageKey()));
        }
        var since = query.since();
        if (since != null) {
            words.add(text("candidate.find.since", DAY.format(since)));
        }
        return words;
    }

    /** What has no field of its own on the page, each to be taken away. */
    List<Chip> chips(Typed typed, UUID employer) {
        var query = typed.query();
        List<Chip> chips = new ArrayList<>();
        for (String skill : query.skills()) {
            chips.add(chip(skill, typed, query.with(without(query.skills(), skill)), employer));
        }
        for (String skill : query.wanted()) {
            chips.add(chip(
                    text("candidate.find.wanted", skill),
                    typed,
                    query.wanting(without(query.wanted(), skill)),
                    employer));
        }
        var since = query.since();
        if (since != null) {
            chips.add(chip(text("candidate.find.since", DAY.format(since)), typed, query.since(null), employer));
        }
        return chips;
    }

    private Chip chip(String label, Typed typed, CandidateQuery query, UUID employer) {
        return new Chip(label, address(new Typed(query, typed.place(), List.of()), employer));
    }

    private static List<String> without(List<String> all, String one) {
        return all.stream().filter(each -> !each.equals(one)).toList();
    }

    /** The most common skills of those who are found, each as the search that asks for it too. */
    List<Map.Entry<Choice, String>> skillsToAdd(Typed typed, Counts counts, UUID employer) {
        var query = typed.query();
        if (query.skills().size() == CandidateQuery.MOST_SKILLS) {
            return List.of();
        }
        return counts.skills().entrySet().stream()
                .filter(skill -> skill.getValue() >= CandidateSearch.FEWEST_TOLD)
                .filter(skill -> !query.skills().contains(skill.getKey()))
                .limit(SKILLS_OFFERED)
                .map(skill -> {
                    var more = Stream.concat(query.skills().stream(), Stream.of(skill.getKey()))
                            .toList();
                    return Map.entry(
                            new Choice(skill.getKey(), skill.getKey(), skill.getValue(), false),
                            address(new Typed(query.with(more), typed.place(), List.of()), employer));
                })
                .toList();
    }

    /** Those that somebody holds, and the chosen one. */
    List<Choice> levels(CandidateQuery query, Counts counts) {
        var chosen = query.clearance();
        return catalogue.keys().stream()
                .map(key -> {
                    var filter = chosen == null
                            ? ClearanceFilter.of(key)
                            : new ClearanceFilter(key, chosen.status(), chosen.polygraph(), chosen.investigation());
                    return new Choice(
                            key.format(), catalogue.label(key), counts.holding(filter), filter.equals(chosen));
                })
                .filter(choice -> choice.count() > 0 || choice.chosen())
                .toList();
    }

    List<Choice> statuses(CandidateQuery query, Counts counts) {
        var chosen = query.clearance();
        return Arrays.stream(HeldStatus.values())
                .map(status -> choice(
                        status,
                        status.messageKey(),
                        chosen == null ? 0 : counts.holding(chosen.with(status)),
                        chosen == null ? HeldStatus.ANY : chosen.status()))
                .toList();
    }

    List<Choice> polygraphs(CandidateQuery query, Counts counts) {
        var chosen = query.clearance();
        return Arrays.stream(PolygraphRequirement.values())
                .map(asked -> choice(
                        asked,
                        asked == PolygraphRequirement.NONE ? "candidate.find.any" : asked.messageKey(),
                        chosen == null ? 0 : counts.holding(chosen.with(asked)),
                        chosen == null ? PolygraphRequirement.NONE : chosen.polygraph()))
                .toList();
    }

    List<Choice> investigations(CandidateQuery query, Counts counts) {
        var chosen = query.clearance();
        return Arrays.stream(InvestigationAge.values())
                .map(age -> choice(
                        age,
                        age.messageKey(),
                        chosen == null ? 0 : counts.holding(chosen.with(age)),
                        chosen == null ? InvestigationAge.ANY : chosen.investigation()))
                .toList();
    }

    /** Who isn't looking at all is nobody to look for. */
    List<Choice> availabilities(CandidateQuery query, Counts counts) {
        return Arrays.stream(Availability.values())
                .filter(each -> each != Availability.NOT_LOOKING)
                .map(each -> choice(
                        each, each.messageKey(), counts.availabilities().getOrDefault(each, 0L), query.availability()))
                .toList();
    }

    List<Choice> relocations(CandidateQuery query, Counts counts) {
        return Arrays.stream(Relocation.values())
                .filter(each -> each != Relocation.NO)
                .map(each -> choice(
                        each, each.messageKey(), counts.relocations().getOrDefault(each, 0L), query.relocation()))
                .toList();
    }

    private Choice choice(Enum<?> constant, String key, long count, @Nullable Enum<?> chosen) {
        return new Choice(lower(constant), text(key), count, constant == chosen);
    }

    private String text(String key, Object... arguments) {
        return messages.getMessage(key, arguments, Locale.ENGLISH);
    }

    private static int miles(@Nullable String typed) {
        return typed != null && typed.strip().matches("[1-9]\\d{0,3}")
                ? Math.min(MOST_MILES, Integer.parseInt(typed.strip()))
                : DEFAULT_MILES;
    }

    private static @Nullable LocalDate date(@Nullable String typed) {
        try {
            return typed == null || !typed.strip().matches("20\\d\\d-\\d\\d-\\d\\d")
                    ? null
                    : LocalDate.parse(typed.strip());
        } catch (DateTimeException noSuchDay) {
            return null;
        }
    }

    private static String clean(@Nullable String typed, int longest) {
        if (typed == null) {
            return "";
        }
        String line = typed.replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}\\s]+", " ")
                .strip();
        return line.codePointCount(0, line.length()) <= longest
                ? line
                : line.substring(0, line.offsetByCodePoints(0, longest)).strip();
    }

    private static @Nullable String blankToNull(@Nullable String typed) {
        return typed == null || typed.isBlank() ? null : typed.strip();
    }

    private static <E extends Enum<E>> Optional<E> constant(E[] constants, @Nullable String typed) {
        return typed == null
                ? Optional.empty()
                : Arrays.stream(constants)
                        .filter(each -> lower(each)
                                .equals(typed.strip().toLowerCase(Locale.ROOT).replace('_', '-')))
                        .findFirst();
    }

    static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
