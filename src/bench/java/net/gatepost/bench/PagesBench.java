package net.gatepost.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.gatepost.bench.Wrk.Requests;
import net.gatepost.bench.Wrk.Run;
import net.gatepost.process.Site;

/**
 * How many pages a second the built jar answers, each kind beside a constant page in the same round: that is {@code /help}, for
 * which the benchmark as its operator has written as many words as the home page has. It does no statement, and goes through
 * the same server, filters and templates. On a machine with other work the processor time that the site took for a page says more
 * than how many it answered: both are told.
 */
public final class PagesBench {

    private static final Duration LONGEST_SEEDING = Duration.ofHours(2);
    private static final int SEARCHES = 40_000;

    /** Of the page that the benchmark's own takes the place of, in characters, near enough. */
    private static final int SHIPPED_HELP = 2_938;

    private static final String CONSTANT = "constant page";
    private static final String TEXT_SEARCH = "unique search";
    private static final String PASSPHRASE = "cleared for demo only";

    private final HttpClient client = HttpClient.newHttpClient();
    private final Random random = new Random(20_261_129);
    private final Settings settings;
    private final Site site;
    private final List<String> listings = new ArrayList<>();
    private final List<String> titles = new ArrayList<>();
    private final List<String> places = new ArrayList<>();

    /**
     * @param data kept for the next run; null for a folder that goes with this one
     * @param seconds how long each kind of page is asked for in a round
     * @param warmUp the same once before the first round
     * @param only the kinds whose names hold it
     */
    private record Settings(int listings, int candidates, int rounds, int seconds, int warmUp, Path data, String only) {

        static Settings of(String[] arguments) {
            var given = new Arguments(arguments);
            int listings = given.number("listings", 10_000);
            return new Settings(
                    listings,
                    given.number("candidates", listings),
                    given.number("rounds", 5),
                    given.number("seconds", 3),
                    given.number("warm-up", 20),
                    given.has("data") ? Path.of(given.text("data", "")) : null,
                    given.text("only", ""));
        }
    }

    private PagesBench(Settings settings) throws IOException {
        this.settings = settings;
        this.site = new Site(
                settings.data == null ? Files.createTempDirectory("gatepost-bench") : settings.data,
                settings.data != null,
                List.of(
                        "--gatepost.demo=true",
                        "--gatepost.demo.listings=" + settings.listings,
                        "--gatepost.demo.candidates=" + settings.candidates,
                        "--gatepost.limits.searches=0"));
    }

    /** @param arguments the benchmark's name; then {@code --listings=N} and the like */
    public static void main(String[] arguments) throws Exception {
        Wrk.need();
        var bench = new PagesBench(Settings.of(arguments));
        try (bench.site) {
            bench.run();
        }
    }

    private void run() throws Exception {
        var figures = new Figures("pages");
        double seeding = seed();
        long began = System.nanoTime();
        site.start();
        get("/");
        double start = (System.nanoTime() - began) / 1e9;
        double idle = site.heapAfterCollection();
        measure(figures);
        figures.with("listings", settings.listings)
                .with("candidates", settings.candidates)
                .with("rounds", settings.rounds)
                .with("bytes of the constant page", get("/help").length())
                .with("bytes of the home page", get("/").length())
                .with("seconds of seeding, 0 where it was there", seeding)
                .with("seconds from start to first page", start)
                .with("MB of heap when idle", idle)
                .with("MB of heap afterwards", site.heapAfterCollection())
                .tell();
    }

    /** Fills the data folder unless that was done before, and writes the constant page. Returns the seconds it took. */
    private double seed() throws IOException, InterruptedException, SQLException {
        if (Files.exists(help())) {
            read();
            return 0;
        }
        long began = System.nanoTime();
        site.start(LONGEST_SEEDING);
        double took = (System.nanoTime() - began) / 1e9;
        int wanted = get("/").length();
        int frame = get("/help").length() - SHIPPED_HELP;
        site.stop();
        read();
        writeHelp(wanted - frame);
        System.out.println("  seeded in " + Math.round(took) + " s");
        return took;
    }

