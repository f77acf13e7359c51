package net.gatepost.account;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import net.gatepost.ModuleTest;
import net.gatepost.TestClock;
import net.gatepost.account.People.Person;
import net.gatepost.employer.Companies;
import net.gatepost.mail.SentMails;
import net.gatepost.web.Role;
import net.gatepost.web.Viewer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Signing in with a passkey: adding one, showing it, losing it, and what is no good. */
@ModuleTest
@TestPropertySource(properties = "gatepost.second-factor.required=true")
class PasskeysTest {

    private static final String PATH = "/me/security/passkeys";
    private static final String NEW = PATH + "/new";
    private static final String SIGN_IN = "/sign-in/passkey";
    private static final String CONFIRMATION = "/me/security/confirmation";

    @Autowired
    MockMvcTester browser;

    @Autowired
    People people;

    @Autowired
    Companies companies;

    @Autowired
    SecondFactors factors;

    @Autowired
    SentMails mails;

    @Autowired
    JdbcClient database;

    @Autowired
    TestClock clock;

    private final Visitor visitor = new Visitor();
    private final SoftAuthenticator device = new SoftAuthenticator();

    Person person;
    Browsing browsing;

    @BeforeEach
    void aMember() {
        browsing = new Browsing(browser, visitor);
        person = people.member();
    }

    @Test
    void oneIsAddedByWhoConfirmsAndRecoveryCodesComeWithTheFirst() {
        var here = signIn();
        var elsewhere = signIn();
        assertThat(browsing.get(here, NEW))
                .as("a session left open")
                .redirectedUrl()
                .contains(CONFIRMATION);
        assertThat(browsing.post(here, PATH + "/options")).redirectedUrl().contains(CONFIRMATION);
        assertThat(browsing.post(here, NEW, "label", "A", "passkey", "{}"))
                .redirectedUrl()
                .contains(CONFIRMATION);
        var confirmed = confirm(here);
        assertThat(browsing.get(confirmed, NEW)).hasStatusOk();

        var done = add(confirmed, device, "My phone");

        assertThat(Browsing.recoveryCodes(done)).hasSize(RecoveryCodes.NUMBER);
        assertThat(browsing.get(Visitor.session(done), PATH)).bodyText().contains("My phone");
        assertThat(browsing.get(elsewhere, "/me"))
                .as("a session that has shown no factor")
                .redirectedUrl()
                .startsWith("/sign-in?next=");
        assertThat(mails.latestTo(person.email()).subject()).contains("passkey was added");
        assertThat(audited("account.passkey-added")).isTrue();
        var second = add(Visitor.session(done), new SoftAuthenticator(), "My key");
        assertThat(second).hasRedirectedUrl(PATH);
    }

    @Test
    void itAloneSignsInAndCountsAsBothFactors() {
        companies.verified(person);
        add();
        clock.advance(Duration.ofMinutes(1));

        var question = ask();
        var answer = show(question, device, "/hire");

        assertThat(answer).hasRedirectedUrl("/hire");
        assertThat(Visitor.session(answer).getValue())
                .as("another session id")
                .isNotEqualTo(question.session().getValue());
        assertThat(browsing.get(question.session(), "/me")).redirectedUrl().startsWith("/sign-in");
        assertThat(browsing.get(Visitor.session(answer), "/hire")).hasStatusOk();
        assertThat(browsing.get(Visitor.session(answer), "/me/security"))
                .bodyText()
                .contains("Where you are signed in");
        assertThat(audited("account.signed-in")).isTrue();
        assertThat(browsing.get(Visitor.session(answer), PATH)).bodyText().contains("last used");
    }

    @Test
    void aSessionThatItBeganEndsAfterADayAndANewDeviceIsMailed() {
        add();
        var session = Visitor.session(browser.post()
                .uri(SIGN_IN)
                .with(visitor)
                .header("User-Agent", "Firefox on Linux")
                .cookie(asked().session())
                .param("passkey", device.show(lastAsked))
                .exchange());
        assertThat(mails.latestTo(person.email()).subject()).contains("new device");
        for (int halfHours = 0; halfHours < 47; halfHours++) {
            clock.advance(Duration.ofMinutes(30));
            assertThat(browsing.get(session, "/me")).hasStatusOk();
        }
        clock.advance(Duration.ofMinutes(31));
        assertThat(browsing.get(session, "/me")).redirectedUrl().startsWith("/sign-in");
    }

