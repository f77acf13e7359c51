package net.gatepost.process;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Whether what the site acknowledged survives {@code kill -9}: people subscribe, join, confirm, post listings, apply and move
 * applications, until the process is killed at a random moment; round after round in the same data folder. In the end nothing
 * acknowledged may be missing or doubled, every mail that follows from it was sent, and the index holds what the database does.
 */
public final class KillRounds {

    private static final Pattern LINK = Pattern.compile("/join/confirm/[\\w-]+");

    private final Random random = new Random(20_261_128);
    private final Site site;
    private final @Nullable String databaseUrl;
    private final Mailbox mails;
    private final Acknowledged acknowledged = new Acknowledged();

    /** What went wrong for another reason than the kill. */
    private final ConcurrentLinkedQueue<String> strange = new ConcurrentLinkedQueue<>();

    /**
     * @param site with {@link #options} of the same database
     * @param databaseUrl of the PostgreSQL in place of the embedded database; null for that
     */
    public KillRounds(Site site, @Nullable String databaseUrl) {
        this.site = site;
        this.databaseUrl = databaseUrl;
        this.mails = new Mailbox(site.data().resolve("mail"));
    }

    /** What the site has to be started with. */
    public static List<String> options(@Nullable String databaseUrl) throws IOException {
        List<String> options = new ArrayList<>(Site.SMALL_DEMO);
        options.add("--gatepost.work.heartbeat=2s");
        options.add(Site.withMetrics());
        if (databaseUrl != null) {
            options.add("--spring.datasource.url=" + databaseUrl);
        }
        return options;
    }

    /** How many writes were acknowledged in all rounds so far. */
    public int acknowledged() {
        return acknowledged.count();
    }

    /**
     * Starts the site and kills it.
     *
     * @param longest the most it may live
     */
    public void round(Duration longest) throws IOException, InterruptedException {
        site.start();
        liveUntilKilled(longest);
    }

    /**
     * What is left after all rounds.
     *
     * @param missing writes that were acknowledged and are not there
     * @param unmailed people who are owed a mail and have none
     * @param mailedTwice people who have the same mail more than once
     * @param disagreeing what {@code check-index} says where index and database do not agree
     * @param strange answers that were no refusal and no kill
     */
    public record Verdict(
            int acknowledged,
            List<String> missing,
            List<String> doubled,
            List<String> unmailed,
            int mailedTwice,
            String disagreeing,
            List<String> strange) {}

    /** Starts the site once more, waits until it has caught up, stops it and looks. */
    public Verdict judge(Duration within) throws IOException, InterruptedException, SQLException {
        site.start();
        var unmailed = mails.awaitAll(acknowledged.owedAMail(), within);
        awaitIndex(within);
        site.stop();
        var check = databaseUrl == null
                ? site.command("check-index")
                : site.command("check-index", "--spring.datasource.url=" + databaseUrl);
        try (var database = database()) {
            return new Verdict(
                    acknowledged.count(),
                    acknowledged.missingIn(database),
                    Acknowledged.doubledIn(database),
                    unmailed,
                    mails.repeatedTo(acknowledged.owedAMail()),
                    check.exitCode() == 0 ? "" : "exit code " + check.exitCode() + ": " + check.said(),
                    List.copyOf(strange));
        }
    }

    /** What was acknowledged last may still be on its way to the index. A metric that is not known is no number. */
    private void awaitIndex(Duration within) throws IOException, InterruptedException {
        long end = System.nanoTime() + within.toNanos();
        while (site.metric("gatepost_index_waiting") != 0 && System.nanoTime() < end) {
            Thread.sleep(500);
        }
    }

    private Connection database() throws SQLException {
        return databaseUrl == null ? site.database() : DriverManager.getConnection(databaseUrl);
    }

    /** Something that is done over and over by one person. */
    private interface Deed {
        void once() throws IOException, InterruptedException;
    }

    private void liveUntilKilled(Duration longest) throws IOException, InterruptedException {
        var recruiter = new Visitor(site.address());
        var member = new Visitor(site.address());
        recruiter.signIn("riley@demo.example");
        member.signIn("casey@demo.example");
        var people = List.of(over(this::subscribe), over(this::join), over(() -> hire(recruiter, member)));
        Thread.sleep(random.nextInt((int) longest.toMillis()));
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

    /** At a domain of their own, because not many of one may subscribe or join at once. */
    private static String somebody() {
        return "robin@" + UUID.randomUUID() + ".example";
    }

    private void subscribe() throws IOException, InterruptedException {
        String email = somebody();
        new Visitor(site.address()).send("/mailing-list", Map.of("email", email, "website", "", "topics", "JOBS"));
        acknowledged.subscribed.add(email);
    }

    /** Whoever joined in the round before confirms now, if the mail is there. */
    private void join() throws IOException, InterruptedException {
        var visitor = new Visitor(site.address());
        String email = somebody();
        visitor.send(
                "/join",
                Map.of(
                        "name",
                        "Robin Wren",
                        "email",
                        email,
                        "passphrase",
                        "a long enough passphrase",
                        "desk",
                        "MEMBER",
                        "terms",
                        "true"));
        acknowledged.joined.add(email);
        for (var mail : mails.read().entrySet()) {
            String owner = mail.getValue();
            if (acknowledged.joined.contains(owner) && !acknowledged.confirmed.contains(owner)) {
                var link = LINK.matcher(
                        Files.readString(mail.getKey()).replace("=\r\n", "").replace("=\n", ""));
                if (link.find() && confirm(visitor, link.group())) {
                    acknowledged.confirmed.add(owner);
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
        String desk = recruiter.send("/hire/listings", recruiter.listing(title, "Keep things in order."));
        acknowledged.posted.add(title);
        recruiter.publish(desk);
        acknowledged.published.add(title);
        String id = desk.substring(desk.lastIndexOf('/') + 1);
        String apply = "/jobs/" + id + "/apply";
        member.send(apply, Visitor.form(member.page(apply), ".*/apply"));
        acknowledged.applied.add(title);
        var applicant = recruiter.page(desk + "/applicants").select("a[href*='/applicants/']").stream()
                .map(link -> link.attr("href"))
                .filter(link -> link.matches(".*/applicants/[0-9a-f-]{36}"))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("nobody has applied to " + title));
        var move = new LinkedHashMap<>(Visitor.form(recruiter.page(applicant), ".*/stage"));
        move.put("stage", "INTERVIEW");
        recruiter.send(applicant + "/stage", move);
        acknowledged.moved.add(title);
    }
}
