package net.gatepost.job.web;

import static java.util.Objects.requireNonNull;

import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import net.gatepost.clearance.ClearanceBadge;
import net.gatepost.clearance.ClearanceCatalogue;
import net.gatepost.clearance.PolygraphRequirement;
import net.gatepost.clearance.RequirementKey;
import net.gatepost.job.EmploymentType;
import net.gatepost.job.Workplace;
import net.gatepost.job.search.Facets;
import net.gatepost.job.search.Filter;
import net.gatepost.job.search.ListingQuery;
import net.gatepost.job.web.JobsPage.Facet;
import net.gatepost.job.web.JobsPage.FacetValue;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The filters of a search with their counts, in words. What is chosen is always among them, even where it finds nothing. */
@Component
class FacetWords {

    private static final int EMPLOYERS_SHOWN = 10;

    private final ClearanceCatalogue catalogue;
    private final MessageSource messages;

    /** As people read them: each scheme from the highest level down, what needs none last. */
    private final List<RequirementKey> order;

    FacetWords(ClearanceCatalogue catalogue, MessageSource messages) {
        this.catalogue = catalogue;
        this.messages = messages;
        this.order = order(catalogue);
    }

    List<Facet> facets(ListingQuery query, Facets counts) {
        return List.of(
                qualify(query, counts),
                many(
                        "clearance",
                        order,
                        counts.clearances(),
                        counts.isEstimated(Filter.CLEARANCE),
                        query.clearances(),
                        RequirementKey::format,
                        catalogue::label,
                        catalogue::badge),
                many(
                        "polygraph",
                        List.of(PolygraphRequirement.values()),
                        counts.polygraphs(),
                        counts.isEstimated(Filter.POLYGRAPH),
                        query.polygraphs(),
                        JobsRequests::lower,
                        this::polygraph,
                        none -> null),
                many(
                        "workplace",
                        List.of(Workplace.values()),
                        counts.workplaces(),
                        counts.isEstimated(Filter.WORKPLACE),
                        query.workplaces(),
                        JobsRequests::lower,
                        value -> text(value.messageKey()),
                        none -> null),
                many(
                        "employment",
                        List.of(EmploymentType.values()),
                        counts.employments(),
                        counts.isEstimated(Filter.EMPLOYMENT),
                        query.employments(),
                        JobsRequests::lower,
                        value -> text(value.messageKey()),
                        none -> null),
                pay(query, counts),
                posted(query, counts),
                employers(query, counts));
    }

    /** What a chosen value is called by itself, away from its filter's name. */
    String chip(String name, String value, Facets counts) {
        return switch (name) {
            case "clearance" ->
                RequirementKey.parse(value).map(catalogue::label).orElse(value);
            case "polygraph" ->
                text("listing.polygraph." + value.toUpperCase(Locale.ROOT).replace('-', '_'));
            case "workplace" ->
                text("listing.workplace." + value.toUpperCase(Locale.ROOT).replace('-', '_'));
            case "employment" ->
                text("listing.employment." + value.toUpperCase(Locale.ROOT).replace('-', '_'));
            case "employer" -> employer(value, counts);
            case "pay" -> text("jobs.pay.least", Integer.valueOf(value));
            case "posted" -> text("jobs.posted.within", Integer.valueOf(value));
            default -> throw new IllegalArgumentException("no filter: " + name);
        };
    }

    private <T> Facet many(
            String name,
            List<T> all,
            Map<T, Long> counts,
            boolean estimated,
            Set<T> chosen,
            Function<T, String> format,
            Function<T, String> label,
            Function<T, @Nullable ClearanceBadge> badge) {
        var values = all.stream()
                .filter(value -> counts.containsKey(value) || chosen.contains(value))
                .map(value -> new FacetValue(
                        id(name, format.apply(value)),
                        format.apply(value),
                        label.apply(value),
                        number(counts.getOrDefault(value, 0L), estimated),
                        chosen.contains(value),
                        badge.apply(value)))
                .toList();
        return new Facet(name, text("jobs.facet." + name), false, estimated, values);
    }

