package net.gatepost.alert;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import com.github.f4b6a3.uuid.UuidCreator;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import net.gatepost.GatepostApplication;
import net.gatepost.demo.DayOfListings;
import net.gatepost.job.Listings;
import net.gatepost.job.search.ListingIndex;
import net.gatepost.job.search.ListingMatcher;
import net.gatepost.job.web.KeptSearches;
import net.gatepost.job.web.KeptSearches.KeptSearch;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A day's new listings against all saved searches, at the full size and on the database and the index of one process. It
 * measures what the site itself runs: {@link Matching}, {@link Announcing} and {@link AlertMailing}. Sending the mails to a
 * server is not in it.
 *
 * <p>Arguments: how many saved searches, how many new listings, how many of the mails to write.
 */
public final class AlertBench {

    private static final int SEARCHES_OF_A_PERSON = 4;
    private static final int BEFORE = 5_000;
    private static final int PART = 2_000;

    private static final List<String> OFTEN = List.of("AT_ONCE", "DAILY", "DAILY", "WEEKLY");

    private static final String ACCOUNTS = "account (id, version, email, name, passphrase_hash, passphrase_changed_at,"
            + " first_desk, administrator, editor, terms_version, terms_agreed_at, joined_at)"
            + " values (?, 0, ?, 'Bench', '-', ?, 'MEMBER', false, false, '-', ?, ?)";
    private static final String SAVED = "saved_search (id, version, account_id, name, address, address_key, query_id,"
            + " often, paused, created_at, told_at, told_round)"
            + " values (?, 0, ?, 'Bench', ?, ?, ?, ?, false, ?, ?, (select number from alert_round))";

    private final ApplicationContext site;
    private final JdbcTemplate database;
    private final int searches;
    private final int listings;
    private final int mails;

    private AlertBench(ApplicationContext site, int searches, int listings, int mails) {
        this.site = site;
        this.database = site.getBean(JdbcTemplate.class);
        this.searches = searches;
        this.listings = listings;
        this.mails = mails;
    }

