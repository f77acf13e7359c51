package net.gatepost.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Whether what the site acknowledged survives {@code kill -9}: people subscribe, join, confirm, post listings, apply and move
 * applications, until the process is killed at a random moment; round after round in the same data folder. In the end nothing
 * acknowledged may be missing or doubled, every mail that follows from it was sent, and the index holds what the database does.
 */
final class KillBench {

    private static final Duration LONGEST_ROUND = Duration.ofSeconds(8);
    private static final Duration MAILS_WITHIN = Duration.ofMinutes(5);
    private static final Pattern LINK = Pattern.compile("/join/confirm/[\\w-]+");
    private static final Pattern RECIPIENT = Pattern.compile("(?m)^To: (\\S+)\r?$");

    private final int rounds;
    private final Random random = new Random(20_261_128);
    private final Site site;
    private final @Nullable String databaseUrl;

    private final Set<String> subscribed = ConcurrentHashMap.newKeySet();
    private final Set<String> joined = ConcurrentHashMap.newKeySet();
    private final Set<String> confirmed = ConcurrentHashMap.newKeySet();
    private final Set<String> posted = ConcurrentHashMap.newKeySet();
    private final Set<String> published = ConcurrentHashMap.newKeySet();
    private final Set<String> applied = ConcurrentHashMap.newKeySet();
    private final Map<String, String> moved = new ConcurrentHashMap<>();

    /** What went wrong for another reason than the kill. */
    private final ConcurrentLinkedQueue<String> strange = new ConcurrentLinkedQueue<>();

    /** Of each file of the mail folder, whom it is for: they are never changed. */
    private final Map<Path, String> mails = new HashMap<>();

    /** @param postgres in place of the embedded database, if not null; it is not killed */
    private KillBench(int rounds, @Nullable EmbeddedPostgres postgres) throws IOException {
        this.rounds = rounds;
        List<String> options = new ArrayList<>(List.of(
                "--gatepost.demo=true",
                "--gatepost.demo.listings=20",
                "--gatepost.demo.candidates=20",
                "--gatepost.demo.subscribers=0",
                "--gatepost.work.heartbeat=2s",
                // Each request comes from a network of its own, which this machine tells as a proxy does.
                "--gatepost.proxies=127.0.0.1"));
        this.databaseUrl = postgres == null ? null : postgres.getJdbcUrl("postgres", "postgres");
        if (databaseUrl != null) {
            options.add("--spring.datasource.url=" + databaseUrl);
        }
        this.site = new Site(options);
    }

    public static void main(String[] arguments) throws Exception {
        int rounds = 100;
        boolean onPostgres = false;
        for (String argument : arguments) {
            if (argument.startsWith("--rounds=")) {
                rounds = Integer.parseInt(argument.substring(argument.indexOf('=') + 1));
            }
            onPostgres |= argument.equals("--postgresql");
        }
        boolean whole;
        try (var postgres = onPostgres ? EmbeddedPostgres.start() : null) {
            var bench = new KillBench(rounds, postgres);
            try {
                whole = bench.run();
            } finally {
                bench.site.close();
            }
        }
        System.exit(whole ? 0 : 1);
    }

    private boolean run() throws Exception {
        for (int round = 1; round <= rounds; round++) {
            site.start();
            liveUntilKilled();
            System.out.println("  round " + round + ": " + acknowledged() + " writes acknowledged so far");
        }
        site.start();
        int unmailed = awaitMails();
        site.stop();
        int differing = databaseUrl == null
                ? site.command("check-index")
                : site.command("check-index", "--spring.datasource.url=" + databaseUrl);
        int missing;
        int doubled;
        try (var database = databaseUrl == null ? site.database() : DriverManager.getConnection(databaseUrl)) {
            missing = missing(database);
            doubled = doubled(database);
        }
        strange.forEach(what -> System.out.println("  strange: " + what));
        new Figures(databaseUrl == null ? "kill" : "kill-postgresql")
                .with("rounds", rounds)
                .with("writes acknowledged", acknowledged())
                .with("of them missing", missing)
                .with("doubled", doubled)
                .with("mails missing", unmailed)
                .with("mails sent twice", mails.size() - new HashSet<>(mails.values()).size())
                .with("exit code of check-index", differing)
                .with("answers that were no refusal and no kill", strange.size())
                .tell();
        return missing + doubled + unmailed + differing + strange.size() == 0;
    }

    private int acknowledged() {
        return subscribed.size()
                + joined.size()
                + confirmed.size()
                + posted.size()
                + published.size()
                + applied.size()
                + moved.size();
    }

    /** Something that is done over and over by one person. */
    private interface Deed {
        void once() throws IOException, InterruptedException;
    }

    private void liveUntilKilled() throws IOException, InterruptedException {
        var recruiter = new Visitor(site.address());
        var member = new Visitor(site.address());
        recruiter.signIn("riley@demo.example");
        member.signIn("casey@demo.example");
        var people = List.of(
                over(this::subscribe), over(this::join), over(() -> hire(recruiter, member)));
        Thread.sleep(random.nextInt((int) LONGEST_ROUND.toMillis()));
        site.kill();
        for (Thread person : people) {
            person.join();
        }
    }

    private Thread over(Deed deed) {
        var thread = new Thread(() -> {
            try {
                while (true) {
                    deed.once();
                }
            } catch (IOException killed) {
                // As it should be: nobody is there any more.
            } catch (InterruptedException | RuntimeException unexpected) {
                strange.add(String.valueOf(unexpected.getMessage()));
            }
        });
        thread.start();
        return thread;
    }

    private static String somebody() {
        return UUID.randomUUID() + "@people.example";
    }