    /** Without values for who isn't signed in. */
    private Facet qualify(ListingQuery query, Facets counts) {
        var values = new ArrayList<FacetValue>();
        var qualifying = query.qualifying();
        if (qualifying != null) {
            values.add(new FacetValue(
                    "qualify-any", "", text("jobs.qualify.any"), null, qualifying.least() == null, null));
            counts.qualifying()
                    .forEach((least, count) -> values.add(new FacetValue(
                            "qualify-" + JobsRequests.QUALIFY.get(least),
                            requireNonNull(JobsRequests.QUALIFY.get(least)),
                            text("jobs.qualify." + JobsRequests.QUALIFY.get(least)),
                            number(count, counts.isEstimated(Filter.QUALIFY)),
                            qualifying.least() == least,
                            null)));
        }
        return new Facet("qualify", text("jobs.facet.qualify"), true, counts.isEstimated(Filter.QUALIFY), values);
    }

    private Facet pay(ListingQuery query, Facets counts) {
        var pay = query.pay();
        Integer chosen = pay == null ? null : (int) (pay / 100);
        return steps(
                "pay",
                ListingQuery.PAY_STEPS,
                counts.pay(),
                counts.isEstimated(Filter.PAY),
                chosen,
                "jobs.pay.least",
                "jobs.pay.any");
    }

    private Facet posted(ListingQuery query, Facets counts) {
        return steps(
                "posted",
                ListingQuery.POSTED_STEPS,
                counts.posted(),
                counts.isEstimated(Filter.POSTED),
                query.postedWithin(),
                "jobs.posted.within",
                "jobs.posted.any");
    }

    private Facet steps(
            String name,
            Collection<Integer> steps,
            Map<Integer, Long> counts,
            boolean estimated,
            @Nullable Integer chosen,
            String label,
            String any) {
        var values = new ArrayList<FacetValue>();
        values.add(new FacetValue(id(name, "any"), "", text(any), null, chosen == null, null));
        var all = new java.util.TreeSet<>(steps);
        if (chosen != null) {
            all.add(chosen);
        }
        for (Integer step : all) {
            boolean own = !steps.contains(step);
            if (own || counts.containsKey(step) || step.equals(chosen)) {
                values.add(new FacetValue(
                        id(name, step.toString()),
                        step.toString(),
                        text(label, step),
                        own ? null : number(counts.getOrDefault(step, 0L), estimated),
                        step.equals(chosen),
                        null));
            }
        }
        return new Facet(name, text("jobs.facet." + name), true, estimated, values);
    }

    private Facet employers(ListingQuery query, Facets counts) {
        Set<String> shown = new LinkedHashSet<>();
        counts.employers().keySet().stream().limit(EMPLOYERS_SHOWN).forEach(shown::add);
        query.employers().stream().sorted().forEach(shown::add);
        var values = shown.stream()
                .map(slug -> {
                    var counted = counts.employers().get(slug);
                    return new FacetValue(
                            id("employer", slug),
                            slug,
                            employer(slug, counts),
                            number(counted == null ? 0 : counted.listings(), counts.isEstimated(Filter.EMPLOYER)),
                            query.employers().contains(slug),
                            null);
                })
                .toList();
        return new Facet("employer", text("jobs.facet.employer"), false, counts.isEstimated(Filter.EMPLOYER), values);
    }

    private static String employer(String slug, Facets counts) {
        var counted = counts.employers().get(slug);
        return counted == null ? slug : counted.name();
    }

    private String polygraph(PolygraphRequirement polygraph) {
        return text("jobs.polygraph." + polygraph.name());
    }

    private static String id(String name, String value) {
        return name + '-' + value.replaceAll("[^a-z0-9]+", "-");
    }

    /** Null where an estimate can't tell little from nothing. */
    private static @Nullable String number(long count, boolean estimated) {
        return estimated && count == 0
                ? null
                : NumberFormat.getIntegerInstance(Locale.US).format(count);
    }

    private static List<RequirementKey> order(ClearanceCatalogue catalogue) {
        var order = new ArrayList<RequirementKey>();
        int start = 0;
        String scheme = "";
        for (RequirementKey key : catalogue.keys()) {
            var level = key.level();
            String of = level == null
                    ? ""
                    : catalogue.level(level).map(known -> known.scheme()).orElse("");
            if (!of.equals(scheme)) {
                start = order.size();
                scheme = of;
            }
            order.add(start, key);
        }
        order.add(RequirementKey.NONE);
        return List.copyOf(order);
    }

    private String text(String key, Object... arguments) {
        return messages.getMessage(key, arguments, Locale.US);
    }
}
