package net.gatepost.alert;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** Searches as people may save them, from a fixed seed: words of titles, places, clearances and what else can be chosen. */
final class SearchMix {

    private static final List<String> LEVELS = List.of(
            "us.secret",
            "us.secret",
            "us.top-secret",
            "us.top-secret+sci",
            "us.top-secret+sci",
            "us.top-secret+sci",
            "us.confidential",
            "us-doe.q",
            "us-public-trust.high");

    private static final List<String> SKILLS = List.of(
            "java", "python", "kubernetes", "aws", "linux", "cisco", "ansible", "splunk", "rust", "c++", "sap abap",
            "fpga", "matlab", "devsecops", "osint", "geospatial", "cobol", "verilog", "oracle", "zero trust");

    private final Random random = new Random(20_261_125);
    private final List<String> titles;
    private final List<String> places;

    SearchMix(List<String> titles, List<String> places) {
        this.titles = titles;
        this.places = places;
    }

    MultiValueMap<String, String> next() {
        var search = new LinkedMultiValueMap<String, String>();
        if (percent(70)) {
            search.add("q", words());
        }
        if (percent(50)) {
            // A few places have most of the work, and so most of the searches.
            search.add("place", places.get((int) (places.size() * Math.pow(random.nextDouble(), 2))));
            if (percent(60)) {
                search.add("within", one(List.of("10", "25", "100", "200")));
            }
        }
        maybe(search, 25, "clearance", one(LEVELS));
        maybe(search, 15, "holds", one(LEVELS));
        maybe(search, 8, "polygraph", one(List.of("none", "ci", "full-scope")));
        maybe(search, 18, "workplace", one(List.of("remote", "hybrid", "on-site")));
        maybe(search, 8, "employment", one(List.of("full-time", "contract", "part-time")));
        maybe(search, 25, "pay", one(List.of("75000", "100000", "125000", "150000", "200000")));
        if (search.isEmpty()) {
            search.add("clearance", one(LEVELS));
        }
        return search;
    }

    private String words() {
        if (percent(20)) {
            return one(SKILLS);
        }
        var title = titles.get((int) (titles.size() * Math.pow(random.nextDouble(), 3)));
        var all = List.of(title.replaceAll("[^\\p{L}\\p{N}+#./ -]", " ").strip().split("\\s+"));
        int from = random.nextInt(all.size());
        var some = new ArrayList<>(all.subList(from, Math.min(all.size(), from + 1 + random.nextInt(3))));
        String words = String.join(" ", some);
        if (percent(10)) {
            words = '"' + words + '"';
        }
        if (percent(25)) {
            words += " " + one(SKILLS);
        }
        return percent(5) ? words + " -" + one(SKILLS).split(" ")[0] : words;
    }

    private void maybe(MultiValueMap<String, String> search, int chance, String name, String value) {
        if (percent(chance)) {
            search.add(name, value);
        }
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private boolean percent(int chance) {
        return random.nextInt(100) < chance;
    }
}
