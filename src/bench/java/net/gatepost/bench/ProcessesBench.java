package net.gatepost.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import net.gatepost.TestOpenSearch;
import net.gatepost.process.Site;
import net.gatepost.process.Visitor;

/**
 * Two processes of the built jar behind nginx, on one PostgreSQL and one OpenSearch: each is restarted while people use the site, then
 * each is killed in the middle of an issue of the mailing list and of an import. No request may fail, nobody be signed out, and
 * everything happen once.
 */
public final class ProcessesBench {

    private static final Duration LONGEST = Duration.ofMinutes(10);

    /** So many mails may be in flight when one is killed: the connections of {@code Delivery}. */
    private static final int IN_FLIGHT = 4;

    private static final List<String> WORDS = List.of("engineer", "analyst", "nurse", "radar", "software developer", "TS/SCI");

    private final int subscribers;
    private final int rows;
    private final Path data;
    private final String databaseUrl;
    private final MailSink sink;
    private final Site one;
    private final Site other;

    private final AtomicInteger answered = new AtomicInteger();
    private final ConcurrentLinkedQueue<String> failed = new ConcurrentLinkedQueue<>();
    private volatile boolean isOver;

    private ProcessesBench(Arguments given, Path data, String databaseUrl, MailSink sink) throws IOException {
        this.subscribers = given.number("subscribers", 20_000);
        this.rows = given.number("rows", 10_000);
        this.data = data;
        this.databaseUrl = databaseUrl;
        this.sink = sink;
        this.one = new Site(data, true, options());
        this.other = new Site(data, true, options());
    }

    /** @param arguments the benchmark's name; then {@code --subscribers=N} and {@code --rows=N} */
    public static void main(String[] arguments) throws Exception {
        Path data = Files.createTempDirectory("gatepost-bench");
        boolean whole;
        try (var postgres = EmbeddedPostgres.start();
                var sink = new MailSink();
                var folder = new Site(data, false, List.of())) {
            whole = new ProcessesBench(
                            new Arguments(arguments), data, postgres.getJdbcUrl("postgres", "postgres"), sink)
                    .run();
        }
        // The sink's threads are not daemons.
        System.exit(whole ? 0 : 1);
    }

    private List<String> shared() throws IOException {
        return List.of(
                "--spring.datasource.url=" + databaseUrl, "--gatepost.search.opensearch=" + TestOpenSearch.address());
    }

    private List<String> options() throws IOException {
        var options = new ArrayList<>(shared());
        options.addAll(List.of(
                "--gatepost.demo=true",
                "--gatepost.demo.listings=2000",
                "--gatepost.demo.candidates=20",
                "--gatepost.demo.subscribers=0",
                "--gatepost.work.heartbeat=2s",
                "--gatepost.limits.searches=0",
                "--gatepost.proxies=127.0.0.1",
                "--spring.mail.host=127.0.0.1",
                "--spring.mail.port=" + sink.port(),
                "--gatepost.mailing-list.per-minute=6000000"));
        return options;
    }

    private boolean run() throws Exception {
        try (one;
                other) {
            one.start();
            other.start();
            try (var proxy = new Proxy(data.resolve("nginx"), List.of(one, other));
                    var database = DriverManager.getConnection(databaseUrl)) {
                var member = signedIn(proxy, "casey@demo.example");
                var recruiter = signedIn(proxy, "riley@demo.example");
                restartUnderLoad(proxy, member);
                int restarted = answered.get();
                int repeats = deliver(database);
                double doubled = bringIn(database, recruiter);
                var settled = awaitZero(database, "select count(*) from hsearch_outbox_event");
                var check = one.command(checkIndex());
                int differing = check.exitCode();
                if (differing != 0) {
                    System.out.print(check.said());
                }
                new Figures("processes")
                        .with("requests while each was restarted", restarted)
                        .with("of them failed", failed.size())
                        .with("subscribers", subscribers)
                        .with("who got the issue", sink.recipients("reader"))
                        .with("mails sent twice, of two kills", repeats)
                        .with("rows of the feed", rows)
                        .with("listings too many or too few", doubled)
                        .with("exit code of check-index", differing)
                        .tell();
                return settled
                        && failed.isEmpty()
                        && sink.recipients("reader") == subscribers
                        && repeats <= 2 * IN_FLIGHT
                        && doubled == 0
                        && differing == 0;
            }
        }
    }

    private String[] checkIndex() throws IOException {
        var words = new ArrayList<>(List.of("check-index"));
        words.addAll(shared());
        return words.toArray(String[]::new);
    }

