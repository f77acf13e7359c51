package net.gatepost.notification.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.gatepost.ModuleTest;
import net.gatepost.TestClock;
import net.gatepost.account.People;
import net.gatepost.employer.Companies;
import net.gatepost.notification.Inbox;
import net.gatepost.notification.MailChoices;
import net.gatepost.notification.Mailing;
import net.gatepost.notification.Notice;
import net.gatepost.notification.NoticeKind;
import net.gatepost.notification.Notifications;
import net.gatepost.web.Role;
import net.gatepost.web.Viewer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;

@ModuleTest
class NotificationsPageTest {

    private static final String PAGE = "/me/notifications";

    @Autowired
    MockMvcTester browser;

    @Autowired
    People people;

    @Autowired
    Companies companies;

    @Autowired
    Notifications notifications;

    @Autowired
    MailChoices choices;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    TestClock clock;

    People.Person casey;
    Viewer viewer;

    @BeforeEach
    void aMember() {
        casey = people.member();
        viewer = new Viewer(casey.id(), "Robin Test", Set.of(Role.MEMBER));
    }

    private void tell(String sentence) {
        transaction.executeWithoutResult(status -> notifications.tell(
                casey.id(),
                new Notice(
                        NoticeKind.LOOK,
                        "mail.notification.mail-notice.subject",
                        List.of(sentence),
                        "/me/profile",
                        sentence)));
    }

    private MvcTestResult get(String path) {
        return browser.get().uri(path).with(casey).exchange();
    }

    private MvcTestResult post(String path, Map<String, String> fields) {
        var request = browser.post().uri(PAGE + path).with(casey).with(csrf());
        fields.forEach(request::param);
        return request.exchange();
    }

    private Document page(MvcTestResult answer) {
        return Jsoup.parse(new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8));
    }

    @Test
    void whoWasToldNothingLearnsWhatWouldStandHere() {
        var answer = get(PAGE);
        assertThat(answer).hasStatusOk().headers().hasValue("Cache-Control", "no-store");
        var page = page(answer);
        assertThat(page.select("h1")).hasSize(1);
        assertThat(page.text()).contains("Nothing has happened yet").doesNotContain("??", "Mark all as read");
        assertThat(page.select("main a[href=/me/searches]")).hasSize(1);
    }

    @Test
    void theListIsPagedWithTheNewestFirst() {
        for (int i = 1; i <= Inbox.PAGE_SIZE + 1; i++) {
            tell("Number " + i);
        }
        var first = page(get(PAGE));
        assertThat(first.select(".news a").eachText())
                .hasSize(Inbox.PAGE_SIZE)
                .startsWith("Number " + (Inbox.PAGE_SIZE + 1));
        assertThat(first.text()).contains("Page 1 of 2");
        assertThat(page(get(PAGE + "?page=2")).select(".news a").eachText()).containsExactly("Number 1");
        assertThat(page(get(PAGE + "?page=3")).text()).contains("This list is not that long");
        assertThat(page(get(PAGE + "?page=-x")).select(".news a")).hasSize(Inbox.PAGE_SIZE);
    }

    @Test
    void whatIsReadIsNotNewAndWhatCameMeanwhileIs() {
        tell("Early");
        String until = page(get(PAGE)).select("input[name=until]").attr("value");
        clock.advance(Duration.ofSeconds(1));
        tell("Meanwhile");
        assertThat(post("/reading", Map.of("until", until))).hasRedirectedUrl(PAGE);
        assertThat(page(get(PAGE)).select(".news-new a").eachText()).containsExactly("Meanwhile");
        assertThat(page(get(PAGE)).select(".news a")).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "yesterday", "+999999999-12-31T23:59:59Z", "-1000000000-01-01T00:00:00Z"})
    void aMomentThatIsNoneHarmsNothing(String until) {
        post("/reading", Map.of("until", until));
        clock.advance(Duration.ofSeconds(1));
        tell("After");
        assertThat(page(get(PAGE)).select(".news-new a").eachText()).containsExactly("After");
    }

    @Test
    void whatIsChosenIsKept() {
        assertThat(page(get(PAGE)).select("select[name=applicant]"))
                .as("of a recruiter alone")
                .isEmpty();
        var chosen = Map.of("application", "DAILY", "revealRequest", "NEVER", "look", "AT_ONCE", "report", "NEVER");
        for (int again = 0; again < 2; again++) {
            assertThat(post("/choices", chosen)).hasRedirectedUrl(PAGE);
        }
        assertThat(page(get(PAGE)).select("option[selected]").eachAttr("value"))
                .containsExactly("DAILY", "NEVER", "AT_ONCE", "NEVER");
        assertThat(choices.of(viewer)).containsEntry(NoticeKind.APPLICANT, Mailing.DAILY);
    }

    @Test
    void aRecruiterChoosesForApplicantsToo() {
        companies.verified(casey);
        assertThat(page(get(PAGE)).select("select[name=applicant] option")).hasSize(3);
        post("/choices", Map.of("applicant", "NEVER"));
        assertThat(choices.of(viewer))
                .containsEntry(NoticeKind.APPLICANT, Mailing.NEVER)
                .containsEntry(NoticeKind.APPLICATION, Mailing.AT_ONCE);
    }

    @Test
    void whatIsNoChoiceIsRefusedInWordsAndNothingIsChanged() {
        var answer = post("/choices", Map.of("application", "HOURLY", "look", "NEVER"));
        assertThat(answer).hasStatus(422);
        assertThat(page(answer).select(".errors a[href=#application]").text()).isEqualTo("Choose one of the three");
        assertThat(page(answer).select("select[name=look] option[selected]").attr("value"))
                .isEqualTo("NEVER");
        assertThat(choices.of(viewer)).containsEntry(NoticeKind.LOOK, Mailing.DAILY);
    }
}
