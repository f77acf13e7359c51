package net.gatepost.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import net.gatepost.ModuleTest;
import net.gatepost.TestClock;
import net.gatepost.account.People.Person;
import net.gatepost.mail.SentMails;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Where somebody is signed in, as they see it and end it. */
@ModuleTest
class OwnSessionsTest {

    private static final String FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0";
    private static final String IPHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15"
            + " (KHTML, like Gecko) Version/18.6 Mobile/15E148 Safari/604.1";

    @Autowired
    MockMvcTester browser;

    @Autowired
    People people;

    @Autowired
    SentMails mails;

    @Autowired
    TestClock clock;

    private final Visitor visitor = new Visitor();

    @Test
    void eachSessionIsListedByItsDeviceAndEndedByItsOwnerAlone() {
        var person = people.member();
        var here = signIn(person, FIREFOX);
        var phone = signIn(person, IPHONE);
        var page = security(here);

        assertThat(page.select("#sessions-title ~ .entries h3").eachText())
                .containsExactly("Firefox on Linux", "Safari on iPhone");
        String phoneId = new String(Base64.getDecoder().decode(phone.getValue()), StandardCharsets.UTF_8);
        assertThat(page.outerHtml()).doesNotContain(phoneId, phone.getValue());
        String handle = page.select("input[name=session]").val();
        var stranger = people.member();
        post(signIn(stranger, FIREFOX), "/me/security/sessions/end", handle);
        assertThat(get(phone)).as("not a stranger's to end").hasStatusOk();

        post(here, "/me/security/sessions/end", handle);
        assertThat(get(phone)).hasStatus(302);
        assertThat(get(here)).hasStatusOk();
    }

    @Test
    void allOthersAreEndedAtOnce() {
        var person = people.member();
        var here = signIn(person, FIREFOX);
        var one = signIn(person, IPHONE);
        var other = signIn(person, FIREFOX);

        post(here, "/me/security/sessions/end-others", "");

        assertThat(get(one)).hasStatus(302);
        assertThat(get(other)).hasStatus(302);
        assertThat(get(here)).hasStatusOk();
    }

    @Test
    void aDeviceThatIsNewIsMailedButNotTheFirstAndNotTwice() {
        var person = people.member();
        signIn(person, FIREFOX);
        assertThat(mails.to(person.email())).isEmpty();
        signIn(person, IPHONE);
        signIn(person, IPHONE);
        signIn(person, FIREFOX);

        assertThat(mails.to(person.email()))
                .singleElement()
                .satisfies(mail -> assertThat(mail.text()).contains("Safari on iPhone"));
    }

    @Test
    void aSessionEndsAfterADayHoweverBusyItIs() {
        var session = signIn(people.member(), FIREFOX);
        clock.advance(Duration.ofHours(23));
        assertThat(get(session)).hasStatusOk();

        clock.advance(Duration.ofHours(2));

        assertThat(get(session)).redirectedUrl().startsWith("/sign-in");
        clock.reset();
        assertThat(get(session)).as("and for good").hasStatus(302);
    }

    @Test
    void aSessionThatBeganWhileTheClockRanAheadEndsWhenItIsSetRight() {
        var session = signIn(people.member(), FIREFOX);
        clock.advance(Duration.ofHours(-23));
        assertThat(get(session)).hasStatusOk();

        clock.advance(Duration.ofHours(-2));

        assertThat(get(session)).redirectedUrl().startsWith("/sign-in");
    }

    private Cookie signIn(Person person, String agent) {
        return Visitor.session(browser.post()
                .uri("/sign-in")
                .with(visitor)
                .header("User-Agent", agent)
                .param("email", person.email().value())
                .param("passphrase", People.PASSPHRASE)
                .exchange());
    }

    private MvcTestResult get(Cookie session) {
        return browser.get().uri("/me").with(visitor).cookie(session).exchange();
    }

    private Document security(Cookie session) {
        var answer =
                browser.get().uri("/me/security").with(visitor).cookie(session).exchange();
        assertThat(answer).hasStatusOk();
        return Jsoup.parse(new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8));
    }

    private void post(Cookie session, String path, String handle) {
        assertThat(browser.post()
                        .uri(path)
                        .with(visitor)
                        .with(csrf())
                        .cookie(session)
                        .param("session", handle))
                .hasStatus(302);
    }
}
