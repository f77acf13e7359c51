package net.gatepost.bench;

import static net.gatepost.bench.RowCopy.key;
import static net.gatepost.bench.RowCopy.random;

import com.sun.management.OperatingSystemMXBean;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.GZIPOutputStream;
import net.gatepost.bench.RowCopy.Keys;
import net.gatepost.bench.RowCopy.Prepared;
import net.gatepost.process.Site;
import net.gatepost.process.Visitor;

/**
 * An import of a large feed, sent by a recruiter as a file, beside a batch of bare JDBC that leaves the same rows in a copy of the
 * database; then how much heap a small and a large one need, each in a process of its own.
 */
public final class ImportBench {

    private static final int SMALL = 1_000;
    private static final int AT_ONCE = 500;
    private static final int BETWEEN_LOOKS = 1_000;
    private static final int SENTENCES = 4;
    private static final List<String> PLACES =
            List.of("Huntsville, AL", "Fort Meade, MD", "Colorado Springs, CO", "San Antonio, TX", "Reston, VA");
    private static final List<String> CLEARANCES = List.of("Secret", "Top Secret", "TS/SCI", "None");
    private static final List<String> JOBS = List.of(
            "Systems Engineer", "Network Analyst", "Welder", "Intelligence Analyst", "Test Technician", "Planner");
    private static final List<String> DUTIES = List.of(
            "keep the systems of a large customer in order",
            "write down what was done and why, so that the next shift can go on",
            "plan the work of a small team and take part in it",
            "test what others have built before it is handed over",
            "answer for the safety of a laboratory and all who work in it",
            "mend what breaks in the field, often far from a workshop",
            "look through logs for what does not belong there",
            "teach newcomers what the handbook does not say");

    private final int rows;
    private final boolean onPostgres;
    private final Path data;
    private final Databases databases;
    private final Random random = new Random(20_261_129);

    private ImportBench(int rows, boolean onPostgres, Path data, Databases databases) {
        this.rows = rows;
        this.onPostgres = onPostgres;
        this.data = data;
        this.databases = databases;
    }

    /** @param arguments the benchmark's name; then {@code --rows=N} and {@code --postgresql} */
    public static void main(String[] arguments) throws Exception {
        var given = new Arguments(arguments);
        Path data = Files.createTempDirectory("gatepost-bench");
        try (var folder = new Site(data, false, List.of());
                var databases = new Databases(data, given.has("postgresql"))) {
            new ImportBench(given.number("rows", 100_000), given.has("postgresql"), data, databases).run();
        }
    }

    private void run() throws Exception {
        try (var site = site()) {
            site.start();
            site.stop();
        }
        databases.copy();
        var brought = bringIn("F", rows, false);
        double seconds;
        Batch bare;
        try (var made = databases.site();
                var copy = databases.bare()) {
            requireAll(made, "F", rows);
            seconds = secondsOfRun(made);
            bare = batch(made, copy);
        }
        System.out.println("  " + rows + " rows in " + seconds + " s, bare in " + bare.seconds + " s");
        double small = bringIn("S", SMALL, true).heap;
        double large = bringIn("T", rows, true).heap;
        new Figures(onPostgres ? "import-postgresql" : "import")
                .with("of a bare batch", bare.seconds / seconds)
                .with("the same by processor time", bare.processorSeconds / brought.processorSeconds)
                .with("rows a second", rows / seconds)
                .with("rows a second, bare batch", rows / bare.seconds)
                .with("seconds", seconds)
                .with("of them until the form is answered", brought.seconds)
                .with("rows", rows)
                .with("MB of heap, " + SMALL + " rows", small)
                .with("MB of heap, all rows", large)
                .with("MB more for all rows", large - small)
                .tell();
    }

    private Site site() throws IOException {
        List<String> options = new ArrayList<>(List.of(
                "--gatepost.demo=true",
                "--gatepost.demo.listings=20",
                "--gatepost.demo.candidates=20",
                "--gatepost.demo.subscribers=0"));
        options.addAll(databases.options());
        return new Site(data, true, options);
    }

    /**
     * @param seconds until the form was answered
     * @param heap the most after a collection, in megabytes; 0 where it was not looked at
     * @param processorSeconds of the site's process, from the form to the last row
     */
    private record Brought(double seconds, double heap, double processorSeconds) {}

    /** Sends a feed to a site that was just started, and waits until all of it was handled. */
    private Brought bringIn(String prefix, int count, boolean lookingAtHeap) throws Exception {
        byte[] feed = feed(prefix, count);
        try (var site = site()) {
            site.start();
            var recruiter = new Visitor(site.address());
            recruiter.signIn("riley@demo.example");
            var page = recruiter.page("/hire/import");
            String path = page.select("form[action$=/files]").attr("action");
            var watch = new HeapWatch(site, lookingAtHeap);
            var processor = site.processorTime();
            long began = System.nanoTime();
            String run = recruiter.send(path, Visitor.form(page, ".*/files"), "feed.csv.gz", feed);
            double seconds = (System.nanoTime() - began) / 1e9;
            while (recruiter.page(run).select("#progress").first() != null) {
                Thread.sleep(2_000);
            }
            double processorSeconds = site.processorTime().minus(processor).toMillis() / 1e3;
            double heap = watch.end();
            site.stop();
            return new Brought(seconds, heap, processorSeconds);
        }
    }

