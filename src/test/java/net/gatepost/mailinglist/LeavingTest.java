package net.gatepost.mailinglist;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.f4b6a3.uuid.UuidCreator;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import net.gatepost.ModuleTest;
import net.gatepost.TestClock;
import net.gatepost.mail.SentMails;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@ModuleTest
class LeavingTest {

    private static final UUID ADMINISTRATOR = UuidCreator.getTimeOrderedEpoch();

    @Autowired
    MockMvcTester browser;

    @Autowired
    SentMails mails;

    @Autowired
    TestClock clock;

    @Autowired
    SchedulerClient waitingWork;

    @Autowired
    Signups signups;

    @Autowired
    SubscriberRepository subscribers;

    @Autowired
    SubscriberDesk desk;

    @Autowired
    Retention retention;

    ListReader reader;

    @BeforeEach
    void aReader() {
        var waiting = new WaitingSignups(waitingWork, signups);
        waiting.handleAll();
        reader = new ListReader(browser, waiting, mails);
    }

    private SubscriberDesk.Entry entry() {
        return desk.list(new SubscriberDesk.Filter(null, null, reader.email.value()), 0)
                .getContent()
                .get(0);
    }

    /** Joined, and then told once more: that mail has the link to choose topics. */
    private String preferencesLink() {
        reader.join();
        clock.advance(Duration.ofDays(1));
        reader.ask();
        return reader.latestMail().link("/mailing-list/preferences/");
    }

    @Test
    void openingTheLinkDoesNotLeaveAndTheButtonDoes() {
        reader.join();
        assertThat(reader.get(reader.leaveLink())).hasStatusOk().bodyText().contains("Leave the list");
        assertThat(entry().status()).isEqualTo(SubscriberStatus.CONFIRMED);

        assertThat(reader.post(reader.leaveLink())).hasRedirectedUrl("/mailing-list/left");
        assertThat(entry().status()).isEqualTo(SubscriberStatus.UNSUBSCRIBED);
    }

    @Test
    void oneClickLeavesWithoutCookieOriginOrRedirect() {
        reader.join();
        assertThat(reader.post(reader.leaveLink(), "List-Unsubscribe", "One-Click"))
                .hasStatus(200)
                .hasContentTypeCompatibleWith(MediaType.TEXT_PLAIN);
        assertThat(entry().status()).isEqualTo(SubscriberStatus.UNSUBSCRIBED);
        assertThat(reader.post(reader.leaveLink(), "List-Unsubscribe", "One-Click"))
                .hasStatus(200);
    }

    @Test
    void oneClickLeavesAsAMultipartFormFromAnotherOrigin() {
        reader.join();
        assertThat(browser.post()
                        .uri(reader.leaveLink())
                        .header("Origin", "https://mail.example")
                        .header("Sec-Fetch-Site", "cross-site")
                        .multipart()
                        .param("List-Unsubscribe", "One-Click"))
                .hasStatus(200);
        assertThat(entry().status()).isEqualTo(SubscriberStatus.UNSUBSCRIBED);
    }

    @Test
    void everyMailCarriesTheWayOutInItsHeaders() {
        String preferences = preferencesLink();
        assertThat(preferences).isNotBlank();
        assertThat(mails.to(reader.email))
                .hasSize(2)
                .allSatisfy(mail -> assertThat(mail.headers())
                        .contains("List-Unsubscribe-Post: List-Unsubscribe=One-Click")
                        .contains("List-Unsubscribe: <http://localhost:8080" + reader.leaveLink() + ">"));
    }

    @Test
    void leavingAgainIsFriendly() {
        reader.join();
        reader.post(reader.leaveLink());
        assertThat(reader.get(reader.leaveLink())).hasStatusOk().bodyText().contains("has already left");
        assertThat(reader.post(reader.leaveLink())).hasRedirectedUrl("/mailing-list/left");
    }

    @Test
    void theLinkWorksYearsLaterAndAfterComingBack() {
        reader.join();
        String old = reader.leaveLink();
        reader.post(old);
        clock.advance(Duration.ofDays(1));
        reader.join();
        assertThat(entry().status()).isEqualTo(SubscriberStatus.CONFIRMED);

        clock.advance(Duration.ofDays(3650));
        assertThat(reader.post(old)).hasRedirectedUrl("/mailing-list/left");
        assertThat(entry().status()).isEqualTo(SubscriberStatus.UNSUBSCRIBED);
    }

