package net.gatepost.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.regex.Pattern;
import net.gatepost.process.Mailbox;
import net.gatepost.process.Site;
import net.gatepost.process.Visitor;
import org.jspecify.annotations.Nullable;

/**
 * Fills the disk under a running site while people subscribe, post listings and read, makes room again, and looks what they were
 * answered, whether the site recovers by itself, and whether anything is missing that it acknowledged. The disk is a file system
 * of its own, such as {@code mount -t tmpfs -o size=600m tmpfs DIR}.
 */
final class DiskBench {

    private static final long LARGEST_DISK = 4L << 30;
    private static final Duration EACH_PHASE = Duration.ofSeconds(30);
    private static final Duration BACK_WITHIN = Duration.ofMinutes(2);
    private static final Pattern STATUS = Pattern.compile("answered (\\d+)");

    private final Site site;
    private final Path disk;
    private final Set<String> subscribed = ConcurrentHashMap.newKeySet();
    private final Set<String> published = ConcurrentHashMap.newKeySet();

    /** How often what was answered, by phase, deed and answer. */
    private final Map<String, LongAdder> answers = new ConcurrentHashMap<>();

    private volatile String phase = "before";
    private volatile boolean ended;

    private DiskBench(Site site, Path disk) {
        this.site = site;
        this.disk = disk;
    }

    private interface Deed {
        void once() throws IOException, InterruptedException;
    }

    /** @param arguments the benchmark's name; then {@code --folder=DIR} and {@code --postgresql} */
    public static void main(String[] arguments) throws Exception {
        var given = new Arguments(arguments);
        Path disk = Path.of(given.text("folder", "target"));
        if (Files.getFileStore(disk).getTotalSpace() > LARGEST_DISK) {
            throw new IllegalArgumentException(
                    "--folder=DIR has to lie on a small file system of its own, since it is filled: mount -t tmpfs -o size=600m tmpfs DIR");
        }
        boolean onPostgres = given.has("postgresql");
        try (var postgres = onPostgres
                ? EmbeddedPostgres.builder().setDataDirectory(disk.resolve("postgres")).start()
                : null) {
            String url = postgres == null ? null : postgres.getJdbcUrl("postgres", "postgres");
            List<String> options = new ArrayList<>(Site.SMALL_DEMO);
            if (url != null) {
                options.add("--spring.datasource.url=" + url);
            }
            try (var site = new Site(disk.resolve("site"), true, options)) {
                int wrong = new DiskBench(site, disk).run(onPostgres, url);
                System.exit(wrong == 0 ? 0 : 1);
            }
        }
    }

    private int run(boolean onPostgres, @Nullable String url) throws IOException, InterruptedException, SQLException {
        site.start();
        var people = List.of(over("subscribe", this::subscribe), over("publish", new Recruiter()), over("search", this::search));
        Thread.sleep(EACH_PHASE.toMillis());
        Path ballast = disk.resolve("ballast");
        phase = "full";
        fill(ballast);
        Thread.sleep(EACH_PHASE.toMillis());
        Files.delete(ballast);
        phase = "after";
        long freed = System.nanoTime();
        boolean isBack = awaitBack(freed);
        double back = (System.nanoTime() - freed) / 1e9;
        Thread.sleep(EACH_PHASE.toMillis());
        ended = true;
        for (var person : people) {
            person.join();
        }
        // A subscription is made, and its mail written, by work that was put down with the form.
        var unmailed = new Mailbox(site.data().resolve("mail")).awaitAll(subscribed, BACK_WITHIN);
        site.stop();
        var check = url == null
                ? site.command("check-index")
                : site.command("check-index", "--spring.datasource.url=" + url);
        System.out.print(check.exitCode() == 0 ? "" : check.said());
        new TreeMap<>(answers).forEach((what, count) -> System.out.printf("  %-40s %,8d%n", what, count.sum()));
        int missing;
        try (var database = url == null ? site.database() : DriverManager.getConnection(url)) {
            missing = missing(database, "select email from subscriber", subscribed)
                    + missing(database, "select title from listing where status = 'LIVE'", published);
        }
        long faults = answers.entrySet().stream()
                .filter(each -> each.getKey().endsWith(" 500"))
                .mapToLong(each -> each.getValue().sum())
                .sum();
        new Figures(onPostgres ? "disk-postgresql" : "disk")
                .with("writes acknowledged", subscribed.size() + published.size())
                .with("of them missing", missing)
                .with("mails missing", unmailed.size())
                .with("answers with 500", faults)
                .with("seconds until all worked again", back)
                .with("index and database disagree", check.exitCode())
                .tell();
        return missing + unmailed.size() + check.exitCode() + (isBack ? 0 : 1);
    }

    private boolean awaitBack(long freed) throws InterruptedException {
        while (!List.of("subscribe", "publish", "search").stream()
                .allMatch(deed -> answers.containsKey("after: " + deed + " done"))) {
            if (System.nanoTime() - freed > BACK_WITHIN.toNanos()) {
                return false;
            }
            Thread.sleep(50);
        }
        return true;
    }

    /** As long as a block fits in. */
    private static void fill(Path ballast) throws IOException {
        try (var file = FileChannel.open(ballast, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            for (int size = 1 << 20; size >= 4096; size /= 2) {
                writeWhileItFits(file, size);
            }
        }
    }

    private static void writeWhileItFits(FileChannel file, int size) {
        try {
            while (true) {
                file.write(ByteBuffer.allocate(size));
            }
        } catch (IOException full) {
            // As it should be.
        }
    }

    private Thread over(String what, Deed deed) {
        var thread = new Thread(() -> {
            while (!ended) {
                String when = phase;
                String outcome;
                try {
                    deed.once();
                    outcome = "done";
                } catch (IOException | InterruptedException | RuntimeException failure) {
                    var status = STATUS.matcher(String.valueOf(failure.getMessage()));
                    outcome = status.find() ? status.group(1) : failure.toString();
                }
                answers.computeIfAbsent(when + ": " + what + " " + outcome, key -> new LongAdder()).increment();
            }
        });
        thread.start();
        return thread;
    }

    private void subscribe() throws IOException, InterruptedException {
        String email = "robin@" + UUID.randomUUID() + ".example";
        new Visitor(site.address()).send("/mailing-list", Map.of("email", email, "website", "", "topics", "JOBS"));
        subscribed.add(email);
    }

    private void search() throws IOException, InterruptedException {
        new Visitor(site.address()).page("/jobs?q=engineer+" + UUID.randomUUID());
    }

    /** Signs in again after whatever went wrong: nobody stays signed in while the database is closed. */
    private final class Recruiter implements Deed {

        private @Nullable Visitor signedIn;

        @Override
        public void once() throws IOException, InterruptedException {
            var recruiter = signedIn;
            signedIn = null;
            if (recruiter == null) {
                recruiter = new Visitor(site.address());
                recruiter.signIn("riley@demo.example");
            }
            String title = "Engineer " + UUID.randomUUID();
            String desk = recruiter.send("/hire/listings", recruiter.listing(title, "Keep things in order."));
            recruiter.publish(desk);
            published.add(title);
            signedIn = recruiter;
        }
    }

    private static int missing(Connection database, String kept, Set<String> acknowledged) throws SQLException {
        Set<String> missing = new HashSet<>(acknowledged);
        try (var statement = database.createStatement();
                var rows = statement.executeQuery(kept)) {
            while (rows.next()) {
                missing.remove(rows.getString(1));
            }
        }
        missing.forEach(what -> System.out.println("  missing: " + what));
        return missing.size();
    }
}
