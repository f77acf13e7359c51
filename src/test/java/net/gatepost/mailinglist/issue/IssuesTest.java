package net.gatepost.mailinglist.issue;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.Executors;
import net.gatepost.ModuleTest;
import net.gatepost.TestClock;
import net.gatepost.account.People;
import net.gatepost.mail.MailFolder;
import net.gatepost.mail.SentMails;
import net.gatepost.mailinglist.Subscribers;
import net.gatepost.web.SignedLinks;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@ModuleTest
class IssuesTest {

    private static final String ISSUES = "/admin/mailing-list/issues";

    @Autowired
    MockMvcTester browser;

    @Autowired
    People people;

    @Autowired
    SentMails mails;

    @Autowired
    Issues issues;

    @Autowired
    Delivery delivery;

    @Autowired
    IssueDigests digests;

    @Autowired
    Subscribers subscribers;

    @Autowired
    SignedLinks links;

    @Autowired
    MailFolder folder;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient database;

    People.Person administrator;
    String word;

    @BeforeEach
    void anEmptyList() {
        database.sql("delete from mailing_issue").update();
        database.sql("delete from subscriber").update();
        administrator = people.administrator();
        word = "w" + UuidCreator.getRandomBased().toString().substring(0, 8);
    }

    private UUID reader(String name, String topic) {
        UUID id = UuidCreator.getTimeOrderedEpoch();
        database.sql("""
                        insert into subscriber (id, version, email, status, asked_at, wording, confirmed_at, mails_counted)
                        values (?, 0, ?, 'CONFIRMED', ?, 'words', ?, 0)""")
                .params(id, name + "@" + word + ".example", now(), now())
                .update();
        database.sql("insert into subscriber_topic (subscriber_id, topic) values (?, ?)")
                .params(id, topic)
                .update();
        return id;
    }

    private java.time.OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private MvcTestResult post(String path, String... parameters) {
        var request = browser.post().uri(path).with(administrator).with(csrf());
        for (int i = 0; i < parameters.length; i += 2) {
            request = request.param(parameters[i], parameters[i + 1]);
        }
        return request.exchange();
    }

    private MvcTestResult get(String path) {
        return browser.get().uri(path).with(administrator).exchange();
    }

    private String write(String... more) {
        var all = new ArrayList<>(List.of(
                "submission",
                UUID.randomUUID().toString(),
                "topic",
                "JOBS",
                "subject",
                "Subject " + word,
                "body",
                "Hello **" + word + "**, [see](https://gatepost.example/x).\n\n## More\n\n<b>typed</b>"));
        all.addAll(List.of(more));
        var made = post(ISSUES, all.toArray(String[]::new));
        assertThat(made).hasStatus(302);
        return requireNonNull(made.getResponse().getRedirectedUrl());
    }

    /** What the work that waits would do, until nothing of it waits. */
    private void sendAll() {
        issues.startDue();
        for (int i = 0; i < 20 && delivery.batch().isPresent(); i++) {
            clock.advance(Delivery.BATCH);
        }
    }

    private List<MimeMessage> received() throws Exception {
        if (!Files.isDirectory(folder.path())) {
            return List.of();
        }
        List<MimeMessage> received = new ArrayList<>();
        try (var files = Files.list(folder.path())) {
            for (var file :
                    files.filter(each -> each.toString().endsWith(".eml")).toList()) {
                try (var in = Files.newInputStream(file)) {
                    var mail = new MimeMessage(Session.getInstance(new Properties()), in);
                    if (mail.getHeader("To", ",").contains(word)) {
                        received.add(mail);
                    }
                }
            }
        }
        return received;
    }

    private static String raw(MimeMessage mail) throws IOException, jakarta.mail.MessagingException {
        return new String(mail.getRawInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8)
                .replace("=\r\n", "")
                .replace("=3D", "=");
    }