    @Test
    void comingBackAsksForANewConfirmation() {
        reader.join();
        String firstConfirmation = reader.confirmLink();
        reader.post(reader.leaveLink());
        assertThat(reader.post(firstConfirmation)).hasStatus(404);

        clock.advance(Duration.ofMinutes(11));
        reader.ask();
        assertThat(entry().status()).isEqualTo(SubscriberStatus.PENDING);
        assertThat(entry().confirmedAt()).isNull();
        reader.post(reader.confirmLink());
        assertThat(entry().status()).isEqualTo(SubscriberStatus.CONFIRMED);
    }

    @Test
    void leavingBeforeConfirmingEndsTheConfirmationLink() {
        reader.ask();
        reader.post(reader.leaveLink());
        assertThat(entry().status()).isEqualTo(SubscriberStatus.UNSUBSCRIBED);
        assertThat(reader.post(reader.confirmLink())).hasStatus(404);
    }

    @Test
    void aSuppressedAddressStaysSuppressedWhenItsOwnerLeaves() {
        reader.join();
        desk.suppress(ADMINISTRATOR, reader.email, "complained");
        assertThat(reader.post(reader.leaveLink())).hasRedirectedUrl("/mailing-list/left");
        assertThat(entry().status()).isEqualTo(SubscriberStatus.SUPPRESSED);
    }

    @Test
    void aForgottenAddressMayStillUseItsLink() {
        reader.ask();
        clock.advance(Duration.ofDays(31));
        retention.forgetUnconfirmed();
        assertThat(reader.get(reader.leaveLink())).hasStatusOk().bodyText().contains("no longer known");
        assertThat(reader.post(reader.leaveLink())).hasRedirectedUrl("/mailing-list/left");
    }

    @Test
    void aTamperedLinkIsNotFoundAndNobodyLeaves() {
        reader.join();
        String link = reader.leaveLink();
        String token = link.replaceFirst(".*/", "");
        char first = token.charAt(0);
        var wrong = List.of(
                (first == 'A' ? 'B' : 'A') + token.substring(1),
                token.substring(0, token.length() - 1) + (token.endsWith("A") ? 'B' : 'A'),
                token.substring(1),
                token + "A",
                "x",
                "<b>",
                "!".repeat(token.length()));
        for (String tampered : wrong) {
            String path = "/mailing-list/leave/" + tampered;
            assertThat(reader.get(path)).hasStatus(404);
            assertThat(reader.post(path)).hasStatus(404);
            assertThat(reader.post(path, "List-Unsubscribe", "One-Click")).hasStatus(404);
        }
        assertThat(entry().status()).isEqualTo(SubscriberStatus.CONFIRMED);
    }

    @Test
    void topicsAreChosenWithoutAnAccount() {
        String link = preferencesLink();
        assertThat(reader.get(link))
                .hasStatusOk()
                .bodyText()
                .contains("checked")
                .contains("Jobs near");
        assertThat(reader.post(link, "topics", "BRIEFINGS")).hasRedirectedUrl(link + "?saved=true");
        assertThat(entry().topics()).isEqualTo(Set.of(Topic.BRIEFINGS));
        assertThat(reader.get(link + "?saved=true")).hasStatusOk().bodyText().contains("Your choice is saved.");
    }

    @Test
    void noTopicAndUnknownTopicsChangeNothing() {
        String link = preferencesLink();
        assertThat(reader.post(link)).hasStatus(422).bodyText().contains("Choose at least one topic");
        assertThat(reader.post(link, "topics", "WEATHER")).hasStatus(422);
        assertThat(entry().topics()).isEqualTo(Set.of(Topic.JOBS, Topic.BRIEFINGS));
    }

    @Test
    void aLinkToChooseTopicsIsNoLinkToLeaveAndTheOtherWayRound() {
        String preferences = preferencesLink();
        String leave = reader.leaveLink();
        assertThat(reader.post(preferences.replace("preferences", "leave"))).hasStatus(404);
        assertThat(reader.get(leave.replace("leave", "preferences"))).hasStatus(404);
        assertThat(reader.post(leave.replace("leave", "preferences"), "topics", "JOBS"))
                .hasStatus(404);
        assertThat(entry().status()).isEqualTo(SubscriberStatus.CONFIRMED);
    }

    @Test
    void somebodyWhoLeftHasNoTopicsToChoose() {
        String link = preferencesLink();
        reader.post(reader.leaveLink());
        assertThat(reader.get(link)).hasStatusOk().bodyText().contains("You are not on the list");
        assertThat(reader.post(link, "topics", "JOBS")).hasRedirectedUrl("/mailing-list/left");
        assertThat(entry().status()).isEqualTo(SubscriberStatus.UNSUBSCRIBED);
    }
}