    /** CSV, packed. */
    private byte[] feed(String prefix, int count) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var feed = new GZIPOutputStream(packed)) {
            feed.write("reference,title,description,location,employment,clearance,paymin,paymax\n"
                    .getBytes(StandardCharsets.UTF_8));
            for (int number = 0; number < count; number++) {
                var text = new StringBuilder();
                for (int sentence = 0; sentence < SENTENCES; sentence++) {
                    text.append("You ").append(one(DUTIES)).append(", and ").append(one(DUTIES)).append(". ");
                }
                int pay = 60_000 + random.nextInt(60) * 1_000;
                feed.write(String.join(
                                ",",
                                prefix + number,
                                one(JOBS) + " " + prefix + number,
                                "\"" + text + "\"",
                                "\"" + one(PLACES) + "\"",
                                "fulltime",
                                one(CLEARANCES),
                                String.valueOf(pay),
                                pay + 20_000 + "\n")
                        .getBytes(StandardCharsets.UTF_8));
            }
        }
        return packed.toByteArray();
    }

    private String one(List<String> of) {
        return of.get(random.nextInt(of.size()));
    }

    private static void requireAll(Connection database, String prefix, int count) throws SQLException {
        long made = number(
                database,
                "select count(*) from listing where status = 'LIVE' and reference like '" + prefix + "%'");
        if (made != count) {
            throw new IllegalStateException("of " + count + " rows " + made + " became listings");
        }
    }

    /** From the form's arrival to the last row. */
    private static double secondsOfRun(Connection database) throws SQLException {
        try (var statement = database.createStatement();
                var run = statement.executeQuery("select began_at, ended_at from import_run")) {
            run.next();
            return Duration.between(
                                    run.getObject(1, OffsetDateTime.class), run.getObject(2, OffsetDateTime.class))
                            .toMillis()
                    / 1e3;
        }
    }

    private static long number(Connection database, String query) throws SQLException {
        try (var statement = database.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private record Batch(double seconds, double processorSeconds) {}

    /** Writes what each row of the feed has left: its line of the report, a listing, and two entries of the trail. */
    private Batch batch(Connection made, Connection copy) throws SQLException {
        String one = "(select listing_id from import_row where ordinal = 1)";
        var number = new AtomicLong();
        List<RowCopy> left = List.of(
                RowCopy.insert(
                        made,
                        "import_row",
                        "ordinal = 1",
                        Map.of(
                                "ordinal", keys -> number.incrementAndGet(),
                                "reference", keys -> "F" + number.get(),
                                "listing_id", key("listing"))),
                RowCopy.insert(
                        made,
                        "listing",
                        "id = " + one,
                        Map.of(
                                "id", key("listing"),
                                "submission_id", key("submission"),
                                "reference", keys -> "F" + number.get(),
                                "words_hash", random("words"))),
                RowCopy.insert(
                        made,
                        "audit_entry",
                        "action = 'listing.drafted' and subject_id = " + one,
                        Map.of("subject_id", key("listing"))),
                RowCopy.insert(
                        made,
                        "audit_entry",
                        "action = 'listing.published' and subject_id = " + one,
                        Map.of("subject_id", key("listing"))));
        copy.setAutoCommit(false);
        RowCopy.insert(made, "import_run", "true", Map.of()).on(copy).write(new Keys());
        List<Prepared> prepared = new ArrayList<>();
        for (var each : left) {
            prepared.add(each.on(copy));
        }
        var processor = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        long processorBefore = processor.getProcessCpuTime();
        long began = System.nanoTime();
        for (int row = 1; row <= rows; row++) {
            var keys = new Keys();
            for (var each : prepared) {
                each.add(keys);
            }
            if (row % AT_ONCE == 0 || row == rows) {
                for (var each : prepared) {
                    each.writeAdded();
                }
                copy.commit();
            }
        }
        return new Batch((System.nanoTime() - began) / 1e9, (processor.getProcessCpuTime() - processorBefore) / 1e9);
    }

    /** Collects now and then what is not used any more, and keeps how much stays. */
    private static final class HeapWatch {

        private final Thread thread;
        private volatile boolean over;
        private volatile double most;

        HeapWatch(Site site, boolean looking) {
            thread = new Thread(() -> {
                while (looking && !over) {
                    try {
                        most = Math.max(most, site.heapInUse());
                        Thread.sleep(BETWEEN_LOOKS);
                    } catch (IOException | InterruptedException failed) {
                        throw new IllegalStateException(failed);
                    }
                }
            });
            thread.start();
        }

        double end() throws InterruptedException {
            over = true;
            thread.join();
            return most;
        }
    }
}
