package net.gatepost.account;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import net.gatepost.ModuleTest;
import net.gatepost.TestClock;
import net.gatepost.account.People.Person;
import net.gatepost.employer.Companies;
import net.gatepost.mail.SentMails;
import net.gatepost.web.Role;
import net.gatepost.web.Viewer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Signing in with more than a passphrase: setting it up, showing it, losing it, and who can't do without. */
@ModuleTest
@TestPropertySource(properties = "gatepost.second-factor.required=true")
class SecondFactorTest {

    private static final String PATH = "/me/security/second-factor";
    private static final String STEP = "/sign-in/second-step";

    @Autowired
    MockMvcTester browser;

    @Autowired
    People people;

    @Autowired
    Companies companies;

    @Autowired
    SecondFactorRepository stored;

    @Autowired
    SecondFactors factors;

    @Autowired
    OneTimeCodes codes;

    @Autowired
    SentMails mails;

    @Autowired
    JdbcClient database;

    @Autowired
    TestClock clock;

    private final Visitor visitor = new Visitor();

    Person person;
    Browsing browsing;

    @BeforeEach
    void aMember() {
        browsing = new Browsing(browser, visitor);
        person = people.member();
    }

    @Test
    void aFactorCountsOnceItsFirstCodeIsProvedAndEveryOtherSessionHasToShowIt() {
        var here = signIn();
        var elsewhere = signIn();
        assertThat(browsing.post(here, PATH))
                .as("a session left open")
                .redirectedUrl()
                .contains("/me/security/confirmation");
        var confirmed = confirm(here);
        assertThat(browsing.post(confirmed, PATH)).hasRedirectedUrl(PATH + "/key");
        assertThat(browsing.get(confirmed, PATH + "/key")).bodyText().contains("Scan this with your app");
        assertThat(factors.has(person.id())).isFalse();

        assertThat(browsing.post(confirmed, PATH + "/key", "code", "000000"))
                .hasStatus(422)
                .bodyText()
                .contains("not the code");
        var done = browsing.post(confirmed, PATH + "/key", "code", offeredCode());

        assertThat(Browsing.recoveryCodes(done)).hasSize(10).doesNotHaveDuplicates();
        assertThat(browsing.get(Visitor.session(done), "/me")).hasStatusOk();
        assertThat(browsing.get(elsewhere, "/me")).redirectedUrl().startsWith("/sign-in?next=");
        assertThat(browsing.get(elsewhere, STEP)).hasStatusOk();
        assertThat(mails.latestTo(person.email()).subject()).contains("second factor was set up");
    }

    @Test
    void thePassphraseAloneOpensNothingAndACodeIsGoodOnce() {
        setUp();
        clock.advance(Duration.ofMinutes(1));
        var answer = signInAnswer("/me/saved");
        assertThat(answer).hasRedirectedUrl(STEP + "?next=%2Fme%2Fsaved");
        var half = Visitor.session(answer);
        assertThat(browsing.get(half, "/me")).redirectedUrl().startsWith("/sign-in");
        assertThat(browsing.post(half, STEP, "code", "123 456")).hasStatus(422);
        assertThat(browsing.get(half, "/me")).redirectedUrl().startsWith("/sign-in");

        String code = code();
        var done = browsing.post(half, STEP, "code", code, "next", "/me/saved");
        assertThat(done).hasRedirectedUrl("/me/saved");
        assertThat(Visitor.session(done).getValue()).as("another session id").isNotEqualTo(half.getValue());
        assertThat(browsing.get(Visitor.session(done), "/me")).hasStatusOk();

        var again = Visitor.session(signInAnswer(""));
        assertThat(browsing.post(again, STEP, "code", code))
                .as("the code of before")
                .hasStatus(422);
        clock.advance(Duration.ofSeconds(30));
        assertThat(browsing.post(again, STEP, "code", code())).hasStatus(302);
    }

    @Test
    void aClockThatIsSetBackShutsNobodyOutAndMakesNoCodeGoodTwice() {
        setUp();
        database.sql("update second_factor set last_step = last_step + 1000000 where account_id = ?")
                .param(person.id())
                .update();
        var half = Visitor.session(signInAnswer(""));
        String code = code();

        assertThat(browsing.post(half, STEP, "code", code)).hasStatus(302);

        var again = Visitor.session(signInAnswer(""));
        assertThat(browsing.post(again, STEP, "code", code)).hasStatus(422);
    }

    @Test
    void aRecoveryCodeIsGoodOnceHoweverItIsTypedAndIsMailed() {
        String recovery = setUp().get(3);
        var half = Visitor.session(signInAnswer(""));
        var done = browsing.post(
                half, STEP, "code", " " + recovery.toUpperCase(Locale.ROOT).replace("-", " "));

        assertThat(done).hasStatus(302);
        assertThat(browsing.get(Visitor.session(done), PATH)).bodyText().contains("You have 9 left");
        assertThat(mails.latestTo(person.email()).subject()).contains("recovery code");
        assertThat(browsing.post(Visitor.session(signInAnswer("")), STEP, "code", recovery))
                .hasStatus(422);
    }