    private Path help() {
        return site.data().resolve("pages").resolve("help.md");
    }

    private void writeHelp(int length) throws IOException {
        var text = new StringBuilder("# Help\n\n");
        while (text.length() < length) {
            for (int i = 0; i < 8; i++) {
                text.append(one(titles)).append(". ");
            }
            text.append("\n\n");
        }
        Files.createDirectories(help().getParent());
        Files.writeString(help(), text);
    }

    private void read() throws SQLException {
        Set<String> where = new LinkedHashSet<>();
        try (var database = site.database();
                var rows = database.createStatement().executeQuery("select id, slug, title, place_label from listing"
                        + " where status = 'LIVE' and withheld_at is null"
                        + " and ends_at > dateadd(day, 1, current_timestamp) order by id")) {
            while (rows.next()) {
                listings.add("/jobs/" + rows.getObject(1) + "/" + rows.getString(2));
                titles.add(rows.getString(3));
                if (rows.getString(4) != null) {
                    where.add(rows.getString(4));
                }
            }
        }
        places.addAll(where);
        Collections.shuffle(listings, random);
    }

    private void measure(Figures figures) throws IOException, InterruptedException {
        var wrk = new Wrk(site);
        var rows = rows();
        Map<String, List<Run>> runs = new LinkedHashMap<>();
        for (int round = -1; round < settings.rounds; round++) {
            for (var row : rows.entrySet()) {
                // The first round is there to warm up.
                var run = wrk.run(row.getValue(), round < 0 ? settings.warmUp : settings.seconds);
                if (run.errors() > 0) {
                    throw new IllegalStateException(run.errors() + " errors of " + row.getKey());
                }
                if (round >= 0) {
                    runs.computeIfAbsent(row.getKey(), unused -> new ArrayList<>()).add(run);
                }
            }
            System.out.println("  round " + (round + 1) + " of " + settings.rounds);
        }
        var constant = runs.get(CONSTANT);
        runs.forEach((name, these) -> figures.with(
                name + ": of the constant page", Medians.ofRatios(these, constant, run -> run.perSecond())));
        runs.forEach((name, these) -> figures.with(
                name + ": the same by processor time", Medians.ofRatios(these, constant, run -> 1 / run.processorMillis())));
        var text = runs.get(TEXT_SEARCH);
        if (text != null) {
            runs.forEach((name, these) -> {
                if (name.contains("search")) {
                    figures.with(name + ": p95 to that of unique", Medians.of(these, Run::p95) / Medians.of(text, Run::p95));
                }
            });
        }
        runs.forEach((name, these) -> figures.with(name + ": a second", Medians.of(these, Run::perSecond))
                .with(name + ": p95 ms", Medians.of(these, Run::p95))
                .with(name + ": ms of processor time", Medians.of(these, Run::processorMillis)));
        rows.forEach((name, requests) -> {
            if (name.contains("unique") && requests.isUsedUp()) {
                System.out.println("  not all of them were unique: " + name);
            }
        });
    }

    private Map<String, Requests> rows() throws IOException, InterruptedException {
        List<String> anybody = List.of("Accept-Encoding: gzip", "User-Agent: Mozilla/5.0");
        Map<String, Requests> rows = new LinkedHashMap<>();
        rows.put(CONSTANT, of(List.of("/help"), anybody));
        rows.put("robots.txt, without a template", of(List.of("/robots.txt"), anybody));
        rows.put("home", of(List.of("/"), anybody));
        rows.put("hot search", of(List.of("/jobs?q=engineer"), anybody));
        rows.put("hot listing", of(List.of(listings.get(0)), anybody));
        rows.put("random listings", of(listings, anybody));
        rows.put(TEXT_SEARCH, of(searches(true, false, ""), anybody));
        rows.put("unique distance search", of(searches(true, true, ""), anybody));
        rows.put(
                "unique search with eligibility",
                of(searches(true, false, "&qualify=could"), signedIn(anybody, "casey@demo.example")));
        rows.put("unique candidate search", of(candidateSearches(), signedIn(anybody, "riley@demo.example")));
        rows.keySet().removeIf(name -> !name.equals(CONSTANT) && !name.contains(settings.only));
        return rows;
    }

