package net.gatepost.job.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import net.gatepost.clearance.ClearanceCatalogue;
import net.gatepost.clearance.PolygraphRequirement;
import net.gatepost.clearance.RequirementKey;
import net.gatepost.job.EmploymentType;
import net.gatepost.job.Pay;
import net.gatepost.job.Workplace;
import net.gatepost.job.search.ListingQuery;
import net.gatepost.job.search.ListingSort;
import net.gatepost.job.search.Near;
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
class JobsRequests {

    static final int DEFAULT_MILES = 50;

    private static final int MOST_MILES = 500;
    private static final int MOST_VALUES = 20;
    private static final Pattern SLUG = Pattern.compile("[a-z0-9-]{1,100}");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");

    private final Set<RequirementKey> known;
    private final Gazetteer gazetteer;
    private final MessageSource messages;

    JobsRequests(ClearanceCatalogue catalogue, Gazetteer gazetteer, MessageSource messages) {
        this.known = Set.copyOf(catalogue.keys());
        this.gazetteer = gazetteer;
        this.messages = messages;
    }

    JobsRequest read(MultiValueMap<String, String> parameters) {
        return new Reading(parameters).read();
    }

    /** Reading one address; what it finds wrong it keeps by the name of the parameter. */
    private final class Reading {

        private final MultiValueMap<String, String> parameters;
        private final Set<String> senseless = new LinkedHashSet<>();
        private final List<Remark> remarks = new ArrayList<>();
        private SearchAddress address = SearchAddress.EVERYTHING;

        /** What else the place that was typed may mean. */
        private List<Place> others = List.of();

        Reading(MultiValueMap<String, String> parameters) {
            this.parameters = parameters;
        }

        JobsRequest read() {
            String q = one("q");
            String typed = TextQuery.clean(q);
            if (q != null && q.strip().length() > TextQuery.LONGEST) {
                remarks.add(new Remark(text("jobs.remark.long", TextQuery.LONGEST), List.of()));
            }
            if (!typed.isEmpty()) {
                address = address.with("q", typed);
            }
            var clearances = many("clearance", this::key, RequirementKey::format);
            var holds = single("holds", this::level, RequirementKey::format);
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
            }
            if (near != null && !others.isEmpty()) {
                // At the end, when the rest of the address is known.
                var links = others.stream()
                        .map(other ->
                                new Link(address.with("place", other.label()).on("/jobs"), other.label()))
                        .toList();
                remarks.add(new Remark(text("jobs.remark.place-several", near.label()), links));
            }
            return new JobsRequest(address, query, near, page, remarks);
        }

        private @Nullable Place place() {
            String typed = TextQuery.clean(one("place"));
            if (typed.isEmpty()) {
                return null;
            }
            PlaceMatch match = gazetteer.find(typed);
            if (match.candidates().isEmpty()) {
                remarks.add(new Remark(text("jobs.remark.place-unknown", typed), List.of()));
                return null;
            }
            Place place = match.candidates().get(0);
            address = address.with("place", place.label());
            if (match instanceof PlaceMatch.Ambiguous several) {
                others = several.candidates().subList(1, several.candidates().size());
            }
            return place;
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

    static String lower(Enum<?> constant) {
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
