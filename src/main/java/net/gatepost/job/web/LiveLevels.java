package net.gatepost.job.web;

import java.text.NumberFormat;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import net.gatepost.clearance.ClearanceBadge;
import net.gatepost.clearance.ClearanceCatalogue;
import net.gatepost.clearance.RequirementKey;
import net.gatepost.job.search.ListingSearch;
import org.springframework.stereotype.Component;

/** How many listings are live for each clearance, as {@code fragments/clearance :: fence} draws it. */
@Component
public class LiveLevels {

    private final ListingSearch search;
    private final ClearanceCatalogue catalogue;

    LiveLevels(ListingSearch search, ClearanceCatalogue catalogue) {
        this.search = search;
        this.catalogue = catalogue;
    }

    /**
     * @param count as shown
     * @param share 1 to 100, of the largest
     */
    public record Level(ClearanceBadge badge, String href, String count, int share) {}

    /**
     * @param total of all live listings, as shown
     * @param levels those with the most listings, the most first; what needs no clearance is not among them
     */
    public record Fence(String total, List<Level> levels) {}

    public Fence fence(int posts) {
        var counts = search.liveByClearance();
        long total = counts.values().stream().mapToLong(Long::longValue).sum();
        var most = counts.entrySet().stream()
                .filter(entry -> !entry.getKey().equals(RequirementKey.NONE))
                .sorted(Map.Entry.<RequirementKey, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(entry -> entry.getKey().format()))
                .limit(posts)
                .toList();
        var levels = most.stream()
                .map(entry ->
                        level(entry.getKey(), entry.getValue(), most.get(0).getValue()))
                .toList();
        return new Fence(number(total), levels);
    }

    private Level level(RequirementKey key, long count, long largest) {
        return new Level(
                catalogue.badge(key),
                SearchAddress.EVERYTHING.with("clearance", key.format()).on(JobsPages.PATH),
                number(count),
                (int) Math.max(1, count * 100 / largest));
    }

    private static String number(long count) {
        return NumberFormat.getIntegerInstance(Locale.US).format(count);
    }
}