    private static Requests of(List<String> paths, List<String> headers) throws IOException {
        return new Requests(paths.stream().map(Requests::get).toList(), headers);
    }

    /** Words of titles with filters, none like another; all eight kinds of facets are counted on each. */
    private List<String> searches(boolean text, boolean near, String more) {
        Set<String> searches = new LinkedHashSet<>();
        while (searches.size() < SEARCHES) {
            var search = new StringBuilder("/jobs?q=").append(typed(words()));
            if (near) {
                search.append("&place=").append(typed(one(places))).append("&within=").append(10 + random.nextInt(190));
            }
            maybe(search, 50, "clearance", List.of("us.secret", "us.top-secret", "us.top-secret%2Bsci", "us-doe.q"));
            maybe(search, 30, "workplace", List.of("on-site", "hybrid", "remote"));
            maybe(search, 30, "employment", List.of("full-time", "contract"));
            search.append("&pay=").append(30_000 + random.nextInt(90_000)).append(more);
            searches.add(search.toString());
        }
        return List.copyOf(searches);
    }

    private List<String> candidateSearches() {
        List<String> skills = List.of("java", "python", "kubernetes", "linux", "cisco", "splunk", "systems engineering");
        Set<String> searches = new LinkedHashSet<>();
        for (int tries = 0; tries < 2 * SEARCHES; tries++) {
            var search = new StringBuilder("/hire/candidates?q=").append(typed(words()));
            maybe(search, 30, "want", skills.stream().map(PagesBench::typed).toList());
            maybe(search, 40, "holds", List.of("us.secret", "us.top-secret", "us.top-secret%2Bsci"));
            maybe(search, 30, "place", places.stream().limit(50).map(PagesBench::typed).toList());
            searches.add(search.toString());
        }
        return List.copyOf(searches);
    }

    private String words() {
        var words = one(titles).replaceAll("[^\\p{L} ]", " ").strip().split("\\s+");
        return words[random.nextInt(words.length)] + " " + words[random.nextInt(words.length)];
    }

    private void maybe(StringBuilder search, int chance, String name, List<String> values) {
        if (random.nextInt(100) < chance) {
            search.append('&').append(name).append('=').append(one(values));
        }
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private List<String> signedIn(List<String> headers, String email) throws IOException, InterruptedException {
        var answer = client.send(
                HttpRequest.newBuilder(site.address().resolve("/sign-in"))
                        .timeout(Duration.ofSeconds(30))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(
                                "email=" + typed(email) + "&passphrase=" + typed(PASSPHRASE)))
                        .build(),
                HttpResponse.BodyHandlers.discarding());
        String cookie = answer.headers()
                .firstValue("Set-Cookie")
                .orElseThrow(() -> new IllegalStateException("could not sign in: " + answer.statusCode()));
        List<String> all = new ArrayList<>(headers);
        all.add("Cookie: " + cookie.substring(0, cookie.indexOf(';')));
        return all;
    }

    private String get(String path) throws IOException, InterruptedException {
        var answer = client.send(
                HttpRequest.newBuilder(URI.create(site.address() + path))
                        .timeout(Duration.ofMinutes(1))
                        .build(),
                HttpResponse.BodyHandlers.ofString(UTF_8));
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(path + " answered " + answer.statusCode());
        }
        return answer.body();
    }

    private static String typed(String text) {
        return URLEncoder.encode(text, UTF_8);
    }
}
