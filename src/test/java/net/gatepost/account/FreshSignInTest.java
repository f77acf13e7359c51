package net.gatepost.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import jakarta.servlet.http.Cookie;
import java.time.Duration;
import net.gatepost.ModuleTest;
import net.gatepost.TestClock;
import net.gatepost.account.People.Person;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Signing in once more for what a session that was left open must not do. The erasure's page stands for all of that. */
@ModuleTest
class FreshSignInTest {

    private static final String GUARDED = "/me/data/erasure";
    private static final String ASKING = "/me/security/confirmation";
    private static final String ASKED = ASKING + "?next=%2Fme%2Fdata%2Ferasure";

    @Autowired
    MockMvcTester browser;

    @Autowired
    People people;

    @Autowired
    TestClock clock;

    private final Visitor visitor = new Visitor();
    private Person person;
    private Cookie session;

    @BeforeEach
    void somebodySignedIn() {
        person = people.member();
        session = signIn(person);
    }

    private Cookie signIn(Person who) {
        return Visitor.session(browser.post()
                .uri("/sign-in")
                .with(visitor)
                .param("email", who.email().value())
                .param("passphrase", People.PASSPHRASE)
                .exchange());
    }

    private MvcTestResult confirm(Cookie where, String passphrase, String next) {
        return browser.post()
                .uri(ASKING)
                .with(csrf())
                .cookie(where)
                .param("passphrase", passphrase)
                .param("next", next)
                .exchange();
    }

    private MvcTestResult guarded(Cookie where) {
        return browser.get().uri(GUARDED).cookie(where).exchange();
    }

    @Test
    void signedOutNobodyIsAsked() {
        assertThat(browser.get().uri(ASKING))
                .hasStatus(302)
                .hasRedirectedUrl("/sign-in?next=%2Fme%2Fsecurity%2Fconfirmation");
        assertThat(browser.post().uri(ASKING).with(csrf())).hasStatus(302);
    }

    @Test
    void aPostWithoutATokenIsRefused() {
        assertThat(browser.post().uri(ASKING).cookie(session).param("passphrase", People.PASSPHRASE))
                .hasStatus(403);
        assertThat(guarded(session)).hasRedirectedUrl(ASKED);
    }

    @Test
    void beingSignedInIsNotEnough() {
        assertThat(guarded(session)).hasStatus(302).hasRedirectedUrl(ASKED);
        assertThat(browser.post().uri(GUARDED).with(csrf()).cookie(session).param("understood", "true"))
                .hasStatus(302)
                .hasRedirectedUrl(ASKED);
    }

    @Test
    void thePassphraseOpensTheWayBackAndGivesTheSessionAnotherId() {
        var answer = confirm(session, People.PASSPHRASE, GUARDED);

        assertThat(answer).hasStatus(302).hasRedirectedUrl(GUARDED);
        var renewed = Visitor.session(answer);
        assertThat(renewed.getValue()).isNotEqualTo(session.getValue());
        assertThat(guarded(renewed)).hasStatusOk();
        assertThat(guarded(session)).hasRedirectedUrl("/sign-in?next=%2Fme%2Fdata%2Ferasure");
    }

    @Test
    void itIsGoodForTenMinutes() {
        var confirmed = Visitor.session(confirm(session, People.PASSPHRASE, GUARDED));
        clock.advance(Duration.ofMinutes(9));
        assertThat(guarded(confirmed)).hasStatusOk();

        clock.advance(Duration.ofMinutes(2));

        assertThat(guarded(confirmed)).hasStatus(302).hasRedirectedUrl(ASKED);
        assertThat(guarded(Visitor.session(confirm(confirmed, People.PASSPHRASE, GUARDED))))
                .hasStatusOk();
    }

    @Test
    void whatWasConfirmedWhileTheClockRanAheadIsNotGoodForThatLong() {
        var confirmed = Visitor.session(confirm(session, People.PASSPHRASE, GUARDED));

        clock.advance(Duration.ofHours(-3));

        assertThat(guarded(confirmed)).hasRedirectedUrl(ASKED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "not my passphrase at all", "<b>"})
    void aWrongPassphraseOpensNothingAndKeepsTheWay(String wrong) {
        var answer = confirm(session, wrong, GUARDED);

        assertThat(answer).hasStatus(422);
        var page = Jsoup.parse(text(answer));
        assertThat(page.select("input[name=next]").val()).isEqualTo(GUARDED);
        assertThat(page.select("input[name=passphrase]").val()).isEmpty();
        assertThat(page.select(".errors a").attr("href")).isEqualTo("#passphrase");
        assertThat(guarded(session)).hasRedirectedUrl(ASKED);
    }

    @Test
    void guessingIsSlowedDown() {
        for (int attempt = 0; attempt < 10; attempt++) {
            assertThat(confirm(session, "not my passphrase at all", GUARDED)).hasStatus(422);
        }

        assertThat(confirm(session, People.PASSPHRASE, GUARDED)).hasStatus(429);
        assertThat(guarded(session)).hasRedirectedUrl(ASKED);
    }

    @Test
    void itCountsForThisSessionAlone() {
        var elsewhere = signIn(person);

        confirm(session, People.PASSPHRASE, GUARDED);

        assertThat(guarded(elsewhere)).hasRedirectedUrl(ASKED);
    }

    @Test
    void itDoesNotCountForWhoSignsInAfterwardsInTheSameBrowser() {
        var confirmed = Visitor.session(confirm(session, People.PASSPHRASE, GUARDED));

        var other = Visitor.session(browser.post()
                .uri("/sign-in")
                .with(visitor)
                .cookie(confirmed)
                .param("email", people.member().email().value())
                .param("passphrase", People.PASSPHRASE)
                .exchange());

        assertThat(guarded(other)).hasStatus(302).hasRedirectedUrl(ASKED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://elsewhere.example", "//elsewhere.example", "/\\elsewhere.example", "", "javascript:"})
    void theWayBackStaysOnThisSite(String next) {
        assertThat(confirm(session, People.PASSPHRASE, next)).hasStatus(302).hasRedirectedUrl("/me");
    }

    @Test
    void theWayBackIsTakenAsItIs() {
        assertThat(confirm(session, People.PASSPHRASE, "/me/data?a={b}")).hasRedirectedUrl("/me/data?a={b}");
    }

    private static String text(MvcTestResult answer) {
        return new String(answer.getResponse().getContentAsByteArray(), java.nio.charset.StandardCharsets.UTF_8);
    }
}