    @Test
    void eachSubscriberOfTheTopicGetsTheIssueOnceWithItsWaysOut() throws Exception {
        UUID wren = reader("wren", "JOBS");
        reader("brook", "BRIEFINGS");
        String issue = write();
        assertThat(get(issue)).bodyText().contains("It goes to 1 subscriber", "Subject " + word);
        assertThat(post(issue + "/schedule")).hasRedirectedUrl(issue);
        post(issue + "/schedule");

        sendAll();
        sendAll();

        assertThat(received()).singleElement().satisfies(mail -> {
            String leave = links.tokenFor("mailing-list/leave", wren);
            assertThat(mail.getHeader("To", ",")).isEqualTo("wren@" + word + ".example");
            assertThat(mail.getSubject()).isEqualTo("Subject " + word);
            assertThat(mail.getHeader("List-Id", ",")).isEqualTo("Gatepost mailing list <mailing-list.localhost>");
            assertThat(mail.getHeader("List-Unsubscribe", ",").replaceAll("\\s+", " "))
                    .contains("/mailing-list/leave/" + leave + ">", "<mailto:", "?subject=leave%20" + leave);
            assertThat(mail.getHeader("List-Unsubscribe-Post", ",")).isEqualTo("List-Unsubscribe=One-Click");
            assertThat(mail.getHeader("List-Help")).isNotNull();
            assertThat(mail.getHeader("List-Archive", ",")).contains("/mailing-list/archive");
            assertThat(mail.getHeader("Precedence", ",")).isEqualTo("bulk");
            assertThat(mail.getHeader("Auto-Submitted", ",")).isEqualTo("auto-generated");
            assertThat(mail.getHeader("Feedback-ID", ",")).endsWith(":jobs:mailing-list:gatepost");
            assertThat(raw(mail))
                    .contains("<strong>" + word + "</strong>", "&lt;b&gt;typed", "topic Jobs", leave)
                    .contains(links.tokenFor("mailing-list/preferences", wren), "(no postal address given)")
                    .doesNotContain("xLEAVE", "xPREF");
        });
        assertThat(get(issue)).bodyText().contains("Sent", "All of it was sent");
        assertThat(issues.one(UUID.fromString(issue.replaceFirst(".*/", ""))).counts())
                .containsExactly(java.util.Map.entry(DeliveryStatus.SENT, 1L));
    }

    @Test
    void whoLeftASecondAgoIsNotSentTo() throws Exception {
        UUID wren = reader("wren", "JOBS");
        reader("robin", "JOBS");
        String issue = write();
        post(issue + "/schedule");
        issues.startDue();
        subscribers.leave(links.tokenFor("mailing-list/leave", wren));

        sendAll();

        assertThat(received())
                .singleElement()
                .satisfies(mail -> assertThat(mail.getHeader("To", ",")).startsWith("robin"));
        assertThat(get(issue)).bodyText().contains("Left before it was their turn");
    }

    @Test
    void aPausedIssueStopsAndGoesOnWhereItWasAndACancelledOneEnds() throws Exception {
        for (int i = 0; i < 60; i++) {
            reader("reader" + i, "JOBS");
        }
        String issue = write();
        post(issue + "/schedule");
        issues.startDue();
        delivery.batch();
        assertThat(received()).hasSize(50);
        assertThat(post(issue + "/pause")).hasRedirectedUrl(issue);
        sendAll();
        assertThat(received()).hasSize(50);

        post(issue + "/pause/end");
        sendAll();
        assertThat(received()).hasSize(60);
        assertThat(received())
                .extracting(mail -> mail.getHeader("Message-ID", ","))
                .doesNotHaveDuplicates();
        assertThat(post(issue + "/cancellation")).hasStatus(409).bodyText().contains("has moved on");

        String other = write();
        post(
                other + "/schedule",
                "on",
                LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(2).toString());
        post(other + "/cancellation");
        clock.advance(Duration.ofDays(3));
        sendAll();
        assertThat(received()).hasSize(60);
    }

    /** Two processes are two threads here: what keeps them apart is the row of each copy. */
    @Test
    void twoWhoSendAtOnceSendEachCopyOnce() throws Exception {
        for (int i = 0; i < 60; i++) {
            reader("reader" + i, "JOBS");
        }
        post(write() + "/schedule");
        issues.startDue();
        var threads = Executors.newFixedThreadPool(2);
        try {
            for (int batch = 0; batch < 3; batch++) {
                for (var done : threads.invokeAll(List.of(delivery::batch, delivery::batch))) {
                    done.get();
                }
            }
        } finally {
            threads.shutdownNow();
        }

        assertThat(received()).hasSize(60);
        assertThat(received()).extracting(mail -> mail.getHeader("To", ",")).doesNotHaveDuplicates();
    }