    @Test
    void theWayBackNeverLeavesTheSite() {
        add();
        assertThat(show(ask(), device, "https://elsewhere.example/")).hasRedirectedUrl("/me");
        assertThat(show(ask(), device, "/jobs?q={a}")).hasRedirectedUrl("/jobs?q={a}");
    }

    @Test
    void whatIsAskedIsTheSameForEverybodyButForItsChallenge() {
        var before = json(Browsing.body(
                browser.post().uri(SIGN_IN + "/options").with(visitor).exchange()));
        var session = add();
        var after = json(Browsing.body(browsing.post(session, SIGN_IN + "/options")));

        assertThat(before.get("challenge")).isNotEqualTo(after.get("challenge"));
        assertThat(without(before)).isEqualTo(without(after));
        assertThat(before.at("/allowCredentials").size()).isZero();
        assertThat(before.at("/userVerification").asString()).isEqualTo("required");
        assertThat(before.at("/rpId").asString()).isEqualTo("localhost");
    }

    @Test
    void anAuthenticatorIsToldARandomNameAndNeitherTheIdNorTheAddressInIt() {
        var session = confirm(signIn());
        var options = json(Browsing.body(browsing.post(session, PATH + "/options")));

        assertThat(options.at("/user/id").asString())
                .hasSize(43)
                .isNotEqualTo(json(Browsing.body(browsing.post(confirm(signIn(people.member())), PATH + "/options")))
                        .at("/user/id")
                        .asString());
        assertThat(options.at("/authenticatorSelection/userVerification").asString())
                .isEqualTo("required");
        assertThat(options.at("/authenticatorSelection/residentKey").asString()).isEqualTo("required");
        assertThat(json(Browsing.body(browsing.post(session, PATH + "/options")))
                        .at("/user/id"))
                .as("the same each time")
                .isEqualTo(options.at("/user/id"));
    }

    @Test
    void anAnswerIsGoodOnceAndForFiveMinutes() {
        add();
        var question = ask();
        String answer = device.show(question.options());
        assertThat(browsing.post(question.session(), SIGN_IN, "passkey", answer))
                .hasStatus(302);
        assertThat(browser.post().uri(SIGN_IN).with(visitor).param("passkey", answer))
                .as("without the session that was asked")
                .hasStatus(422);
        var late = ask();
        clock.advance(Duration.ofMinutes(5));
        assertThat(show(late, device, "")).hasStatus(422).bodyText().contains("longer than five minutes");
    }

    @Test
    void onlyThisSiteIsAnsweredAndOnlyByWhoeverTheDeviceKnows() {
        add();
        assertThat(show(ask(), device.at("https://gatepost.elsewhere.example"), ""))
                .hasStatus(422);
        device.at("http://localhost:8080");
        var unverified = ask();
        assertThat(show(unverified, device.withoutVerifying(), ""))
                .as("without finger, face or PIN")
                .hasStatus(422);
        assertThat(browsing.get(unverified.session(), "/me")).redirectedUrl().startsWith("/sign-in");
    }

    @Test
    void aPasskeyOfNobodyOrOfSomebodyElseIsRefused() {
        add();
        assertThat(show(ask(), new SoftAuthenticator(), ""))
                .hasStatus(422)
                .bodyText()
                .contains("no passkey that we know");
        assertThat(show(ask(), device.claiming("c29tZWJvZHkgZWxzZQ"), "")).hasStatus(422);
    }