    public static void main(String[] arguments) throws IOException {
        int searches = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000_000;
        int listings = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 10_000;
        int mails = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 2_000;
        Path data = Files.createTempDirectory("gatepost-bench");
        try (var site = SpringApplication.run(
                GatepostApplication.class,
                "--gatepost.demo=true",
                "--gatepost.demo.listings=" + BEFORE,
                "--gatepost.data=" + data,
                "--gatepost.work.enabled=false",
                "--server.port=0")) {
            new AlertBench(site, searches, listings, mails).run();
        } finally {
            try (var all = Files.walk(data)) {
                all.sorted(java.util.Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
            }
        }
    }

    private void run() {
        site.getBean(Matching.class).run();
        say("Listings that are live before", BEFORE, "");
        var day = new DayOfListings(site);
        var mix = new SearchMix(titles(day), day.places());
        var seeding = stopwatch();
        long distinct = saveSearches(mix);
        say("Saved searches", searches, seeding.toString());
        say("  of them different", distinct, "");
        say("  anchors", count("alert_anchor"), "");

        var now = Instant.now();
        for (int at = 0; at < listings; at += PART) {
            site.getBean(Listings.class)
                    .importAll(day.listings(1_000_000L + at, Math.min(PART, listings - at), now));
        }
        var indexing = stopwatch();
        site.getBean(ListingIndex.class).rebuild();
        say("New listings", count("alert_news"), "index built in " + indexing);

        System.gc();
        forgetPeaks();
        var matching = stopwatch();
        site.getBean(Matching.class).run();
        var matched = matching.toString();
        long pairs = sum("select sum(octet_length(found)) / 2 from alert_match");
        say("Matching and storing", pairs, matched);
        say("  rows of them", count("alert_match"), "");
        say("  matches of people's searches", peoplesMatches(), "");
        say("  peak heap, MB", peakHeap() >> 20, "");
        ratio("  a match", matching, pairs, "µs");
        ratio("  a saved search", matching, searches, "µs");
        ratio("  a new listing", matching, listings, "µs");

        var announcing = stopwatch();
        site.getBean(Announcing.class).atOnce();
        long due = count("scheduled_tasks where task_name = 'saved-search-alert'");
        say("People told at once: tasks put down", due, announcing.toString());

        var people = database.queryForList(
                "select task_instance from scheduled_tasks where task_name = 'saved-search-alert' order by task_instance limit ?",
                String.class,
                mails);
        var mailing = stopwatch();
        people.forEach(person -> site.getBean(AlertMailing.class).send(Announcing.accountOf(person)));
        say("Mails written of those", count("mail where dedupe_key like 'alert/%'"), mailing.toString());
        ratio("  a person, on one thread", mailing, people.size(), "µs");
    }

    private static List<String> titles(DayOfListings day) {
        var now = Instant.now();
        return LongStream.range(0, 5_000)
                .mapToObj(number -> day.title(number, now))
                .toList();
    }

    private long saveSearches(SearchMix mix) {
        var addresses = site.getBean(KeptSearches.class);
        var matcher = site.getBean(ListingMatcher.class);
        var now = Instant.now();
        Map<String, UUID> known = new HashMap<>();
        database.query("select address, id from alert_query", row -> {
            known.put(row.getString(1), row.getObject(2, UUID.class));
        });
        List<Object[]> accounts = new ArrayList<>();
        List<Object[]> people = new ArrayList<>();
        List<Object[]> queries = new ArrayList<>();
        List<Object[]> anchors = new ArrayList<>();
        List<Object[]> saved = new ArrayList<>();
        UUID account = null;
        Set<UUID> ofAccount = new java.util.HashSet<>();
        var at = Timestamp.from(now);
        var transaction = site.getBean(TransactionTemplate.class);
        for (int from = 0; from < searches; from += PART) {
            // What people choose comes from one seed, in order; reading it takes both cores.
            var part = Stream.generate(mix::next)
                    .limit(Math.min(PART, searches - from))
                    .toList()
                    .parallelStream()
                    .map(chosen -> addresses.read(chosen, null))
                    .toList();
            var fresh = part.stream()
                    .filter(search -> !known.containsKey(search.address()))
                    .collect(toMap(KeptSearch::address, identity(), (one, same) -> one))
                    .values()
                    .parallelStream()
                    .collect(toMap(KeptSearch::address, search -> matcher.anchors(search.query())));
            for (int i = 0; i < part.size(); i++) {
                if ((from + i) % SEARCHES_OF_A_PERSON == 0) {
                    account = UuidCreator.getTimeOrderedEpoch();
                    ofAccount.clear();
                    accounts.add(new Object[] {account, account + "@bench.example", at, at, at});
                    people.add(new Object[] {account, UUID.randomUUID()});
                }
                String address = part.get(i).address();
                String key = AlertQueries.keyOf(address);
                var query = known.get(address);
                if (query == null) {
                    query = UuidCreator.getTimeOrderedEpoch();
                    known.put(address, query);
                    queries.add(new Object[] {query, address, key, matcher.rules()});
                    for (String anchor : fresh.get(address)) {
                        anchors.add(new Object[] {anchor, query});
                    }
                }
                if (ofAccount.add(query)) {
                    String often = OFTEN.get(i % OFTEN.size());
                    saved.add(new Object[] {
                        UuidCreator.getTimeOrderedEpoch(), account, address, key, query, often, at, at
                    });
                }
            }
            transaction.executeWithoutResult(status -> {
                insert(ACCOUNTS, accounts);
                insert("alert_person (account_id, version, link_id, muted) values (?, 0, ?, false)", people);
                insert("alert_query (id, address, address_key, rules) values (?, ?, ?, ?)", queries);
                insert("alert_anchor (anchor, query_id) values (?, ?)", anchors);
                insert(SAVED, saved);
            });
            if ((from + PART) % 100_000 == 0) {
                System.out.println("  " + (from + PART) + " searches saved");
            }
        }
        return known.size();
    }

    private void insert(String into, List<Object[]> rows) {
        database.batchUpdate("insert into " + into, rows);
        rows.clear();
    }

    private long count(String what) {
        Long count = database.queryForObject("select count(*) from " + what, Long.class);
        return count == null ? 0 : count;
    }

    private long sum(String query) {
        Long sum = database.queryForObject(query, Long.class);
        return sum == null ? 0 : sum;
    }

    private long peoplesMatches() {
        return sum("select sum(octet_length(m.found)) / 2 from alert_match m join saved_search s on s.query_id = m.query_id");
    }

    private static void say(String what, long number, String time) {
        System.out.println(String.format(Locale.US, "%-40s %,14d  %s", what, number, time));
    }

    private static void ratio(String what, Stopwatch time, long of, String unit) {
        System.out.println(String.format(
                Locale.US, "%-40s %,14.1f  %s", what, time.nanos() / 1000.0 / Math.max(1, of), unit));
    }

    private static void forgetPeaks() {
        ManagementFactory.getMemoryPoolMXBeans().forEach(MemoryPoolMXBean::resetPeakUsage);
    }

    private static long peakHeap() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .mapToLong(pool -> pool.getPeakUsage().getUsed())
                .sum();
    }

    private static Stopwatch stopwatch() {
        return new Stopwatch(System.nanoTime());
    }

    private static final class Stopwatch {

        private final long start;
        private long taken = -1;

        Stopwatch(long start) {
            this.start = start;
        }

        /** Stands still once it was read. */
        long nanos() {
            if (taken < 0) {
                taken = System.nanoTime() - start;
            }
            return taken;
        }

        @Override
        public String toString() {
            return String.format(Locale.US, "%.1f s", Duration.ofNanos(nanos()).toMillis() / 1000.0);
        }
    }
}
