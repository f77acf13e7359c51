package net.gatepost.mailinglist.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.github.f4b6a3.uuid.UuidCreator;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetupTest;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Properties;
import java.util.UUID;
import net.gatepost.ModuleTest;
import net.gatepost.TestClock;
import net.gatepost.mail.MailStatus;
import net.gatepost.mailinglist.Subscribers;
import net.gatepost.mailinglist.Suppressions.Effect;
import net.gatepost.web.SignedLinks;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@ModuleTest
class MailReportsTest {

    private static final String DSN = """
            From: Mail Delivery System <mailer-daemon@mx.example>
            To: bounces@gatepost.example
            Subject: Undelivered Mail Returned to Sender
            MIME-Version: 1.0
            Content-Type: multipart/report; report-type=delivery-status; boundary="b1"

            --b1
            Content-Type: text/plain

            I am sorry to have to inform you.
            --b1
            Content-Type: message/delivery-status

            Reporting-MTA: dns; mx.example
            Arrival-Date: Wed, 25 Nov 2026 10:00:00 +0000

            Final-Recipient: rfc822; wren@quillwort.example
            Action: %s
            Status: %s
            Diagnostic-Code: smtp; 550 %s <wren@quillwort.example>: no

            --b1
            Content-Type: %s

            Message-ID: <%s@localhost>
            From: Gatepost <no-reply@localhost>
            Subject: Cleared jobs this week

            --b1--
            """;

    private static final String ARF = """
            From: <abuse@provider.example>
            To: bounces@gatepost.example
            Subject: FW: Cleared jobs this week
            MIME-Version: 1.0
            Content-Type: multipart/report; report-type=feedback-report; boundary="b2"

            --b2
            Content-Type: text/plain

            This is an email abuse report.
            --b2
            Content-Type: message/feedback-report

            Feedback-Type: %s
            User-Agent: SomeGenerator/1.0
            Version: 1

            --b2
            Content-Type: message/rfc822
            Content-Disposition: inline

            Message-ID: <%s@localhost>
            From: Gatepost <no-reply@localhost>
            To: <redacted@quillwort.example>
            Subject: Cleared jobs this week

            Words
            --b2--
            """;

    @Autowired
    MailReports reports;

    @Autowired
    Subscribers subscribers;

    @Autowired
    SignedLinks links;

    @Autowired
    MockMvcTester browser;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient database;

    UUID reader;
    UUID key;

    @BeforeEach
    void somebodyWhoWasSentAnIssue() {
        reader = UuidCreator.getTimeOrderedEpoch();
        key = sent();
    }

    private UUID sent() {
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        database.sql("""
                        insert into subscriber (id, version, email, status, asked_at, wording, confirmed_at, mails_counted)
                        select ?, 0, ?, 'CONFIRMED', ?, 'words', ?, 0
                        where not exists (select 1 from subscriber where id = ?)""")
                .params(reader, reader + "@quillwort.example", now, now, reader)
                .update();
        UUID issue = UUID.randomUUID();
        UUID copy = UUID.randomUUID();
        database.sql("""
                        insert into mailing_issue (id, version, submission_id, topic, subject, body, segment_miles, status,
                                                   made_at, started_at, ended_at, failures)
                        values (?, 0, ?, 'JOBS', 'Sent', 'Words', 0, 'SENT', ?, ?, ?, 0)""").params(issue, issue, now, now, now).update();
        database.sql("""
                        insert into mailing_delivery (issue_id, subscriber_id, message_key, status, attempts, ended_at)
                        values (?, ?, ?, 'SENT', 1, ?)""").params(issue, reader, copy, now).update();
        return copy;
    }

