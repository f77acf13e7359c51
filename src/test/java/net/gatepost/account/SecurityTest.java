package net.gatepost.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import jakarta.servlet.http.Cookie;
import java.time.Duration;
import net.gatepost.ModuleTest;
import net.gatepost.TestClock;
import net.gatepost.account.People.Person;
import net.gatepost.mail.EmailAddress;
import net.gatepost.mail.SentMails;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@ModuleTest
class SecurityTest {

    private static final String NEW_PASSPHRASE = "eleven quiet harbour lights";

    @Autowired
    MockMvcTester browser;

    @Autowired
    People people;

    @Autowired
    SentMails mails;

    @Autowired
    TestClock clock;

    @Autowired
    AccountRepository accounts;

    private final Visitor visitor = new Visitor();

    private MvcTestResult signIn(EmailAddress email, String passphrase) {
        return browser.post()
                .uri("/sign-in")
                .with(visitor)
                .param("email", email.value())
                .param("passphrase", passphrase)
                .exchange();
    }

    private Cookie session(Person person) {
        return Visitor.session(signIn(person.email(), People.PASSPHRASE));
    }

    private MvcTestResult changePassphrase(Cookie session, String old, String chosen) {
        return browser.post()
                .uri("/me/security/passphrase")
                .cookie(session)
                .with(csrf())
                .param("currentPassphrase", old)
                .param("newPassphrase", chosen)
                .exchange();
    }

    private MvcTestResult changeEmail(Person person, String email, String passphrase) {
        return browser.post()
                .uri("/me/security/email")
                .with(person)
                .with(csrf())
                .param("email", email)
                .param("passphrase", passphrase)
                .exchange();
    }

    private String linkTo(EmailAddress wanted, Person of) {
        assertThat(changeEmail(of, wanted.value(), People.PASSPHRASE))
                .hasStatus(302)
                .hasRedirectedUrl("/me/security");
        return mails.latestTo(wanted).link("/email/confirm/");
    }

    private String emailOf(Person person) {
        return accounts.findById(person.id()).orElseThrow().email().value();
    }

    @Test
    void signedOutNobodyComesHere() {
        assertThat(browser.get().uri("/me/security")).hasStatus(302).hasRedirectedUrl("/sign-in?next=%2Fme%2Fsecurity");
        assertThat(browser.post().uri("/me/security/passphrase").with(csrf())).hasStatus(302);
        assertThat(browser.post().uri("/me/security/email").with(csrf())).hasStatus(302);
    }

    @Test
    void aPostWithoutATokenIsRefused() {
        var person = people.member();
        assertThat(browser.post().uri("/me/security/passphrase").with(person)).hasStatus(403);
        assertThat(browser.post().uri("/me/security/email").with(person)).hasStatus(403);
    }

    @Test
    void thePageShowsBothFormsAndTheAddress() {
        var person = people.member();
        assertThat(browser.get().uri("/me/security").with(person))
                .hasStatusOk()
                .bodyText()
                .contains(person.email().value(), "newPassphrase", "_csrf");
    }

    @Test
    void aNewPassphraseKeepsThisSessionAndEndsTheOthers() {
        var person = people.member();
        var here = session(person);
        var elsewhere = session(person);

        var answer = changePassphrase(here, People.PASSPHRASE, NEW_PASSPHRASE);
        assertThat(answer).hasStatus(302).hasRedirectedUrl("/me/security");

        var renewed = Visitor.session(answer);
        assertThat(renewed.getValue()).isNotEqualTo(here.getValue());
        assertThat(browser.get().uri("/me/security").cookie(renewed))
                .hasStatusOk()
                .bodyText()
                .contains("Your passphrase is changed");
        assertThat(browser.get().uri("/me").cookie(elsewhere)).hasStatus(302);
        assertThat(browser.get().uri("/me").cookie(here)).hasStatus(302);
        assertThat(signIn(person.email(), People.PASSPHRASE)).hasForwardedUrl("/sign-in/refused");
        assertThat(signIn(person.email(), NEW_PASSPHRASE)).hasStatus(302);
        assertThat(mails.latestTo(person.email()).subject()).isEqualTo("Your Gatepost passphrase was changed");
    }

