package net.gatepost.job.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import net.gatepost.clearance.ClearanceCatalogue;
import net.gatepost.clearance.Eligibility.Verdict;
import net.gatepost.clearance.PolygraphRequirement;
import net.gatepost.clearance.RequirementKey;
import net.gatepost.job.EmploymentType;
import net.gatepost.job.Pay;
import net.gatepost.job.Workplace;
import net.gatepost.job.search.ListingQuery;
import net.gatepost.job.search.ListingSort;
import net.gatepost.job.search.Near;
import net.gatepost.job.search.Qualifying;
import net.gatepost.job.search.TextQuery;
import net.gatepost.job.web.JobsRequest.Link;
import net.gatepost.job.web.JobsRequest.Remark;
import net.gatepost.place.Gazetteer;
import net.gatepost.place.Place;
import net.gatepost.place.PlaceMatch;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;

/**
 * Reads the address of a search. An address may come from anywhere, so nothing in it is an error: what makes no sense is
 * left out or put right, and said; parameters that are not ours (mailings add some) are passed over.
 */
@Component
public class JobsRequests {

    static final int DEFAULT_MILES = 50;

    private static final int MOST_MILES = 500;
    private static final int MOST_VALUES = 20;
    private static final Pattern SLUG = Pattern.compile("[a-z0-9-]{1,100}");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");

    /** How far a search is narrowed by what its reader qualifies for, as addresses say it. */
    static final Map<Verdict, String> QUALIFY = Map.of(Verdict.MEETS, "yes", Verdict.COULD_MEET, "could");

    private final Set<RequirementKey> known;
    private final ListingReaders readers;
    private final Gazetteer gazetteer;
    private final MessageSource messages;

    JobsRequests(ClearanceCatalogue catalogue, ListingReaders readers, Gazetteer gazetteer, MessageSource messages) {
        this.known = Set.copyOf(catalogue.keys());
        this.readers = readers;
        this.gazetteer = gazetteer;
        this.messages = messages;
    }

    /** @param reader who asks; null for a search that is the same for everybody */
    public JobsRequest read(MultiValueMap<String, String> parameters, @Nullable ListingReader reader) {
        return new Reading(parameters, reader).read();
    }

    /** Reading one address; what it finds wrong it keeps by the name of the parameter. */
    private final class Reading {

        private final MultiValueMap<String, String> parameters;
        private final @Nullable ListingReader reader;
        private final Set<String> senseless = new LinkedHashSet<>();
        private final List<Remark> remarks = new ArrayList<>();
        private final Map<String, String> wrong = new LinkedHashMap<>();
        private SearchAddress address = SearchAddress.EVERYTHING;

        /** What else the place that was typed may mean. */
        private List<Place> others = List.of();

        Reading(MultiValueMap<String, String> parameters, @Nullable ListingReader reader) {
            this.parameters = parameters;
            this.reader = reader;
        }

