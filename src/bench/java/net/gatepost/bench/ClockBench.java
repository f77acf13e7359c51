package net.gatepost.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.gatepost.process.Site;
import net.gatepost.process.Visitor;

/**
 * Sets the clock of a running site ahead and back, as a machine does whose time was wrong, and looks each time whether people can
 * still do what they came for, whether their mails are sent and their listings found; in the end, whether anything was deleted for
 * its age. The clock is that of {@link ClockAgent}.
 */
final class ClockBench {

    private static final List<Duration> SET_TO = List.of(
            Duration.ofMinutes(90),
            Duration.ZERO,
            Duration.ofDays(400),
            Duration.ZERO,
            Duration.ofDays(-2),
            Duration.ZERO);

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Long enough for what is due at once when the clock is set to begin. */
    private static final Duration A_WHILE = Duration.ofSeconds(10);

    private final Site site;
    private final Path clock;
    private int tried;
    private int failed;

    private ClockBench(Site site, Path clock) {
        this.site = site;
        this.clock = clock;
    }

    private interface Deed {
        void once() throws IOException, InterruptedException;
    }

    private interface Question {
        boolean isSo() throws IOException, InterruptedException;
    }

    public static void main(String[] arguments) throws Exception {
        try (var site = new Site(Site.SMALL_DEMO)) {
            Path clock = site.data().resolve("clock");
            Path agent = site.data().resolve("clock.jar");
            ClockAgent.writeTo(agent);
            site.environment("JDK_JAVA_OPTIONS", "-javaagent:" + agent + "=" + clock);
            var bench = new ClockBench(site, clock);
            bench.set(Duration.ZERO);
            site.start();
            bench.run();
            System.exit(bench.tell() == 0 ? 0 : 1);
        }
    }

    private void run() throws IOException, InterruptedException {
        live("at first");
        for (Duration ahead : SET_TO) {
            set(ahead);
            Thread.sleep(A_WHILE.toMillis());
            live(ahead.isZero() ? "set right" : (ahead.isNegative() ? "back by " : "ahead by ") + ahead.abs());
        }
        site.kill();
        site.start();
        live("started again");
        site.stop();
    }

    private int tell() throws IOException, SQLException {
        long kept = count("select count(*) from mail where status = 'SENT' and recipient like 'robin@%'");
        long subscribed = SET_TO.size() + 2;
        new Figures("clock")
                .with("times the clock was set", SET_TO.size())
                .with("deeds tried", tried)
                .with("of them failed", failed)
                .with("mails sent", subscribed)
                .with("of them on record still", kept)
                .tell();
        return failed + (kept == subscribed ? 0 : 1);
    }

    private long count(String sql) throws SQLException {
        try (var database = site.database();
                var statement = database.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    private void set(Duration ahead) throws IOException {
        Files.writeString(clock, String.valueOf(ahead.toSeconds()));
    }

    private void live(String when) throws InterruptedException {
        var recruiter = new Visitor(site.address());
        attempt(when, "subscribe and get a mail", this::subscribe);
        attempt(when, "sign in", () -> recruiter.signIn("riley@demo.example"));
        attempt(when, "publish a listing that is found", () -> publish(recruiter));
    }

    private void attempt(String when, String what, Deed deed) throws InterruptedException {
        tried++;
        String outcome = "";
        try {
            deed.once();
        } catch (IOException | RuntimeException failure) {
            failed++;
            outcome = "FAILED: " + failure.getMessage();
        }
        System.out.printf("  %-18s %-32s %s%n", when, what, outcome);
    }

    private void subscribe() throws IOException, InterruptedException {
        String email = "robin@" + UUID.randomUUID() + ".example";
        new Visitor(site.address()).send("/mailing-list", Map.of("email", email, "website", "", "topics", "JOBS"));
        await(() -> hasMail(email), "no mail");
    }

    private boolean hasMail(String email) throws IOException {
        try (var mails = Files.list(site.data().resolve("mail"))) {
            for (Path mail : mails.toList()) {
                if (Files.readString(mail).contains(email)) {
                    return true;
                }
            }
        }
        return false;
    }

    private void publish(Visitor recruiter) throws IOException, InterruptedException {
        String word = "w" + UUID.randomUUID().toString().replace("-", "");
        String desk = recruiter.send("/hire/listings", recruiter.listing("Engineer " + word, "Keep things in order."));
        recruiter.publish(desk);
        await(() -> isFound(word), "not found by a search");
    }

    private boolean isFound(String word) throws IOException, InterruptedException {
        return new Visitor(site.address())
                .page("/jobs?q=" + word).select("main a[href^=/jobs/]").stream()
                        .anyMatch(link -> link.text().contains(word));
    }

    private static void await(Question question, String otherwise) throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!question.isSo()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException(otherwise + " within " + PATIENCE.toSeconds() + " s");
            }
            Thread.sleep(300);
        }
    }
}
