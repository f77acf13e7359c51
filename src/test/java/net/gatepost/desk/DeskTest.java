package net.gatepost.desk;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import net.gatepost.ModuleTest;
import net.gatepost.TestClock;
import net.gatepost.account.Accounts;
import net.gatepost.account.Desk;
import net.gatepost.account.People;
import net.gatepost.candidate.Basics;
import net.gatepost.candidate.Candidates;
import net.gatepost.employer.Companies;
import net.gatepost.mail.EmailAddress;
import net.gatepost.notification.Notice;
import net.gatepost.notification.NoticeKind;
import net.gatepost.notification.Notifications;
import net.gatepost.web.Role;
import net.gatepost.web.Viewer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;

@ModuleTest
class DeskTest {

    @Autowired
    MockMvcTester browser;

    @Autowired
    People people;

    @Autowired
    Companies companies;

    @Autowired
    Accounts accounts;

    @Autowired
    Candidates candidates;

    @Autowired
    Notifications notifications;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    TestClock clock;

    @Test
    void aMemberIsGreetedAndToldWhatToDoNext() {
        assertThat(browser.get().uri("/me").with(people.member()))
                .hasStatusOk()
                .bodyText()
                .contains("Robin Test", "/me/profile", "/jobs", "/me/security", "/sign-out");
    }

    @Test
    void whoIsNewSeesTheFirstStepsAndThatNobodySeesThem() {
        var page = desk(people.member());
        assertThat(page.select("main h2").eachText()).contains("Begin here", "Who may see your profile");
        assertThat(page.select(".todo a").eachAttr("href")).hasSize(4).startsWith("/me/profile/clearances/new");
        assertThat(page.select("main").text())
                .contains("Sealed", "5 more steps")
                .doesNotContain("What is new", "??");
    }

    @Test
    void aStepThatIsDoneGivesWayToTheNext() {
        var member = people.member();
        var viewer = new Viewer(member.id(), "Robin Test", Set.of(Role.MEMBER));
        candidates.change(viewer, -1, new Basics("Signals engineer", "Radar", List.of("Java")));
        assertThat(desk(member).select(".todo a").eachText())
                .startsWith("Add a clearance", "Put your résumé on file", "Say which citizenship you hold")
                .doesNotContain("Write a headline", "List your skills");
    }

    @Test
    void whatHappenedStandsOnTheDeskUntilTheNextVisit() {
        var member = people.member();
        transaction.executeWithoutResult(status -> notifications.tell(
                member.id(),
                new Notice(
                        NoticeKind.LOOK,
                        "mail.notification.mail-notice.subject",
                        List.of("Somebody <looked>"),
                        "/me/profile",
                        "look")));
        clock.advance(Duration.ofMinutes(2));
        for (int reload = 0; reload < 2; reload++) {
            assertThat(desk(member).select(".news .news-new a").eachText()).containsExactly("Somebody <looked>");
        }
        clock.advance(Duration.ofHours(1));
        var later = desk(member);
        assertThat(later.select(".news")).isEmpty();
        assertThat(later.select("main").text()).contains("Nothing is new since your last visit.");
    }

    @Test
    void nobodyElseComesHere() {
        assertThat(browser.get().uri("/me")).hasStatus(302).hasRedirectedUrl("/sign-in?next=%2Fme");
    }

    @Test
    void everyRoomOfADeskOpensAndIsMarkedAsTheOneThatIsOpen() {
        var administrator = people.administrator();
        companies.verified(administrator);
        for (String desk : List.of("/me", "/hire", "/admin")) {
            var rooms = page(desk, administrator).select(".rooms a").eachAttr("href");
            assertThat(rooms).as(desk).contains(desk);
            for (String room : rooms) {
                var open = page(room, administrator).select(".rooms a[aria-current]");
                assertThat(open.eachAttr("href")).as(room).containsExactly(room);
            }
        }
    }

    @Test
    void aRecruiterSeesHowTheirEmployersStand() {
        var recruiter = people.member();
        companies.verified(recruiter);
        companies.pending(recruiter);
        var page = desk(recruiter);
        assertThat(page.select("main .state").eachText()).contains("Verified", "Waiting");
        assertThat(page.select("a[href^=/hire/listings/new?employer=]")).hasSize(1);
        assertThat(page.select(".todo")).as("of who keeps no profile").isEmpty();
    }

    @Test
    void whoCameToHireFindsTheWayAndWhoDidNotIsNotBothered() {
        var visitorEmail = new EmailAddress(java.util.UUID.randomUUID() + "@hiring.example");
        accounts.register("Riley Chen", visitorEmail, "seven gates, no post", Desk.HIRING, false);
        var session = requireNonNull(browser.post()
                .uri("/sign-in")
                .param("email", visitorEmail.value())
                .param("passphrase", "seven gates, no post")
                .exchange()
                .getResponse()
                .getCookie("gatepost"));

        assertThat(browser.get().uri("/me").cookie(session)).bodyText().contains("Register your employer");
        assertThat(browser.get().uri("/me").with(people.member())).bodyText().doesNotContain("Register your employer");
    }

    private Document desk(People.Person person) {
        return page("/me", person);
    }

    private Document page(String path, People.Person person) {
        var answer = browser.get().uri(path).with(person).exchange();
        assertThat(answer).as(path).hasStatusOk();
        return Jsoup.parse(new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8));
    }
}