    private void subscribe() throws IOException, InterruptedException {
        String email = somebody();
        new Visitor(site.address()).send("/mailing-list", Map.of("email", email, "website", "", "topics", "JOBS"));
        subscribed.add(email);
    }

    /** Whoever joined in the round before confirms now, if the mail is there. */
    private void join() throws IOException, InterruptedException {
        var visitor = new Visitor(site.address());
        String email = somebody();
        visitor.send(
                "/join",
                Map.of(
                        "name", "Robin Wren", "email", email, "passphrase", "a long enough passphrase", "desk",
                        "MEMBER", "terms", "true"));
        joined.add(email);
        for (var mail : readMails().entrySet()) {
            String owner = mail.getValue();
            if (joined.contains(owner) && !confirmed.contains(owner)) {
                var link = LINK.matcher(Files.readString(mail.getKey()).replace("=\r\n", "").replace("=\n", ""));
                if (link.find() && confirm(visitor, link.group())) {
                    confirmed.add(owner);
                }
                return;
            }
        }
    }

    /** A link that worked in a round whose answer was lost is used up: then nothing was acknowledged. */
    private static boolean confirm(Visitor visitor, String link) throws IOException, InterruptedException {
        try {
            return visitor.send(link, Map.of()).equals("/join/confirmed");
        } catch (IllegalStateException usedUp) {
            return false;
        }
    }

    private void hire(Visitor recruiter, Visitor member) throws IOException, InterruptedException {
        String title = "Engineer " + UUID.randomUUID();
        var draft = new LinkedHashMap<>(Visitor.form(recruiter.page("/hire/listings/new"), "/hire/listings"));
        draft.putAll(Map.of(
                "title", title, "description", "Keep things in order.", "place", "Huntsville, AL", "employmentType",
                "FULL_TIME", "level", "us.secret", "importance", "REQUIRED", "payMin", "118000", "payMax", "150000"));
        String desk = recruiter.send("/hire/listings", draft);
        posted.add(title);
        recruiter.send(
                desk + "/publication", Visitor.form(recruiter.page(desk + "/preview"), ".*/publication"));
        published.add(title);
        String id = desk.substring(desk.lastIndexOf('/') + 1);
        String apply = "/jobs/" + id + "/apply";
        member.send(apply, Visitor.form(member.page(apply), ".*/apply"));
        applied.add(title);
        var applicant = recruiter.page(desk + "/applicants").select("a[href*='/applicants/']").stream()
                .map(link -> link.attr("href"))
                .filter(link -> link.matches(".*/applicants/[0-9a-f-]{36}"))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("nobody has applied to " + title));
        var move = new LinkedHashMap<>(Visitor.form(recruiter.page(applicant), ".*/stage"));
        move.put("stage", "INTERVIEW");
        recruiter.send(applicant + "/stage", move);
        moved.put(title, "INTERVIEW");
    }

    private Map<Path, String> readMails() throws IOException {
        Path folder = site.data().resolve("mail");
        synchronized (mails) {
            if (Files.isDirectory(folder)) {
                try (var files = Files.list(folder)) {
                    for (Path file : files.filter(each -> each.toString().endsWith(".eml"))
                            .filter(each -> !mails.containsKey(each))
                            .toList()) {
                        var recipient = RECIPIENT.matcher(Files.readString(file));
                        mails.put(file, recipient.find() ? recipient.group(1) : "");
                    }
                }
            }
            return new HashMap<>(mails);
        }
    }

    /** How many of those who are owed one have none. */
    private int awaitMails() throws IOException, InterruptedException {
        Set<String> owed = new HashSet<>(subscribed);
        owed.addAll(joined);
        long end = System.nanoTime() + MAILS_WITHIN.toNanos();
        do {
            Thread.sleep(1_000);
            owed.removeAll(readMails().values());
        } while (!owed.isEmpty() && System.nanoTime() < end);
        mails.values().removeIf(recipient -> !subscribed.contains(recipient) && !joined.contains(recipient));
        return owed.size();
    }

    private int missing(Connection database) throws SQLException {
        var titles = "select title from listing";
        return without(subscribed, all(database, "select email from subscriber"))
                + without(confirmed, all(database, "select email from account"))
                + without(posted, all(database, titles))
                + without(published, all(database, titles + " where status = 'LIVE'"))
                + without(applied, all(database, "select l.title from application a join listing l on l.id = a.listing_id"))
                + without(
                        moved.keySet(),
                        all(
                                database,
                                "select l.title from application a join listing l on l.id = a.listing_id"
                                        + " where a.stage = 'INTERVIEW'"));
    }

    private static int without(Set<String> acknowledged, List<String> kept) {
        var missing = new HashSet<>(acknowledged);
        kept.forEach(missing::remove);
        missing.forEach(each -> System.out.println("  missing: " + each));
        return missing.size();
    }

    private int doubled(Connection database) throws SQLException {
        int doubled = 0;
        for (String kept : List.of(
                "select email from subscriber",
                "select email from account",
                "select title from listing where title like 'Engineer %-%-%-%-%'",
                "select l.title from application a join listing l on l.id = a.listing_id"
                        + " where l.title like 'Engineer %-%-%-%-%'")) {
            var rows = all(database, kept);
            doubled += rows.size() - new HashSet<>(rows).size();
        }
        return doubled;
    }

    private static List<String> all(Connection database, String query) throws SQLException {
        List<String> all = new ArrayList<>();
        try (var statement = database.createStatement();
                var rows = statement.executeQuery(query)) {
            while (rows.next()) {
                all.add(rows.getString(1));
            }
        }
        return all;
    }
}
