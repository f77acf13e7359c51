package net.gatepost.account;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.sql.Timestamp;
import java.util.Set;
import java.util.UUID;
import net.gatepost.ModuleTest;
import net.gatepost.TestClock;
import net.gatepost.account.People.Person;
import net.gatepost.employer.Companies;
import net.gatepost.employer.Team;
import net.gatepost.mail.EmailAddress;
import net.gatepost.mail.SentMails;
import net.gatepost.web.Role;
import net.gatepost.web.Viewer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;

/** An account whose address is at an employer's, whose owner leaves: the employer reads the mail from then on. */
@ModuleTest
class LeavingAnEmployerTest {

    @Autowired
    MockMvcTester browser;

    @Autowired
    People people;

    @Autowired
    Companies companies;

    @Autowired
    Team team;

    @Autowired
    SentMails mails;

    @Autowired
    AccountRepository accounts;

    @Autowired
    Resets resets;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient database;

    @Autowired
    TestClock clock;

    private final Visitor visitor = new Visitor();
    private final SoftAuthenticator device = new SoftAuthenticator();
    private final EmailAddress employers = new EmailAddress("robin-" + UUID.randomUUID() + "@company.example");
    private final EmailAddress own = new EmailAddress(UUID.randomUUID() + "@home.example");

    Person person;
    Browsing browsing;

    @BeforeEach
    void somebodyWithAPasskeyLeaves() {
        browsing = new Browsing(browser, visitor);
        person = people.withEmail(employers.value());
        var owner = people.member();
        var employer = companies.verified(owner, person);
        var session = confirm(signIn());
        browsing.post(
                session,
                "/me/security/passkeys/new",
                "label",
                "Phone",
                "passkey",
                device.make(Browsing.body(browsing.post(session, "/me/security/passkeys/options"))));
        database.sql("update account set second_factor_since = ? where id = ?")
                .params(Timestamp.from(clock.instant().minus(SecondFactors.WAIT)), person.id())
                .update();
        var viewer = new Viewer(owner.id(), "Riley Test", Set.of(Role.RECRUITER));
        var row = team.roster(viewer, employer).colleagues().stream()
                .filter(each -> each.accountId().equals(person.id()))
                .findFirst()
                .orElseThrow();
        team.remove(viewer, employer, row.id());
    }

    @Test
    void theyStillSignInAndChangeTheAddressFromInsideWithTheFactor() {
        var session = signInByPasskey();
        assertThat(change(session)).as("without showing the factor again").hasStatus(422);
        var confirmed = Visitor.session(browsing.post(
                session,
                "/me/security/confirmation/passkey",
                "passkey",
                device.show(Browsing.body(browsing.post(session, "/sign-in/passkey/options")))));

        assertThat(change(confirmed)).hasRedirectedUrl("/me/security");

        String link = mails.latestTo(own).link("/email/confirm/");
        assertThat(browser.post().uri(link).with(visitor)).hasRedirectedUrl("/email/confirmed");
        assertThat(browsing.get(confirmed, "/me/security")).bodyText().contains(own.value());
        assertThat(mails.latestTo(employers).text())
                .as("what the employer reads")
                .contains("asked to change")
                .doesNotContain("/email/undo/");
    }

    @Test
    void whoReadsTheMailOfTheOldAddressDoesNotGetInByResettingThePassphrase() {
        transaction.executeWithoutResult(
                status -> resets.mailLink(accounts.findById(person.id()).orElseThrow()));
        String link = mails.latestTo(employers).link("/password/reset/");
        browser.post()
                .uri(link)
                .with(visitor)
                .param("passphrase", "the employer has chosen this")
                .exchange();

        var half = signIn("the employer has chosen this");
        assertThat(browsing.get(half, "/me")).redirectedUrl().startsWith("/sign-in");

        assertThat(browsing.get(signInByPasskey(), "/me")).as("its owner").hasStatusOk();
    }

    private MvcTestResult change(Cookie session) {
        return browsing.post(session, "/me/security/email", "email", own.value(), "passphrase", People.PASSPHRASE);
    }

    private Cookie signInByPasskey() {
        var asked = browser.post().uri("/sign-in/passkey/options").with(visitor).exchange();
        return Visitor.session(browsing.post(
                Visitor.session(asked), "/sign-in/passkey", "passkey", device.show(Browsing.body(asked))));
    }

    private Cookie signIn() {
        return signIn(People.PASSPHRASE);
    }

    private Cookie signIn(String passphrase) {
        return Visitor.session(browsing.signIn(employers.value(), passphrase, ""));
    }

    private Cookie confirm(Cookie session) {
        return browsing.confirm(session, "/me");
    }
}