    private static MimeMessage mail(String text) throws Exception {
        return new MimeMessage(
                Session.getInstance(new Properties()),
                new ByteArrayInputStream(text.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8)));
    }

    private static MimeMessage bounce(String action, String status, UUID key) throws Exception {
        return mail(DSN.formatted(action, status, status, "text/rfc822-headers", key));
    }

    private Effect take(MimeMessage mail) throws Exception {
        return MailReport.of(mail).map(reports::take).orElse(Effect.NONE);
    }

    private String status() {
        return database.sql("select status from subscriber where id = ?")
                .param(reader)
                .query(String.class)
                .single();
    }

    private String delivery() {
        return database.sql("select status from mailing_delivery where message_key = ?")
                .param(key)
                .query(String.class)
                .single();
    }

    @Test
    void aHardBounceClosesTheAddressAtOnceAndItsWordsNameNobody() throws Exception {
        assertThat(take(bounce("failed", "5.1.1", key))).isEqualTo(Effect.CLOSED);
        assertThat(take(bounce("failed", "5.1.1", key))).isEqualTo(Effect.NONE);

        assertThat(status()).isEqualTo("SUPPRESSED");
        assertThat(delivery()).isEqualTo("BOUNCED");
        assertThat(database.sql("select suppressed_because, suppressed_reason from subscriber where id = ?")
                        .param(reader)
                        .query((row, number) -> tuple(row.getString(1), row.getString(2)))
                        .single())
                .isEqualTo(tuple("BOUNCE", "5.1.1 smtp; 550 5.1.1 <…>: no"));
    }

    @Test
    void aSoftBounceClosesItAfterFiveDaysOfThem() throws Exception {
        for (int day = 1; day < 5; day++) {
            assertThat(take(bounce("failed", "5.2.2", key))).isEqualTo(Effect.COUNTED);
            take(bounce("failed", "4.4.7", sent()));
            assertThat(status()).isEqualTo("CONFIRMED");
            clock.advance(Duration.ofDays(1));
            key = sent();
        }
        assertThat(take(bounce("failed", "5.2.2", key))).isEqualTo(Effect.CLOSED);
        assertThat(status()).isEqualTo("SUPPRESSED");
    }

    @Test
    void aDelayIsNoBounceAndAStrangersReportClosesNobody() throws Exception {
        assertThat(take(bounce("delayed", "4.4.1", key))).isEqualTo(Effect.NONE);
        assertThat(take(bounce("failed", "5.1.1", UUID.randomUUID()))).isEqualTo(Effect.NONE);
        assertThat(take(mail("From: x@y.example\nSubject: hello\n\nWords"))).isEqualTo(Effect.NONE);
        assertThat(status()).isEqualTo("CONFIRMED");
    }

    /** As some servers report it: nothing of our mail is given back. */
    private static MimeMessage bounceWithoutTheMail(String status, String... recipients) throws Exception {
        var fields = new StringBuilder();
        for (String recipient : recipients) {
            fields.append("\n")
                    .append(recipient)
                    .append("\nAction: failed\nStatus: ")
                    .append(status)
                    .append("\n");
        }
        return mail("""
                From: Mail Delivery System <mailer-daemon@mx.example>
                Subject: Undelivered Mail Returned to Sender
                MIME-Version: 1.0
                Content-Type: multipart/report; report-type=delivery-status; boundary="b1"

                --b1
                Content-Type: text/plain

                It could not be delivered.
                --b1
                Content-Type: message/delivery-status

                Reporting-MTA: dns; mx.example
                %s
                --b1--
                """.formatted(fields));
    }

    @Test
    void aBounceThatGivesNothingBackIsAboutTheAddressItNamesIfThatWasSentToLately() throws Exception {
        String address = reader + "@quillwort.example";
        assertThat(take(bounceWithoutTheMail("5.2.2", "Final-Recipient: rfc822; " + address)))
                .isEqualTo(Effect.COUNTED);
        assertThat(delivery()).isEqualTo("BOUNCED");
        assertThat(take(bounceWithoutTheMail(
                        "5.1.1",
                        "Original-Recipient: RFC822;<" + address.toUpperCase(java.util.Locale.ROOT)
                                + ">\nFinal-Recipient: rfc822; forwarded@elsewhere.example")))
                .isEqualTo(Effect.CLOSED);
        assertThat(status()).isEqualTo("SUPPRESSED");
    }

    @Test
    void aBounceThatGivesNothingBackIsNotBelievedOfWhoWasNotSentToLatelyNorOfSeveral() throws Exception {
        String address = "Final-Recipient: rfc822; " + reader + "@quillwort.example";
        assertThat(take(bounceWithoutTheMail("5.1.1", address, "Final-Recipient: rfc822; other@quillwort.example")))
                .isEqualTo(Effect.NONE);
        assertThat(take(bounceWithoutTheMail("5.1.1", "Final-Recipient: x400; c=xx")))
                .isEqualTo(Effect.NONE);
        assertThat(take(bounceWithoutTheMail("5.1.1", "Final-Recipient: rfc822; nobody@quillwort.example")))
                .isEqualTo(Effect.NONE);
        // What others send in our name comes back to us too, with a Message-ID that is not ours.
        assertThat(take(mail(DSN.replace("wren@quillwort.example", reader + "@quillwort.example")
                        .formatted("failed", "5.1.1", "5.1.1", "text/rfc822-headers", UUID.randomUUID()))))
                .isEqualTo(Effect.NONE);
        clock.advance(Duration.ofDays(8));
        assertThat(take(bounceWithoutTheMail("5.1.1", address))).isEqualTo(Effect.NONE);
        assertThat(status()).isEqualTo("CONFIRMED");
    }

    @Test
    void aComplaintClosesItAtOnceAndNotSpamDoesNot() throws Exception {
        assertThat(take(mail(ARF.formatted("not-spam", key)))).isEqualTo(Effect.NONE);
        assertThat(take(mail(ARF.formatted("abuse", key)))).isEqualTo(Effect.CLOSED);
        assertThat(status()).isEqualTo("SUPPRESSED");
        assertThat(delivery()).isEqualTo("SENT");
    }

    @Test
    void theMailboxIsReadAndWhatIsNotUnderstoodIsLeftForAPerson() throws Exception {
        var server = new GreenMail(ServerSetupTest.IMAP.dynamicPort());
        server.start();
        try {
            var user = server.setUser("bounces@gatepost.example", "bounces", "secret");
            user.deliver(bounce("failed", "5.1.1", key));
            user.deliver(mail("From: a@b.example\nSubject: a question\n\nWords"));
            UUID bounced = reader;
            reader = UuidCreator.getTimeOrderedEpoch();
            sent();
            user.deliver(mail("From: c@d.example\nSubject: leave " + links.tokenFor("mailing-list/leave", reader)
                    + "\n\nPlease"));
            var mailbox = new ListMailbox(
                    new ImapSettings("127.0.0.1", server.getImap().getPort(), "bounces", "secret", "INBOX", false),
                    reports,
                    subscribers);

            mailbox.read();
            mailbox.read();

            assertThat(status()).isEqualTo("UNSUBSCRIBED");
            reader = bounced;
            assertThat(status()).isEqualTo("SUPPRESSED");
            var left = server.getManagers().getImapHostManager().getInbox(user).getMessages();
            assertThat(left)
                    .singleElement()
                    .satisfies(message ->
                            assertThat(message.getMimeMessage().getSubject()).isEqualTo("a question"));
            assertThat(reports.lastLook("imap")).get().returns("", MailReports.Looked::trouble);
        } finally {
            server.stop();
        }
    }

    @Test
    void aReportWithoutTheProvidersTokenIsRefused() {
        assertThat(browser.post()
                        .uri("/api/mailing-list/reports")
                        .header("Authorization", "Bearer wrong")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(
                                "{\"kind\":\"bounce\",\"messageId\":\"<" + key + "@localhost>\",\"status\":\"5.1.1\"}"))
                .hasStatus(401);
        assertThat(status()).isEqualTo("CONFIRMED");
    }

    @Test
    void aProviderPostsAReportInFieldsOrAsTheMailThatCameAndIsToldTheEffect() {
        String bounce = "{\"kind\":\"bounce\",\"messageId\":\"<%s@localhost>\",\"status\":\"5.1.1\"}".formatted(key);
        assertThat(post(bounce)).hasStatusOk().bodyText().contains("closed");
        assertThat(post(bounce)).as("the same again").hasStatusOk().bodyText().contains("none");
        assertThat(status()).isEqualTo("SUPPRESSED");
        assertThat(delivery()).isEqualTo("BOUNCED");

        reader = UuidCreator.getTimeOrderedEpoch();
        key = sent();
        String complaint = ARF.formatted("abuse", key).replace("\n", "\\r\\n").replace("\"", "\\\"");
        assertThat(post("{\"mail\":\"" + complaint + "\"}"))
                .hasStatusOk()
                .bodyText()
                .contains("closed");
        assertThat(status()).isEqualTo("SUPPRESSED");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"kind\":\"praise\",\"messageId\":\"<x@localhost>\"}",
                "{\"kind\":\"bounce\",\"address\":\"no address\"}",
                "{\"mail\":\"Subject: hello\"}",
                "{}",
                "[]",
                "not JSON"
            })
    void aReportThatMakesNoSenseIsRefusedAndSaysWhy(String body) {
        var answer = post(body).getResponse();
        assertThat(answer.getStatus()).isBetween(400, 422);
        assertThat(answer.getContentType()).contains("application/problem+json");
    }

    private MvcTestResult post(String body) {
        return browser.post()
                .uri("/api/mailing-list/reports")
                .header("Authorization", "Bearer " + ModuleTest.WEBHOOK_TOKEN)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    @Test
    void whatIsForGoodIsTheMailboxAndNotTheMoment() {
        assertThat(java.util.List.of("5.1.1", "5.1.10", "5.2.1", "5.4.4", "5.0.0"))
                .allMatch(MailStatus::isForGood);
        assertThat(java.util.List.of("5.2.2", "5.3.4", "5.7.1", "4.4.7", "4.2.2", "2.0.0", "", "511"))
                .noneMatch(MailStatus::isForGood);
    }
}