    @Test
    void thePageSaysWhichVersionOfTheTermsWasAgreedTo() {
        assertThat(browser.get().uri("/me/security").with(people.member()))
                .bodyText()
                .contains("in their version of test");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                       | eleven quiet harbour lights | Enter the passphrase you have now",
                "not my passphrase at all | eleven quiet harbour lights | This is not your passphrase",
                "a long enough passphrase | ''                          | Enter a passphrase",
                "a long enough passphrase | too short                   | at least 15 characters",
                "a long enough passphrase | Robin Test 2026!            | little more than your name",
            })
    void aPassphraseIsChangedOnlyWithTheOldOneAndForAGoodOne(String old, String chosen, String reason) {
        var person = people.member();
        var here = session(person);

        assertThat(changePassphrase(here, old, chosen))
                .hasStatus(422)
                .bodyText()
                .contains(reason);
        assertThat(browser.get().uri("/me").cookie(here)).hasStatusOk();
        assertThat(mails.to(person.email())).isEmpty();
    }

    @Test
    void guessingTheOldPassphraseFromAnOpenSessionIsSlowedDown() {
        var here = session(people.member());
        for (int attempt = 0; attempt < 10; attempt++) {
            assertThat(changePassphrase(here, "not my passphrase at all", NEW_PASSPHRASE))
                    .hasStatus(422);
        }

        assertThat(changePassphrase(here, People.PASSPHRASE, NEW_PASSPHRASE)).hasStatus(429);
    }

    @Test
    void theNewAddressCountsOnceItsButtonIsPressed() {
        var person = people.member();
        String link = linkTo(visitor.email, person);

        assertThat(emailOf(person)).isEqualTo(person.email().value());
        assertThat(browser.get().uri(link)).hasStatusOk();
        assertThat(emailOf(person)).isEqualTo(person.email().value());

        assertThat(browser.post().uri(link)).hasStatus(302).hasRedirectedUrl("/email/confirmed");
        assertThat(emailOf(person)).isEqualTo(visitor.email.value());
        assertThat(browser.get().uri("/email/confirmed")).hasStatusOk();
        assertThat(signIn(visitor.email, People.PASSPHRASE)).hasStatus(302);
        assertThat(browser.post().uri(link)).hasStatus(302).hasRedirectedUrl("/email/confirmed");
        assertThat(browser.get().uri(link)).hasStatus(410);
    }

    @Test
    void theOldAddressIsToldWithoutLearningTheNewOne() {
        var person = people.member();
        linkTo(visitor.email, person);

        var notice = mails.latestTo(person.email());
        assertThat(notice.subject()).contains("is to change");
        assertThat(notice.text()).doesNotContain(visitor.email.value()).contains("This was not me");
    }

    @Test
    void whoeverOwnsTheOldAddressCanTakeTheAccountBack() {
        var person = people.member();
        var thief = session(person);
        String link = linkTo(visitor.email, person);
        String undo = mails.latestTo(person.email()).link("/email/undo/");
        browser.post().uri(link).exchange();
        assertThat(emailOf(person)).isEqualTo(visitor.email.value());

        assertThat(browser.get().uri(undo)).hasStatusOk();
        assertThat(emailOf(person)).isEqualTo(visitor.email.value());
        assertThat(browser.post().uri(undo)).hasStatus(302).hasRedirectedUrl("/email/undone");
        assertThat(browser.get().uri("/email/undone")).hasStatusOk();

        assertThat(emailOf(person)).isEqualTo(person.email().value());
        assertThat(browser.get().uri("/me").cookie(thief)).hasStatus(302);
        assertThat(signIn(person.email(), People.PASSPHRASE)).hasForwardedUrl("/sign-in/refused");
        String reset = mails.latestTo(person.email()).link("/password/reset/");
        assertThat(browser.post().uri(reset).param("passphrase", NEW_PASSPHRASE))
                .hasStatus(302);
        assertThat(signIn(person.email(), NEW_PASSPHRASE)).hasStatus(302);
    }

    @Test
    void anUndoneChangeCannotBeConfirmedAnyMore() {
        var person = people.member();
        String link = linkTo(visitor.email, person);
        String undo = mails.latestTo(person.email()).link("/email/undo/");

        assertThat(browser.post().uri(undo)).hasStatus(302);
        assertThat(browser.post().uri(link)).hasStatus(410);
        assertThat(browser.post().uri(undo)).hasStatus(302).hasRedirectedUrl("/email/undone");
        assertThat(emailOf(person)).isEqualTo(person.email().value());
    }

    @Test
    void anotherPersonsAddressIsNotToldButCannotBeTaken() {
        var person = people.member();
        var other = people.member();
        String link = linkTo(other.email(), person);

        assertThat(browser.post().uri(link)).hasStatus(409).bodyText().contains("has an account of its own");
        assertThat(emailOf(person)).isEqualTo(person.email().value());
        assertThat(emailOf(other)).isEqualTo(other.email().value());
    }

    @Test
    void ofTwoWhoWantOneAddressTheFirstToConfirmHasIt() {
        var person = people.member();
        var other = people.member();
        String first = linkTo(visitor.email, person);
        String second = linkTo(visitor.email, other);

        assertThat(browser.post().uri(first)).hasStatus(302);
        assertThat(browser.post().uri(second)).hasStatus(409);
    }

    @Test
    void aLaterWishTakesThePlaceOfAnEarlierOne() {
        var person = people.member();
        String first = linkTo(visitor.email, person);
        linkTo(new Visitor().email, person);

        assertThat(browser.post().uri(first)).hasStatus(410);
    }

    @Test
    void aNewPassphraseEndsAPendingChangeOfTheAddress() {
        var person = people.member();
        String link = linkTo(visitor.email, person);
        changePassphrase(session(person), People.PASSPHRASE, NEW_PASSPHRASE);

        assertThat(browser.post().uri(link)).hasStatus(410);
    }

    @Test
    void theLinkEndsAfterADay() {
        String link = linkTo(visitor.email, people.member());
        clock.advance(Duration.ofHours(24));

        assertThat(browser.get().uri(link)).hasStatus(410);
        assertThat(browser.post().uri(link)).hasStatus(410);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense", "<b>", "'or'1'='1"})
    void aLinkThatWasNeverSentIsNotFound(String token) {
        assertThat(browser.get().uri("/email/confirm/{token}", token)).hasStatus(404);
        assertThat(browser.post().uri("/email/confirm/{token}", token)).hasStatus(404);
        assertThat(browser.get().uri("/email/undo/{token}", token)).hasStatus(404);
        assertThat(browser.post().uri("/email/undo/{token}", token)).hasStatus(404);
    }

    @Test
    void theLinkOfOnePurposeIsUnknownToTheOther() {
        String token = linkTo(visitor.email, people.member()).replaceFirst(".*/", "");

        assertThat(browser.post().uri("/email/undo/" + token)).hasStatus(404);
        assertThat(browser.get().uri("/password/reset/" + token)).hasStatus(404);
        assertThat(browser.get().uri("/join/administrator/" + token)).hasStatus(404);
    }

    @Test
    void anAddressIsChangedOnlyWithThePassphraseAndToAnotherAddress() {
        var person = people.member();

        assertThat(changeEmail(person, visitor.email.value(), "not my passphrase at all"))
                .hasStatus(422)
                .bodyText()
                .contains("This is not your passphrase", visitor.email.value());
        assertThat(changeEmail(person, visitor.email.value(), "")).hasStatus(422);
        assertThat(changeEmail(person, "not an address", People.PASSPHRASE)).hasStatus(422);
        assertThat(changeEmail(person, "", People.PASSPHRASE)).hasStatus(422);
        assertThat(changeEmail(person, person.email().value(), People.PASSPHRASE))
                .hasStatus(422)
                .bodyText()
                .contains("This is your address already");
        assertThat(mails.to(visitor.email)).isEmpty();
    }
}