        JobsRequest read() {
            String q = one("q");
            String typed = TextQuery.clean(q);
            if (q != null && q.strip().length() > TextQuery.LONGEST) {
                remark("q", text("jobs.remark.long", TextQuery.LONGEST), List.of());
            }
            if (!typed.isEmpty()) {
                address = address.with("q", typed);
            }
            var clearances = many("clearance", this::key, RequirementKey::format);
            var holds = single("holds", this::level, RequirementKey::format);
            var qualifying = qualifying();
            var polygraphs = many("polygraph", named(PolygraphRequirement.class), JobsRequests::lower);
            Place near = place();
            int miles = near == null ? DEFAULT_MILES : miles();
            var workplaces = many("workplace", named(Workplace.class), JobsRequests::lower);
            var employments = many("employment", named(EmploymentType.class), JobsRequests::lower);
            var employers = many("employer", slug -> Optional.of(slug).filter(JobsRequests::isSlug), slug -> slug);
            var pay = single("pay", Pay::parseAmount, minor -> String.valueOf(minor / 100));
            var posted =
                    single("posted", days -> number(days).filter(ListingQuery.POSTED_STEPS::contains), String::valueOf);
            var text = TextQuery.parse(typed);
            var sort = sort(!text.words().isEmpty() || !text.phrases().isEmpty(), near != null);
            int page = page();
            var query = new ListingQuery(
                    text,
                    clearances,
                    holds,
                    qualifying,
                    polygraphs,
                    near == null ? null : new Near(near.latitude(), near.longitude(), miles),
                    workplaces,
                    employments,
                    employers,
                    pay == null ? null : pay / 100 * 100,
                    posted,
                    sort,
                    Math.min(page, ListingQuery.MOST_PAGES));
            if (!senseless.isEmpty()) {
                var names = senseless.stream()
                        .map(name -> text("jobs.name." + name))
                        .toList();
                remarks.add(new Remark(text("jobs.remark.senseless", String.join(", ", names)), List.of()));
                senseless.forEach(name -> wrong.put(name, text("jobs.wrong." + name)));
            }
            remarkOnQualifying(qualifying);
            if (near != null && !others.isEmpty()) {
                // At the end, when the rest of the address is known.
                var links = others.stream()
                        .map(other ->
                                new Link(address.with("place", other.label()).on("/jobs"), other.label()))
                        .toList();
                remark("place", text("jobs.remark.place-several", near.label()), links);
            }
            return new JobsRequest(address, query, near, page, remarks, wrong);
        }

        /** Null for who isn't signed in: of them nothing is known to compare with. */
        private @Nullable Qualifying qualifying() {
            if (reader == null) {
                return null;
            }
            Verdict least = single(
                    "qualify",
                    typed -> QUALIFY.entrySet().stream()
                            .filter(named -> named.getValue().equals(typed.toLowerCase(Locale.ROOT)))
                            .map(Map.Entry::getKey)
                            .findFirst(),
                    QUALIFY::get);
            return new Qualifying(readers.qualification(reader), least);
        }

        /** Where the filter can't do what it says: for who is not signed in, or has entered no clearance. */
        private void remarkOnQualifying(@Nullable Qualifying qualifying) {
            String typed = one("qualify");
            if (typed == null || typed.isBlank()) {
                return;
            }
            if (reader == null) {
                var wanted = QUALIFY.containsValue(typed.strip()) ? address.with("qualify", typed.strip()) : address;
                String next = URLEncoder.encode(wanted.on("/jobs"), StandardCharsets.UTF_8);
                remarks.add(new Remark(
                        text("jobs.remark.qualify.signed-out"),
                        List.of(
                                new Link("/sign-in?next=" + next, text("jobs.remark.qualify.sign-in")),
                                new Link("/join", text("jobs.remark.qualify.join")))));
            } else if (qualifying != null && qualifying.least() != null && !reader.holdsAny()) {
                remarks.add(new Remark(
                        text("jobs.remark.qualify.no-clearance"),
                        List.of(new Link("/me/profile/clearances/new", text("jobs.remark.qualify.add")))));
            }
        }

        private @Nullable Place place() {
            String typed = TextQuery.clean(one("place"));
            if (typed.isEmpty()) {
                return null;
            }
            PlaceMatch match = gazetteer.find(typed);
            if (match.candidates().isEmpty()) {
                remark("place", text("jobs.remark.place-unknown", typed), List.of());
                return null;
            }
            Place place = match.candidates().get(0);
            address = address.with("place", place.label());
            if (match instanceof PlaceMatch.Ambiguous several) {
                others = several.candidates().subList(1, several.candidates().size());
            }
            return place;
        }

        private void remark(String parameter, String words, List<Link> links) {
            remarks.add(new Remark(words, links));
            wrong.put(
                    parameter,
                    links.isEmpty()
                            ? words
                            : words + " " + links.stream().map(Link::text).collect(Collectors.joining("; ")));
        }