    private static Visitor signedIn(Proxy proxy, String email) throws IOException, InterruptedException {
        for (int tries = 0; ; tries++) {
            try {
                var visitor = new Visitor(proxy.address());
                visitor.signIn(email);
                return visitor;
            } catch (IOException | IllegalStateException notYet) {
                if (tries == 20) {
                    throw notYet;
                }
                Thread.sleep(500);
            }
        }
    }

    /** Something that somebody does over and over. */
    private interface Deed {
        void once() throws IOException, InterruptedException;
    }

    private void restartUnderLoad(Proxy proxy, Visitor member) throws Exception {
        var people = List.of(
                over(20, () -> new Visitor(proxy.address()).page("/")),
                over(20, () -> new Visitor(proxy.address()).page("/jobs?q=" + word())),
                // Whoever is signed out is sent away, which is no page.
                over(20, () -> member.page("/me")),
                over(200, () -> new Visitor(proxy.address())
                        .send("/mailing-list", Map.of("email", "wren@" + UUID.randomUUID() + ".example", "website", "", "topics", "JOBS"))));
        Thread.sleep(3_000);
        for (Site site : List.of(one, other)) {
            site.stop();
            site.start();
            Thread.sleep(3_000);
        }
        isOver = true;
        for (Thread person : people) {
            person.join();
        }
        System.out.println("  restarted both: " + answered + " requests answered, " + failed.size() + " failed");
        failed.forEach(each -> System.out.println("  failed: " + each));
    }

    private static String word() {
        return WORDS.get(ThreadLocalRandom.current().nextInt(WORDS.size())).replace(" ", "%20");
    }

    private Thread over(int pause, Deed deed) {
        var thread = new Thread(() -> {
            while (!isOver) {
                try {
                    deed.once();
                    answered.incrementAndGet();
                    Thread.sleep(pause);
                } catch (IOException | InterruptedException | RuntimeException failure) {
                    failed.add(String.valueOf(failure));
                }
            }
        });
        thread.start();
        return thread;
    }

    /** Returns how many mails were sent twice. */
    private int deliver(Connection database) throws Exception {
        ListBench.seed(database, subscribers);
        await("a fifth of the mails", () -> sink.recipients("reader") >= subscribers / 5);
        one.kill();
        System.out.println("  killed one after " + sink.recipients("reader") + " mails");
        await("half of the mails", () -> sink.recipients("reader") >= subscribers / 2);
        other.kill();
        System.out.println("  killed the other after " + sink.recipients("reader") + " mails");
        one.start();
        await("all mails", () -> sink.recipients("reader") >= subscribers);
        other.start();
        // What is repeated would come now.
        Thread.sleep(3_000);
        return sink.repeats("reader");
    }

    /** Returns by how many the listings differ from the rows. */
    private double bringIn(Connection database, Visitor recruiter) throws Exception {
        var page = recruiter.page("/hire/import");
        String path = page.select("form[action$=/files]").attr("action");
        recruiter.send(path, Visitor.form(page, ".*/files"), "feed.csv", feed());
        String made = "select count(*) from listing where reference like 'P%'";
        await("a fifth of the listings", () -> count(database, made) >= rows / 5);
        one.kill();
        System.out.println("  killed one after " + count(database, made) + " listings");
        await("half of the listings", () -> count(database, made) >= rows / 2);
        other.kill();
        System.out.println("  killed the other after " + count(database, made) + " listings");
        one.start();
        awaitZero(database, "select count(*) from import_run where ended_at is null");
        other.start();
        return Math.abs(count(database, made) - rows)
                + Math.abs(count(database, made.replace("count(*)", "count(distinct reference)")) - rows);
    }

    private byte[] feed() {
        var feed = new StringBuilder("reference,title,description,location,employment,clearance,paymin,paymax\n");
        for (int number = 0; number < rows; number++) {
            feed.append("P%1$d,Engineer %1$d,\"Keep system %1$d in order, and all that hangs on it.\",\"Huntsville, AL\",fulltime,Secret,90000,120000%n"
                    .formatted(number));
        }
        return feed.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static long count(Connection database, String query) throws SQLException {
        try (var statement = database.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static boolean awaitZero(Connection database, String query) throws Exception {
        await(query, () -> count(database, query) == 0);
        return true;
    }

    private interface Condition {
        boolean holds() throws SQLException;
    }

    private static void await(String what, Condition condition) throws SQLException, InterruptedException {
        long end = System.nanoTime() + LONGEST.toNanos();
        while (!condition.holds()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("waited in vain for " + what);
            }
            Thread.sleep(20);
        }
    }
}