    @Test
    void aSegmentNarrowsWhoGetsIt() {
        UUID near = reader("near", "JOBS");
        reader("anywhere", "JOBS");
        database.sql("update subscriber set place = 'Huntsville, AL', latitude = 34.73, longitude = -86.59,"
                        + " wanted_level = 'us.secret' where id = ?")
                .param(near)
                .update();

        assertThat(get(write("place", "Huntsville, AL", "miles", "50")))
                .bodyText()
                .contains("It goes to 1 subscriber", "wants jobs within 50 miles of Huntsville, AL");
        assertThat(get(write("place", "Seattle, WA", "miles", "50"))).bodyText().contains("Nobody would get it");
        assertThat(get(write("level", "us.secret"))).bodyText().contains("It goes to 1 subscriber");
        assertThat(get(write("since", "2020-01-01"))).bodyText().contains("It goes to 2 subscribers");
        assertThat(get(write("since", "2999-01-01"))).bodyText().contains("Nobody would get it");
    }

    @Test
    void whatIsWrongIsSaidAndNothingTypedIsLost() {
        assertThat(post(ISSUES, "submission", UUID.randomUUID().toString(), "subject", "", "body", "Kept <words>"))
                .hasStatus(422)
                .bodyText()
                .contains("Give the issue a subject", "Choose a topic", "Kept &lt;words&gt;");
        assertThat(post(
                        ISSUES,
                        "submission",
                        UUID.randomUUID().toString(),
                        "subject",
                        "x".repeat(151),
                        "body",
                        "b",
                        "topic",
                        "WEATHER",
                        "place",
                        "Nowhereville",
                        "level",
                        "us.none"))
                .hasStatus(422)
                .bodyText()
                .contains("150 characters", "Choose from the list", "We do not know that place");
        String issue = write();
        assertThat(post(issue, "version", "7", "topic", "JOBS", "subject", "Mine", "body", "Other"))
                .hasStatus(409)
                .bodyText()
                .contains("Somebody else has changed", "Mine");
        assertThat(post(issue + "/schedule", "at", "25:00"))
                .hasStatus(422)
                .bodyText()
                .contains("hours and minutes");
        assertThat(post(issue + "/schedule", "on", "2020-01-01"))
                .hasStatus(422)
                .bodyText()
                .contains("still to come");
        assertThat(get(ISSUES + "/" + UUID.randomUUID())).hasStatus(404);
    }

    @Test
    void theFormSentTwiceMakesOneIssue() {
        String submission = UUID.randomUUID().toString();
        var first = post(ISSUES, "submission", submission, "topic", "JOBS", "subject", word, "body", "b");
        var second = post(ISSUES, "submission", submission, "topic", "JOBS", "subject", word, "body", "b");

        assertThat(second).hasRedirectedUrl(first.getResponse().getRedirectedUrl());
    }

    @Test
    void aTestComesToWhoeverAsksAndTheArchiveShowsNoIssueBeforeItIsSent() {
        String issue = write();
        String archived = "/mailing-list/archive/" + issue.replaceFirst(".*/", "");
        post(issue + "/test");
        assertThat(mails.latestTo(administrator.email()).subject()).isEqualTo("[Test] Subject " + word);
        assertThat(get(issue + "/html")).hasStatusOk().bodyText().contains(word, "/leave/preview");
        assertThat(get(issue + "?as=text"))
                .hasStatusOk()
                .bodyText()
                .contains("&quot;see&quot; (https://gatepost.example/x)");
        assertThat(browser.get().uri(archived)).hasStatus(404);

        reader("wren", "JOBS");
        post(issue + "/schedule");
        sendAll();

        assertThat(browser.get().uri("/mailing-list/archive"))
                .hasStatusOk()
                .bodyText()
                .contains("Subject " + word);
        assertThat(browser.get().uri(archived))
                .hasStatusOk()
                .bodyText()
                .contains("<strong>" + word)
                .doesNotContain("/mailing-list/leave/", "/mailing-list/preferences/");
    }

    @Test
    void aDigestThatIsSentByItselfIsMadeOnceAndNeverEmpty() {
        digests.set(
                new net.gatepost.web.Viewer(administrator.id(), "Avery", java.util.Set.of()),
                "JOBS_WEEKLY",
                IssueDigests.Mode.SEND);
        try {
            digests.makeDue();
            digests.makeDue();
            assertThat(database.sql("select count(*) from mailing_issue")
                            .query(Long.class)
                            .single())
                    .isLessThanOrEqualTo(1);
            assertThat(post(
                            "/admin/mailing-list/digests/BRIEFINGS_DAILY/issues",
                            "submission",
                            UUID.randomUUID().toString()))
                    .hasStatus(302);
        } finally {
            post("/admin/mailing-list/digests/JOBS_WEEKLY/mode", "mode", "OFF");
        }
        assertThat(get("/admin/mailing-list/digests")).hasStatusOk().bodyText().contains("Jobs, weekly");
    }
}