        private int miles() {
            String typed = one("within");
            if (typed == null || typed.isBlank()) {
                return DEFAULT_MILES;
            }
            var number = number(typed.strip());
            if (number.isEmpty() || number.get() < 1) {
                senseless.add("within");
                return DEFAULT_MILES;
            }
            int miles = Math.min(MOST_MILES, number.get());
            if (miles != DEFAULT_MILES) {
                address = address.with("within", String.valueOf(miles));
            }
            return miles;
        }

        private ListingSort sort(boolean hasText, boolean hasPlace) {
            ListingSort usual = ListingSort.usual(hasText);
            String typed = one("sort");
            if (typed == null || typed.isBlank()) {
                return usual;
            }
            var sort = named(ListingSort.class).apply(typed).orElse(null);
            if (sort == null || sort == ListingSort.DISTANCE && !hasPlace) {
                senseless.add("sort");
                return usual;
            }
            if (sort == usual || sort == ListingSort.RELEVANCE) {
                return usual;
            }
            address = address.with("sort", lower(sort));
            return sort;
        }

        private int page() {
            String typed = one("page");
            if (typed == null || typed.isBlank()) {
                return 1;
            }
            if (typed.strip().matches("\\d{10,}")) {
                return Integer.MAX_VALUE;
            }
            var number = number(typed.strip()).filter(page -> page > 0);
            if (number.isEmpty()) {
                senseless.add("page");
            }
            return number.orElse(1);
        }

        private <T> Set<T> many(String name, Function<String, Optional<T>> reader, Function<T, String> writer) {
            Set<T> values = new LinkedHashSet<>();
            for (String typed : parameters.getOrDefault(name, List.of())) {
                if (typed.isBlank()) {
                    continue;
                }
                var value = reader.apply(typed.strip());
                if (value.isEmpty() || values.size() == MOST_VALUES) {
                    senseless.add(name);
                } else {
                    values.add(value.get());
                }
            }
            address = address.with(name, values.stream().map(writer).toList());
            return values;
        }

        private <T> @Nullable T single(String name, Function<String, Optional<T>> reader, Function<T, String> writer) {
            String typed = one(name);
            if (typed == null || typed.isBlank()) {
                return null;
            }
            var value = reader.apply(typed.strip());
            if (value.isEmpty()) {
                senseless.add(name);
                return null;
            }
            address = address.with(name, writer.apply(value.get()));
            return value.get();
        }

        private @Nullable String one(String name) {
            return parameters.getFirst(name);
        }

        private Optional<RequirementKey> key(String typed) {
            return RequirementKey.parse(typed).filter(key -> key.equals(RequirementKey.NONE) || known.contains(key));
        }

        private Optional<RequirementKey> level(String typed) {
            return RequirementKey.parse(typed).filter(known::contains);
        }

        private String text(String key, Object... arguments) {
            return JobsRequests.this.text(key, arguments);
        }
    }

    /** The words of an enum in an address: {@code full-scope}, and {@code FULL_SCOPE} is taken too. */
    private static <E extends Enum<E>> Function<String, Optional<E>> named(Class<E> type) {
        Map<String, E> byName = new java.util.HashMap<>();
        Arrays.stream(type.getEnumConstants()).forEach(constant -> byName.put(lower(constant), constant));
        return typed ->
                Optional.ofNullable(byName.get(typed.toLowerCase(Locale.ROOT).replace('_', '-')));
    }

    /** A constant as addresses write it: {@code full-scope}. */
    public static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static boolean isSlug(String typed) {
        return SLUG.matcher(typed).matches();
    }

    private static Optional<Integer> number(String typed) {
        return NUMBER.matcher(typed).matches() ? Optional.of(Integer.valueOf(typed)) : Optional.empty();
    }

    private String text(String key, Object... arguments) {
        return messages.getMessage(key, arguments, Locale.US);
    }
}
