package net.gatepost.job.search;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import net.gatepost.clearance.Eligibility.Verdict;
import net.gatepost.clearance.PolygraphRequirement;
import net.gatepost.clearance.RequirementKey;
import net.gatepost.job.EmploymentType;
import net.gatepost.job.Workplace;

/**
 * How many listings each value of a filter would find beside the other filters, whatever is chosen of that filter itself.
 * A value that finds nothing is not in it; the order is that of the counts. An estimate has two digits, and 0 where a value
 * finds little or nothing: which of it can't be told.
 *
 * @param qualifying by the verdict that it is at least, MEETS and COULD_MEET; empty for who hasn't signed in
 * @param employers by slug
 * @param pay by what they pay at least, in dollars a year: each step counts the higher ones too
 * @param posted by the days within which they were posted: each step counts the shorter ones too
 * @param estimated the filters whose counts are estimates
 */
public record Facets(
        Map<RequirementKey, Long> clearances,
        Map<Verdict, Long> qualifying,
        Map<PolygraphRequirement, Long> polygraphs,
        Map<Workplace, Long> workplaces,
        Map<EmploymentType, Long> employments,
        Map<String, EmployerCount> employers,
        Map<Integer, Long> pay,
        Map<Integer, Long> posted,
        Set<Filter> estimated) {

    /** How many listings an employer has. */
    public record EmployerCount(String name, long listings) {}

    public static final Facets NONE =
            new Facets(Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), Set.of());

    public Facets {
        clearances = inOrder(clearances);
        qualifying = inOrder(qualifying);
        polygraphs = inOrder(polygraphs);
        workplaces = inOrder(workplaces);
        employments = inOrder(employments);
        employers = inOrder(employers);
        pay = inOrder(pay);
        posted = inOrder(posted);
        estimated = Set.copyOf(estimated);
    }

    public boolean isEstimated(Filter filter) {
        return estimated.contains(filter);
    }

    private static <K, V> Map<K, V> inOrder(Map<K, V> counts) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(counts));
    }
}
