package net.gatepost.mailinglist;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetupTest;
import jakarta.mail.internet.MimeMessage;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import net.gatepost.ModuleTest;
import net.gatepost.TestClock;
import net.gatepost.account.People;
import net.gatepost.apply.Applying;
import net.gatepost.apply.web.Hiring;
import net.gatepost.briefing.Drafts;
import net.gatepost.briefing.Newsroom;
import net.gatepost.employer.Companies;
import net.gatepost.job.Listings;
import net.gatepost.job.search.ListingIndex;
import net.gatepost.mail.MailServers;
import net.gatepost.mail.SentMails;
import net.gatepost.mailinglist.issue.Sending;
import net.gatepost.web.Role;
import net.gatepost.web.Viewer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** The whole way of a reader, with a real mail server: joining, confirming, an issue, leaving in one click, nothing more. */
@ModuleTest
class ListThroughSmtpTest {

    @Autowired
    MockMvcTester browser;

    @Autowired
    SentMails mails;

    @Autowired
    SchedulerClient waitingWork;

    @Autowired
    Signups signups;

    @Autowired
    People people;

    @Autowired
    Newsroom newsroom;

    @Autowired
    Companies companies;

    @Autowired
    Listings listings;

    @Autowired
    Applying applying;

    @Autowired
    ListingIndex index;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient database;

    @Autowired
    ListableBeanFactory house;

    GreenMail server;
    Sending sending;
    ListReader reader;

    @BeforeEach
    void aServer() {
        database.sql("delete from mailing_issue").update();
        server = new GreenMail(ServerSetupTest.SMTP.dynamicPort());
        server.start();
        sending = new Sending(
                house,
                people.administrator().id(),
                MailServers.smtp(house, server.getSmtp().getPort()));
        reader = new ListReader(browser, new WaitingSignups(waitingWork, signups), mails);
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    /** A briefing and a listing, and the index knows of the listing. */
    private void somethingNew(String word) throws InterruptedException {
        var editor = new Viewer(people.editor().id(), "Robin Test", Set.of(Role.EDITOR));
        UUID briefing = newsroom.draft(
                editor,
                UUID.randomUUID(),
                Drafts.headed("Inspectors count " + word).draft());
        var stands = newsroom.one(briefing);
        newsroom.publish(editor, briefing, stands.version(), stands.content());
        new Hiring(people, companies, listings, applying, clock).listing();
        index.rebuild();
    }

    private long received() {
        return Arrays.stream(server.getReceivedMessages())
                .filter(mail -> {
                    try {
                        return mail.getHeader("To", ",").contains(reader.email.value());
                    } catch (jakarta.mail.MessagingException unreadable) {
                        throw new IllegalStateException(unreadable);
                    }
                })
                .count();
    }

    @Test
    void aDigestCarriesListingsAndBriefingsToWhoConfirmedAndNothingMoreAfterOneClick() throws Exception {
        String word = "w" + UUID.randomUUID().toString().substring(0, 8);
        somethingNew(word);
        reader.join();

        sending.send(sending.digest());

        assertThat(received()).isEqualTo(1);
        var mail = Arrays.stream(server.getReceivedMessages())
                .reduce((first, last) -> last)
                .orElseThrow();
        String words = GreenMailUtil.getBody(mail).replace("=\r\n", "");
        assertThat(words).contains("Signals Systems Engineer", "Inspectors count " + word, "/mailing-list/leave/");
        assertThat(reader.post(leavePath(mail), "List-Unsubscribe", "One-Click"))
                .hasStatusOk();
        sending.send(sending.write("One more"));
        assertThat(received()).isEqualTo(1);
    }

    private static String leavePath(MimeMessage mail) throws jakarta.mail.MessagingException {
        var leave = Pattern.compile("<https?://[^/]+(/mailing-list/leave/[^>]+)>")
                .matcher(mail.getHeader("List-Unsubscribe", ","));
        assertThat(leave.find()).isTrue();
        return leave.group(1);
    }

    @Test
    void whoLeavesInOneClickGetsNothingMore() throws Exception {
        reader.ask();
        sending.send(sending.write("Too early"));
        assertThat(received()).isZero();

        reader.post(reader.confirmLink());
        sending.send(sending.write("The first issue"));
        assertThat(received()).isEqualTo(1);

        var mail = Arrays.stream(server.getReceivedMessages())
                .reduce((first, last) -> last)
                .orElseThrow();
        assertThat(mail.getSubject()).isEqualTo("The first issue");
        assertThat(reader.post(leavePath(mail), "List-Unsubscribe", "One-Click"))
                .hasStatusOk();

        sending.send(sending.write("The second issue"));
        assertThat(received()).isEqualTo(1);
    }
}