    @Test
    void aCopyWhoseCounterStandsStillIsRefused() {
        add();
        assertThat(show(ask(), device, "")).hasStatus(302);
        assertThat(show(ask(), device, "")).hasStatus(302);
        assertThat(show(ask(), device.countingFrom(1), "")).hasStatus(422);
        assertThat(show(ask(), device, "")).as("the device itself goes on").hasStatus(302);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nonsense",
                "{}",
                "[]",
                "null",
                "{\"id\":\"x\",\"rawId\":\"x\",\"type\":\"public-key\",\"response\":{}}",
                "{\"id\":\"!\",\"rawId\":\"!\",\"type\":\"public-key\",\"response\":{\"clientDataJSON\":\"!\"}}"
            })
    void nonsenseIsRefusedInWords(String nonsense) {
        var asked = ask();
        assertThat(browsing.post(asked.session(), SIGN_IN, "passkey", nonsense)).hasStatus(422);
        var session = confirm(signIn());
        browsing.post(session, PATH + "/options");
        assertThat(browsing.post(session, NEW, "label", "My phone", "passkey", nonsense))
                .hasStatus(422)
                .bodyText()
                .contains("My phone");
        assertThat(factors.has(person.id())).isFalse();
    }

    @Test
    void anotherQuestionsAnswerAddsNothing() {
        var session = confirm(signIn());
        String options = Browsing.body(browsing.post(session, PATH + "/options"));
        browsing.post(session, PATH + "/options");
        assertThat(browsing.post(session, NEW, "label", "A", "passkey", device.make(options)))
                .hasStatus(422);
        String signingIn = Browsing.body(browsing.post(session, SIGN_IN + "/options"));
        assertThat(browsing.post(
                        session,
                        NEW,
                        "label",
                        "A",
                        "passkey",
                        device.make(options.replace(
                                json(options).at("/challenge").asString(),
                                json(signingIn).at("/challenge").asString()))))
                .hasStatus(422);
    }

    @Test
    void theSameDeviceIsNotAddedTwiceNorToSomebodyElse() {
        var session = add();
        assertThat(add(session, device, "Again")).hasStatus(422);
        person = people.member();
        assertThat(add(confirm(signIn()), device, "Taken")).hasStatus(422);
        assertThat(factors.has(person.id())).isFalse();
    }

    @Test
    void aDisabledAccountIsToldSoAndStaysOut() {
        add();
        database.sql("update account set disabled_at = current_timestamp where id = ?")
                .param(person.id())
                .update();
        var question = ask();
        assertThat(show(question, device, "")).hasStatus(422).bodyText().contains("closed for now");
        assertThat(browsing.get(question.session(), "/me")).redirectedUrl().startsWith("/sign-in");
    }

    @Test
    void guessingIsSlowedDownByNetwork() {
        for (int tries = 0; tries < SignInDelays.FREE; tries++) {
            assertThat(browser.post().uri(SIGN_IN).with(visitor).param("passkey", "{}"))
                    .hasStatus(422);
        }
        assertThat(browser.post().uri(SIGN_IN).with(visitor).param("passkey", "{}"))
                .hasStatus(429)
                .headers()
                .containsHeader("Retry-After");
    }

    @Test
    void thePassphraseThenTakesItAsTheSecondStep() {
        add();
        var half = signInAnswer("/me/saved");
        assertThat(half).hasRedirectedUrl("/sign-in/second-step?next=%2Fme%2Fsaved");
        var session = Visitor.session(half);
        assertThat(browsing.get(session, "/sign-in/second-step")).bodyText().contains(SIGN_IN);
        String options = Browsing.body(browsing.post(session, SIGN_IN + "/options"));

        var done = browsing.post(session, SIGN_IN, "passkey", device.show(options), "next", "/me/saved");

        assertThat(done).hasRedirectedUrl("/me/saved");
        assertThat(Visitor.session(done).getValue()).isNotEqualTo(session.getValue());
        assertThat(browsing.get(Visitor.session(done), "/me/saved")).hasStatusOk();
    }

    @Test
    void aRecoveryCodeStandsInForALostOne() {
        var codes = Browsing.recoveryCodes(add(confirm(signIn()), device, "My phone"));
        var half = Visitor.session(signInAnswer(""));
        assertThat(browsing.post(half, "/sign-in/second-step", "code", codes.get(0)))
                .hasStatus(302);
    }

    @Test
    void itConfirmsForItsOwnerAlone() {
        var session = add();
        clock.advance(Duration.ofMinutes(11));
        assertThat(browsing.get(session, NEW)).redirectedUrl().contains(CONFIRMATION);
        assertThat(browsing.get(session, CONFIRMATION)).bodyText().contains(CONFIRMATION + "/passkey");
        var others = people.member();
        var other = confirm(signIn(others));
        String options = Browsing.body(browsing.post(other, SIGN_IN + "/options"));
        assertThat(browsing.post(other, CONFIRMATION + "/passkey", "passkey", device.show(options), "next", NEW))
                .as("somebody else's")
                .hasStatus(422);

        var confirmed = browsing.post(
                session,
                CONFIRMATION + "/passkey",
                "passkey",
                device.show(Browsing.body(browsing.post(session, SIGN_IN + "/options"))),
                "next",
                NEW);

        assertThat(confirmed).hasRedirectedUrl(NEW);
        assertThat(Visitor.session(confirmed).getValue()).isNotEqualTo(session.getValue());
        assertThat(browsing.get(Visitor.session(confirmed), NEW)).hasStatusOk();
    }

    @Test
    void whoeverARemovedOneLetInIsOutAndThePassphraseIsEnoughAgain() {
        var session = add();
        var elsewhere = Visitor.session(show(ask(), device, ""));
        assertThat(browsing.get(elsewhere, "/me")).hasStatusOk();
        String id = id();

        assertThat(browsing.post(session, PATH + "/removal", "id", id)).hasRedirectedUrl(PATH);

        assertThat(browsing.get(elsewhere, "/me")).redirectedUrl().startsWith("/sign-in");
        assertThat(browsing.get(session, "/me")).hasStatusOk();
        assertThat(show(ask(), device, "")).hasStatus(422);
        assertThat(factors.has(person.id())).isFalse();
        assertThat(audited("account.passkey-removed")).isTrue();
        assertThat(signInAnswer("/me")).hasRedirectedUrl("/me");
    }

    @Test
    void theLastOfARecruiterIsTakenOnlyBySayingWhatFollows() {
        companies.verified(person);
        var session = add();
        assertThat(browsing.get(session, PATH)).bodyText().contains("nothing but its set-up until there is another");

        browsing.post(session, PATH + "/removal", "id", id());

        assertThat(browsing.get(session, "/hire")).hasRedirectedUrl("/me/security/second-factor");
        assertThat(browsing.get(session, PATH)).hasStatusOk();
    }

    @Test
    void itIsRenamedByItsOwnerAndNobodyElse() {
        var session = add();
        String id = id();
        assertThat(browsing.post(session, PATH + "/name", "id", id, "label", "  Key on my chain "))
                .hasRedirectedUrl(PATH);
        assertThat(browsing.get(session, PATH)).bodyText().contains("Key on my chain");
        assertThat(browsing.post(session, PATH + "/name", "id", id, "label", " "))
                .hasStatus(422)
                .bodyText()
                .contains("Give it a name");
        person = people.member();
        var other = confirm(signIn());
        assertThat(browsing.post(session, PATH + "/name", "id", "TOP SECRET//SI//NOFORN", "label", "Mine"))
                .as("a marking where no field is")
                .hasStatus(422);
        assertThat(browsing.post(other, PATH + "/name", "id", id, "label", "Mine"))
                .hasStatus(404);
        assertThat(browsing.post(other, PATH + "/removal", "id", id)).hasStatus(404);
    }

    @Test
    void aLostOneIsTakenAwayByAnAdministratorAfterThreeDaysUnlessItIsUsed() {
        add();
        var administrator = new Viewer(people.administrator().id(), "Robin Test", Set.of(Role.ADMINISTRATOR));
        factors.endLater(administrator, person.id(), "Known by voice");
        assertThat(show(ask(), device, "")).hasStatus(302);
        clock.advance(SecondFactors.WAIT);
        factors.endSome();
        assertThat(factors.has(person.id())).as("it was not lost").isTrue();

        factors.endLater(administrator, person.id(), "Known by voice");
        clock.advance(SecondFactors.WAIT);
        factors.endSome();
        assertThat(factors.has(person.id())).isFalse();
        assertThat(show(ask(), device, "")).hasStatus(422);
    }

    @Test
    void theOneThatAThiefHasAddedFallsWithTheUndoingOfTheirAddress() {
        var thief = add();
        var confirmed = Visitor.session(browsing.post(
                thief,
                CONFIRMATION + "/passkey",
                "passkey",
                device.show(Browsing.body(browsing.post(thief, SIGN_IN + "/options")))));
        assertThat(browsing.post(
                        confirmed,
                        "/me/security/email",
                        "email",
                        "thief@elsewhere.example",
                        "passphrase",
                        People.PASSPHRASE))
                .hasRedirectedUrl("/me/security");

        assertThat(browser.post().uri(mails.latestTo(person.email()).link("/email/undo/")))
                .hasRedirectedUrl("/email/undone");

        assertThat(show(ask(), device, "")).hasStatus(422);
        assertThat(browsing.get(confirmed, "/me")).redirectedUrl().startsWith("/sign-in");
        assertThat(factors.has(person.id())).isFalse();
    }

    @Test
    void itIsOfferedOnTheDeskUntilItIsPutAwayOrAdded() {
        var session = signIn();
        assertThat(browsing.get(session, "/me")).bodyText().contains("Sign in without typing");
        assertThat(browsing.post(session, PATH + "/later")).hasRedirectedUrl("/me");
        assertThat(browsing.get(session, "/me")).bodyText().doesNotContain("Sign in without typing");

        person = people.member();
        assertThat(browsing.get(add(), "/me")).bodyText().doesNotContain("Sign in without typing");
    }

    private record Question(String options, Cookie session) {}

    private String lastAsked = "";

    private Question asked() {
        var question = ask();
        lastAsked = question.options();
        return question;
    }

    private Question ask() {
        var answer = browser.post().uri(SIGN_IN + "/options").with(visitor).exchange();
        assertThat(answer).hasStatusOk();
        return new Question(Browsing.body(answer), Visitor.session(answer));
    }

    private MvcTestResult show(Question question, SoftAuthenticator device, String next) {
        return browser.post()
                .uri(SIGN_IN)
                .with(visitor)
                .cookie(question.session())
                .param("passkey", device.show(question.options()))
                .param("next", next)
                .exchange();
    }

    /** In a session of its own, which it gives. */
    private Cookie add() {
        var done = add(confirm(signIn()), device, "My phone");
        assertThat(done).hasStatusOk();
        return Visitor.session(done);
    }

    private MvcTestResult add(Cookie confirmed, SoftAuthenticator device, String label) {
        return browsing.post(
                confirmed,
                NEW,
                "label",
                label,
                "passkey",
                device.make(Browsing.body(browsing.post(confirmed, PATH + "/options"))));
    }

    private String id() {
        return database.sql("select id from passkey where account_id = ?")
                .param(person.id())
                .query((row, number) -> row.getObject(1, UUID.class))
                .single()
                .toString();
    }

    private boolean audited(String action) {
        return database.sql("select count(*) from audit_entry where action = ? and subject_id = ?")
                        .params(action, person.id())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    private static JsonNode json(String text) {
        return new JsonMapper().readTree(text);
    }

    private static Map<String, JsonNode> without(JsonNode options) {
        return options.properties().stream()
                .filter(property -> !property.getKey().equals("challenge"))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private Cookie confirm(Cookie session) {
        return browsing.confirm(session, NEW);
    }

    private Cookie signIn() {
        return signIn(person);
    }

    private Cookie signIn(Person who) {
        return Visitor.session(signInAnswer(who, ""));
    }

    private MvcTestResult signInAnswer(String next) {
        return signInAnswer(person, next);
    }

    private MvcTestResult signInAnswer(Person who, String next) {
        return browsing.signIn(who.email().value(), People.PASSPHRASE, next);
    }
}
