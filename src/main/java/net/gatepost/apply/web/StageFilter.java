package net.gatepost.apply.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import net.gatepost.apply.Stage;
import org.jspecify.annotations.Nullable;

/**
 * Which stages a list shows.
 *
 * @param value as an address has it; empty for all
 */
record StageFilter(String value, Set<Stage> stages) {

    private static final StageFilter ALL = new StageFilter("", EnumSet.allOf(Stage.class));
    private static final StageFilter OPEN = new StageFilter("open", Stage.OPEN);
    private static final StageFilter CLOSED =
            new StageFilter("closed", EnumSet.complementOf(EnumSet.copyOf(Stage.OPEN)));

    /** One tab above the list. */
    record Tab(String key, String href, long count, boolean current) {}

    /** Anything that names none shows all. */
    static StageFilter of(@Nullable String typed) {
        return all().stream()
                .filter(filter -> filter.value.equals(typed))
                .findFirst()
                .orElse(ALL);
    }

    /** For the pages of the list; null for all. */
    @Nullable
    String query() {
        return value.isEmpty() ? null : "stage=" + value;
    }

    /** All, under way and closed, and the stages that something is in. */
    List<Tab> tabs(String path, Map<Stage, Long> counts) {
        var tabs = new ArrayList<Tab>();
        for (var filter : all()) {
            long count = filter.stages.stream()
                    .mapToLong(stage -> counts.getOrDefault(stage, 0L))
                    .sum();
            if (count > 0 || filter.stages.size() > 1 || filter.value.equals(value)) {
                String key = filter.stages.size() == 1
                        ? filter.stages.iterator().next().messageKey()
                        : "apply.filter." + (filter.value.isEmpty() ? "all" : filter.value);
                tabs.add(new Tab(
                        key,
                        filter.value.isEmpty() ? path : path + "?" + filter.query(),
                        count,
                        filter.value.equals(value)));
            }
        }
        return tabs;
    }

    private static List<StageFilter> all() {
        var all = new ArrayList<>(List.of(ALL, OPEN, CLOSED));
        Arrays.stream(Stage.values())
                .map(stage ->
                        new StageFilter(stage.name().toLowerCase(Locale.ROOT).replace('_', '-'), EnumSet.of(stage)))
                .forEach(all::add);
        return all;
    }

    /** For the {@code state-…} classes of the style sheet. */
    static String kind(Stage stage) {
        return switch (stage) {
            case SUBMITTED, VIEWED, IN_REVIEW -> "wait";
            case INTERVIEW, OFFER, HIRED -> "good";
            case DECLINED, WITHDRAWN -> "off";
        };
    }
}
