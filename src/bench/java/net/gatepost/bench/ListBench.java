package net.gatepost.bench;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import net.gatepost.process.Site;

/**
 * An issue of the mailing list, sent by the built jar into a mail server of this process: {@code list-kill} kills the jar three
 * times in the middle and counts who got it how often; {@code list-delivery} compares the speed with a bare loop over SMTP.
 */
public final class ListBench {

    private static final int SUBSCRIBERS = 20_000;
    private static final Duration LONGEST = Duration.ofMinutes(20);

    /** At which shares of the mails the process is killed. */
    private static final List<Double> KILLED_AT = List.of(0.2, 0.45, 0.7);

    /** So many mails may be in flight when it is killed: the connections of {@code Delivery}. */
    private static final int IN_FLIGHT = 4;

    private final int subscribers;

    private ListBench(int subscribers) {
        this.subscribers = subscribers;
    }

    /** @param arguments the benchmark's name; then {@code --subscribers=N} */
    public static void main(String[] arguments) throws Exception {
        int subscribers = SUBSCRIBERS;
        for (String argument : arguments) {
            if (argument.startsWith("--subscribers=")) {
                subscribers = Integer.parseInt(argument.substring(argument.indexOf('=') + 1));
            }
        }
        var bench = new ListBench(subscribers);
        boolean whole =
                arguments[0].equals("list-kill") ? bench.killed() : bench.delivered();
        // The sink's threads are not daemons.
        System.exit(whole ? 0 : 1);
    }

    private boolean killed() throws Exception {
        try (var sink = new MailSink();
                var site = site(sink)) {
            seed(site);
            long began = System.nanoTime();
            site.start();
            for (double share : KILLED_AT) {
                await(sink, (int) (subscribers * share));
                site.kill();
                System.out.println("  killed after " + sink.mails() + " mails");
                site.start();
            }
            boolean whole = await(sink, subscribers);
            double seconds = (System.nanoTime() - began) / 1e9;
            // What is repeated would come now.
            Thread.sleep(3_000);
            new Figures("list-kill")
                    .with("subscribers", subscribers)
                    .with("kill -9", KILLED_AT.size())
                    .with("mails", sink.mails())
                    .with("distinct recipients", sink.recipients())
                    .with("repeats", sink.repeats())
                    .with("seconds, restarts included", seconds)
                    .tell();
            return whole && sink.repeats() <= KILLED_AT.size() * IN_FLIGHT;
        }
    }

    private boolean delivered() throws Exception {
        try (var sink = new MailSink();
                var site = site(sink);
                var bareSink = new MailSink()) {
            seed(site);
            site.start();
            boolean whole = await(sink, subscribers);
            site.stop();
            double bare = bareLoop(sink, bareSink);
            double ours = subscribers / sink.seconds();
            new Figures("list-delivery")
                    .with("ratio to a bare SMTP loop", ours / bare)
                    .with("mails a second", ours)
                    .with("mails a second, bare loop", bare)
                    .with("subscribers", subscribers)
                    .with("mails", sink.mails())
                    .with("seconds", sink.seconds())
                    .tell();
            return whole;
        }
    }

    private static Site site(MailSink sink) throws IOException {
        return new Site(List.of(
                "--spring.mail.host=127.0.0.1",
                "--spring.mail.port=" + sink.port(),
                "--gatepost.mailing-list.per-minute=6000000"));
    }

    /** One of the same mails after the other, through one connection, each made into bytes anew as any sender has to. */
    private double bareLoop(MailSink from, MailSink to) throws MessagingException, IOException {
        var session = MailSink.session(to.port());
        var mail = from.sample(session);
        try (var transport = session.getTransport("smtp")) {
            transport.connect();
            for (int number = 0; number < subscribers; number++) {
                transport.sendMessage(mail, new InternetAddress[] {new InternetAddress(address(number))});
            }
        }
        return subscribers / to.seconds();
    }

    private static String address(int number) {
        return "reader" + number + "@bench.example";
    }

    /** Has the tables made, and puts the subscribers and an issue that is due into them. */
    private void seed(Site site) throws IOException, InterruptedException, SQLException {
        site.start();
        site.stop();
        try (var database = site.database()) {
            seed(database, subscribers);
        }
    }

    /** Puts subscribers and an issue for them, which is due, into a database that has its tables. */
    static void seed(Connection database, int subscribers) throws SQLException {
        var now = OffsetDateTime.ofInstant(Instant.now(), ZoneOffset.UTC);
        try (var subscriber = database.prepareStatement("insert into subscriber (id, version, email, status, asked_at,"
                        + " wording, confirmed_at, mails_counted) values (?, 0, ?, 'CONFIRMED', ?, 'bench', ?, 0)");
                var topic = database.prepareStatement(
                        "insert into subscriber_topic (subscriber_id, topic) values (?, 'ANNOUNCEMENTS')");
                var issue = database.prepareStatement("insert into mailing_issue (id, version, submission_id, topic,"
                        + " subject, body, segment_miles, status, made_at, scheduled_at, failures)"
                        + " values (?, 0, ?, 'ANNOUNCEMENTS', 'An issue', ?, 0, 'SCHEDULED', ?, ?, 0)")) {
            database.setAutoCommit(false);
            for (int number = 0; number < subscribers; number++) {
                var id = UUID.randomUUID();
                subscriber.setObject(1, id);
                subscriber.setString(2, address(number));
                subscriber.setObject(3, now);
                subscriber.setObject(4, now);
                subscriber.addBatch();
                topic.setObject(1, id);
                topic.addBatch();
            }
            subscriber.executeBatch();
            topic.executeBatch();
            issue.setObject(1, UUID.randomUUID());
            issue.setObject(2, UUID.randomUUID());
            issue.setString(3, "## A part\n\nWords of an issue, as long as they are.\n\n".repeat(20));
            issue.setObject(4, now);
            issue.setObject(5, now);
            issue.executeUpdate();
            database.commit();
        }
        database.setAutoCommit(true);
    }

    /** Whether that many different recipients have their mail before time is up. */
    private static boolean await(MailSink sink, int recipients) throws InterruptedException {
        long end = System.nanoTime() + LONGEST.toNanos();
        while (sink.recipients() < recipients) {
            if (System.nanoTime() > end) {
                return false;
            }
            Thread.sleep(5);
        }
        return true;
    }
}