    @Test
    void guessingEndsAfterTenTries() {
        setUp();
        var half = Visitor.session(signInAnswer(""));
        for (int tries = 0; tries < 9; tries++) {
            assertThat(browsing.post(half, STEP, "code", "00000" + tries)).hasStatus(422);
        }
        assertThat(browsing.post(half, STEP, "code", "111111"))
                .hasStatus(429)
                .headers()
                .containsHeader("Retry-After");
    }

    @Test
    void whatIsConfirmedTakesTheFactorToo() {
        setUp();
        clock.advance(Duration.ofMinutes(11));
        var session = Visitor.session(browsing.post(Visitor.session(signInAnswer("")), STEP, "code", code()));
        clock.advance(Duration.ofMinutes(11));
        assertThat(browsing.post(session, PATH + "/removal")).redirectedUrl().contains("/me/security/confirmation");

        assertThat(browsing.post(session, "/me/security/confirmation", "passphrase", People.PASSPHRASE, "next", PATH))
                .hasStatus(422);
        var confirmed = browsing.post(
                session, "/me/security/confirmation", "passphrase", People.PASSPHRASE, "code", code(), "next", PATH);
        assertThat(confirmed).hasRedirectedUrl(PATH);
        assertThat(browsing.post(Visitor.session(confirmed), PATH + "/removal")).hasRedirectedUrl(PATH);
        assertThat(factors.has(person.id())).isFalse();
        assertThat(signInAnswer("/me")).hasRedirectedUrl("/me");
    }

    @Test
    void whoRecruitsForAVerifiedEmployerOrRunsTheSiteReachesNothingButSettingItUp() {
        companies.verified(person);
        var session = signIn();
        assertThat(browsing.get(session, "/hire")).hasRedirectedUrl(PATH);
        assertThat(browsing.get(session, "/hire/candidates")).hasRedirectedUrl(PATH);
        assertThat(browsing.get(session, "/me")).hasRedirectedUrl(PATH);
        assertThat(browsing.post(session, "/hire/listings")).hasStatus(403);
        assertThat(browsing.get(session, "/jobs")).hasStatusOk();
        assertThat(browsing.get(session, PATH)).bodyText().contains("signs in with a second factor");
        var administrator = people.administrator();
        assertThat(browser.get().uri("/admin").with(administrator)).hasRedirectedUrl(PATH);

        setUp();

        assertThat(browsing.get(
                        Visitor.session(browsing.post(Visitor.session(signInAnswer("")), STEP, "code", nextCode())),
                        "/hire"))
                .hasStatusOk();
    }

    @Test
    void aLostOneIsTakenAwayAfterThreeDaysUnlessItIsUsed() {
        setUp();
        var administrator = new Viewer(people.administrator().id(), "Robin Test", Set.of(Role.ADMINISTRATOR));
        factors.endLater(administrator, person.id(), "Known by voice");
        assertThat(mails.latestTo(person.email()).subject()).contains("will be removed");
        clock.advance(Duration.ofDays(1));
        assertThat(factors.passes(person.id(), code())).isTrue();
        clock.advance(Duration.ofDays(3));
        factors.endSome();
        assertThat(factors.has(person.id())).as("it was not lost").isTrue();

        factors.endLater(administrator, person.id(), "Known by voice");
        clock.advance(SecondFactors.WAIT.minusSeconds(1));
        factors.endSome();
        assertThat(factors.has(person.id())).isTrue();
        clock.advance(Duration.ofSeconds(1));
        factors.endSome();
        assertThat(factors.has(person.id())).isFalse();
        assertThat(signInAnswer("/me")).hasRedirectedUrl("/me");
    }

    @Test
    void theDatabaseHoldsNeitherTheSecretNorTheCodes() {
        var recovery = setUp();
        byte[] kept = requireNonNull(stored.findById(person.id()).orElseThrow().secret());
        byte[] secret = codes.decrypt(kept, person.id());

        assertThat(new String(kept, StandardCharsets.ISO_8859_1))
                .doesNotContain(new String(secret, StandardCharsets.ISO_8859_1));
        var hashes = database.sql("select code_hash from recovery_code where account_id = ?")
                .param(person.id())
                .query(String.class)
                .list();
        assertThat(hashes).hasSize(10).noneMatch(recovery::contains);
    }

    /** Sets it up in a session of its own, and tells the recovery codes. */
    private List<String> setUp() {
        var session = confirm(signIn());
        browsing.post(session, PATH);
        return Browsing.recoveryCodes(browsing.post(session, PATH + "/key", "code", offeredCode()));
    }

    private String offeredCode() {
        byte[] pending =
                requireNonNull(stored.findById(person.id()).orElseThrow().pending());
        return codes.codeAt(codes.decrypt(pending, person.id()), clock.instant());
    }

    private String code() {
        byte[] secret =
                requireNonNull(stored.findById(person.id()).orElseThrow().secret());
        return codes.codeAt(codes.decrypt(secret, person.id()), clock.instant());
    }

    private String nextCode() {
        clock.advance(Duration.ofSeconds(30));
        return code();
    }

    private Cookie confirm(Cookie session) {
        return browsing.confirm(session, PATH);
    }

    private Cookie signIn() {
        return Visitor.session(signInAnswer(""));
    }

    private MvcTestResult signInAnswer(String next) {
        return browsing.signIn(person.email().value(), People.PASSPHRASE, next);
    }
}
