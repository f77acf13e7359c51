package net.gatepost.mailinglist;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetupTest;
import java.util.Arrays;
import java.util.regex.Pattern;
import net.gatepost.ModuleTest;
import net.gatepost.account.People;
import net.gatepost.mail.MailServers;
import net.gatepost.mail.SentMails;
import net.gatepost.mailinglist.issue.Sending;
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
        var leave = Pattern.compile("<https?://[^/]+(/mailing-list/leave/[^>]+)>")
                .matcher(mail.getHeader("List-Unsubscribe", ","));
        assertThat(leave.find()).isTrue();
        assertThat(reader.post(leave.group(1), "List-Unsubscribe", "One-Click")).hasStatusOk();

        sending.send(sending.write("The second issue"));
        assertThat(received()).isEqualTo(1);
    }
}
