package net.gatepost.job.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.gatepost.job.search.Cursor;

/** The parameters of a search as its address holds them: cleaned, in one order, without the page. Immutable. */
public final class SearchAddress {

    static final SearchAddress EVERYTHING = new SearchAddress(Map.of());

    /** The names that addresses use, in the order in which they are written; scripts and links rely on them. */
    static final List<String> NAMES = List.of(
            "q",
            "clearance",
            "holds",
            "qualify",
            "polygraph",
            "place",
            "within",
            "workplace",
            "employment",
            "employer",
            "pay",
            "posted",
            "sort");

    private final Map<String, List<String>> values;

    private SearchAddress(Map<String, List<String>> values) {
        this.values = values;
    }

    SearchAddress with(String name, List<String> all) {
        var changed = new LinkedHashMap<>(values);
        if (all.isEmpty()) {
            changed.remove(name);
        } else {
            changed.put(name, List.copyOf(all));
        }
        return new SearchAddress(changed);
    }

    SearchAddress with(String name, String value) {
        return with(name, List.of(value));
    }

    SearchAddress without(String name) {
        return with(name, List.of());
    }

    SearchAddress without(String name, String value) {
        var others = new ArrayList<>(all(name));
        others.remove(value);
        return with(name, others);
    }

    List<String> all(String name) {
        return values.getOrDefault(name, List.of());
    }

    boolean isEmpty() {
        return values.isEmpty();
    }

    /** "q=radar&sort=pay"; empty where nothing is asked for. */
    String query() {
        return NAMES.stream()
                .flatMap(name -> all(name).stream().map(value -> name + '=' + URLEncoder.encode(value, UTF_8)))
                .collect(Collectors.joining("&"));
    }

    String on(String path) {
        String query = query();
        return query.isEmpty() ? path : path + '?' + query;
    }

    /** @param cursor where the part before it ended */
    public String on(String path, Cursor cursor) {
        return on(path) + (isEmpty() ? '?' : '&') + "cursor=" + cursor.format();
    }

    String on(String path, int page) {
        return page == 1 ? on(path) : on(path) + (isEmpty() ? '?' : '&') + "page=" + page;
    }
}
