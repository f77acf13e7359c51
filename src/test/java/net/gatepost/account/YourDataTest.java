package net.gatepost.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import net.gatepost.ModuleTest;
import net.gatepost.TestClock;
import net.gatepost.account.People.Person;
import net.gatepost.candidate.Basics;
import net.gatepost.candidate.Candidates;
import net.gatepost.employer.Companies;
import net.gatepost.job.CloseReason;
import net.gatepost.job.ListingDrafts;
import net.gatepost.job.Listings;
import net.gatepost.mail.SentMails;
import net.gatepost.notification.Notice;
import net.gatepost.notification.NoticeKind;
import net.gatepost.notification.Notifications;
import net.gatepost.web.NotFound;
import net.gatepost.web.Role;
import net.gatepost.web.Viewer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;

/** The pages of export and erasure: who gets there, how often, and what stands in the way. */
@ModuleTest
class YourDataTest {

    private static final String PAGE = "/me/data";
    private static final String EXPORT = "/me/data/export";
    private static final String ERASURE = "/me/data/erasure";
    private static final String ASKED = "/me/security/confirmation?next=";

    @Autowired
    MockMvcTester browser;

    @Autowired
    People people;

    @Autowired
    Companies companies;

    @Autowired
    Listings listings;

    @Autowired
    Accounts accounts;

    @Autowired
    Candidates candidates;

    @Autowired
    Notifications notifications;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Erasures erasures;

    @Autowired
    SentMails mails;

    @Autowired
    JdbcClient database;

    @Autowired
    TestClock clock;

    private final Visitor visitor = new Visitor();
    private Person person;

    @BeforeEach
    void somebody() {
        person = people.member();
    }

    private MvcTestResult signInPost(Person who, String passphrase) {
        return browser.post()
                .uri("/sign-in")
                .with(visitor)
                .param("email", who.email().value())
                .param("passphrase", passphrase)
                .exchange();
    }

    private Cookie signIn() {
        return Visitor.session(signInPost(person, People.PASSPHRASE));
    }

    private Cookie confirmed() {
        return Visitor.session(browser.post()
                .uri("/me/security/confirmation")
                .with(csrf())
                .cookie(signIn())
                .param("passphrase", People.PASSPHRASE)
                .param("next", PAGE)
                .exchange());
    }

    private MvcTestResult get(Cookie session, String path) {
        return browser.get().uri(path).cookie(session).exchange();
    }

    private MvcTestResult export(Cookie session) {
        return browser.post().uri(EXPORT).with(csrf()).cookie(session).exchange();
    }

    private MvcTestResult erase(Cookie session) {
        return browser.post()
                .uri(ERASURE)
                .with(csrf())
                .cookie(session)
                .param("understood", "true")
                .param("_understood", "on")
                .exchange();
    }

    private boolean exists() {
        return !accounts.contacts(List.of(person.id())).isEmpty();
    }

    private Viewer viewer() {
        return new Viewer(person.id(), "Robin Test", Set.of(Role.MEMBER, Role.RECRUITER));
    }

    @Test
    void signedOutNobodyComesHere() {
        assertThat(browser.get().uri(PAGE)).hasStatus(302).hasRedirectedUrl("/sign-in?next=%2Fme%2Fdata");
        assertThat(browser.get().uri(ERASURE)).hasStatus(302).hasRedirectedUrl("/sign-in?next=%2Fme%2Fdata%2Ferasure");
        assertThat(browser.post().uri(EXPORT).with(csrf())).hasStatus(302).hasRedirectedUrl("/sign-in?next=%2F");
        assertThat(browser.post().uri(ERASURE).with(csrf())).hasStatus(302).hasRedirectedUrl("/sign-in?next=%2F");
    }

    @Test
    void aPostWithoutATokenIsRefused() {
        var session = confirmed();
        assertThat(browser.post().uri(EXPORT).cookie(session)).hasStatus(403);
        assertThat(browser.post().uri(ERASURE).cookie(session).param("understood", "true"))
                .hasStatus(403);
        assertThat(exists()).isTrue();
    }

    @Test
    void thePageOffersTheDownloadOnceThePassphraseWasGiven() {
        assertThat(get(signIn(), PAGE))
                .hasStatusOk()
                .bodyText()
                .contains("/me/security/confirmation?next=/me/data", "Enter your passphrase to download")
                .doesNotContain("action=\"/me/data/export\"");
        assertThat(get(confirmed(), PAGE))
                .hasStatusOk()
                .bodyText()
                .contains("action=\"/me/data/export\"", "Go on within the next minutes");
    }

    @Test
    void anExportIsMadeOnlyByWhoHasJustConfirmed() {
        assertThat(export(signIn())).hasStatus(302).hasRedirectedUrl(ASKED + "%2Fme%2Fdata");

        var session = confirmed();
        clock.advance(Duration.ofMinutes(11));
        assertThat(export(session)).hasStatus(302).hasRedirectedUrl(ASKED + "%2Fme%2Fdata");
        assertThat(mails.to(person.email())).isEmpty();
    }

    @Test
    void anExportIsAFileThatNobodyKeepsAndItsOwnerIsTold() {
        var answer = export(confirmed());

        assertThat(answer).hasStatusOk().hasContentType("application/zip");
        assertThat(answer).hasHeader("Cache-Control", "no-store");
        assertThat(answer.getResponse().getHeader("Content-Disposition"))
                .isEqualTo("attachment; filename=\"gatepost-" + LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)
                        + ".zip\"");
        var mail = mails.latestTo(person.email());
        assertThat(mail.subject()).isEqualTo("A copy of your Gatepost data was made");
        assertThat(mail.text()).contains("Robin Test", "/me/security").doesNotContain("{", "''");
    }

    @Test
    void aLinkCannotMakeAnExport() {
        assertThat(get(confirmed(), EXPORT)).hasStatus(405);
        assertThat(mails.to(person.email())).isEmpty();
    }

    @Test
    void anExportIsMadeFiveTimesADay() {
        var session = confirmed();
        for (int times = 0; times < Exports.A_DAY; times++) {
            assertThat(export(session)).hasStatusOk();
        }

        var sixth = export(session);
        assertThat(sixth).hasStatus(429).containsHeader("Retry-After").doesNotContainHeader("Content-Disposition");
        assertThat(mails.to(person.email())).hasSize(Exports.A_DAY);
    }

    @Test
    void lookingNeverErases() {
        var session = confirmed();
        assertThat(get(session, ERASURE)).hasStatusOk();
        assertThat(browser.get().uri(ERASURE + "?understood=true").cookie(session))
                .hasStatusOk();
        assertThat(exists()).isTrue();
    }

    @Test
    void thePageSaysWhatGoesAndWhatStays() {
        assertThat(get(confirmed(), ERASURE))
                .bodyText()
                .contains(person.email().value(), "Your cleared profile with everything in it", "The audit trail")
                .doesNotContain("''", "??");
    }

    @Test
    void withoutTheBoxNothingIsErased() {
        var session = confirmed();
        assertThat(browser.post().uri(ERASURE).with(csrf()).cookie(session).param("_understood", "on"))
                .hasStatus(422)
                .bodyText()
                .contains("Say that you understand");
        assertThat(browser.post().uri(ERASURE).with(csrf()).cookie(session)).hasStatus(422);
        assertThat(browser.post().uri(ERASURE).with(csrf()).cookie(session).param("understood", "<b>"))
                .hasStatus(422);
        assertThat(exists()).isTrue();
    }

    @Test
    void anErasureIsDoneOnlyByWhoHasJustConfirmed() {
        assertThat(erase(signIn())).hasStatus(302).hasRedirectedUrl(ASKED + "%2Fme%2Fdata%2Ferasure");

        var session = confirmed();
        clock.advance(Duration.ofMinutes(11));
        assertThat(erase(session)).hasStatus(302).hasRedirectedUrl(ASKED + "%2Fme%2Fdata%2Ferasure");
        assertThat(exists()).isTrue();
    }

    @Test
    void anErasureEndsEverySessionAndConfirmsItselfByMail() {
        var elsewhere = signIn();
        var session = confirmed();

        assertThat(erase(session)).hasStatus(302).hasRedirectedUrl("/erased");

        assertThat(exists()).isFalse();
        assertThat(browser.get().uri("/erased")).hasStatusOk().bodyText().contains("Your account is erased");
        assertThat(get(session, "/me")).hasStatus(302).hasRedirectedUrl("/sign-in?next=%2Fme");
        assertThat(get(elsewhere, "/me/profile")).hasStatus(302).hasRedirectedUrl("/sign-in?next=%2Fme%2Fprofile");
        assertThat(erase(session)).hasStatus(302).hasRedirectedUrl("/sign-in?next=%2F");
        assertThat(signInPost(person, People.PASSPHRASE)).hasForwardedUrl("/sign-in/refused");
        assertThat(mails.to(person.email())).singleElement().satisfies(last -> {
            assertThat(last.subject()).isEqualTo("Your Gatepost account is erased");
            assertThat(last.text()).doesNotContain("Robin", "''", "{");
        });
    }

    @Test
    void whoWasErasedCanJoinAgain() {
        erase(confirmed());

        assertThat(browser.post()
                        .uri("/join")
                        .with(visitor)
                        .param("name", "Robin Test")
                        .param("email", person.email().value())
                        .param("passphrase", "eleven quiet harbour lights")
                        .param("desk", "MEMBER")
                        .param("terms", "true"))
                .hasRedirectedUrl("/join/sent");
        assertThat(browser.post().uri(mails.latestTo(person.email()).link("/join/confirm/")))
                .hasRedirectedUrl("/join/confirmed");
        assertThat(signInPost(person, "eleven quiet harbour lights")).hasStatus(302);
        assertThat(exists()).isFalse();
    }

    @Test
    void anErasureThatIsSentTwiceIsDoneOnce() throws Exception {
        var session = confirmed();
        Callable<MvcTestResult> press = () -> erase(session);
        try (var both = new Pressing(2)) {
            assertThat(both.press(press))
                    .allSatisfy(answer -> assertThat(answer).hasStatus(302))
                    .anySatisfy(answer -> assertThat(answer).hasRedirectedUrl("/erased"));
        }
        assertThat(exists()).isFalse();
        assertThat(mails.to(person.email())).hasSize(1);
        assertThat(database.sql("select count(*) from audit_entry where action = 'account.erased' and subject_id = ?")
                        .param(person.id())
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void whatIsWrittenAtTheSameMomentIsErasedAsWell() throws Exception {
        var written = new CompletableFuture<Boolean>();
        var erasing = new CompletableFuture<Boolean>();
        try (var both = new Pressing(2)) {
            both.press(
                    () -> transaction.execute(status -> {
                        notifications.tell(person.id(), notice());
                        written.complete(true);
                        return erasing.join();
                    }),
                    () -> {
                        written.join();
                        erasing.complete(true);
                        return erasures.erase(new Confirmed(viewer())).isEmpty();
                    });
        }

        assertThat(exists()).isFalse();
        assertThat(database.sql("select count(*) from notice where account_id = ?")
                        .param(person.id())
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void whatIsWrittenAfterwardsFails() {
        erasures.erase(new Confirmed(viewer()));

        assertThatThrownBy(() -> candidates.change(viewer(), -1, new Basics("Too late", null, List.of())))
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    private static Notice notice() {
        return new Notice(
                NoticeKind.LOOK,
                "mail.notification.mail-notice.subject",
                List.of("Meanwhile"),
                "/me/profile",
                UUID.randomUUID().toString());
    }

    @Test
    void theOnlyRecruiterSettlesTheListingsFirst() {
        var employer = companies.verified(person);
        var listing = listings.draft(
                viewer(),
                employer,
                UUID.randomUUID(),
                ListingDrafts.ending(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)
                                .plusDays(20))
                        .draft());
        listings.publish(viewer(), listing, 0);
        var session = confirmed();

        assertThat(get(session, ERASURE))
                .hasStatusOk()
                .bodyText()
                .contains("You are the only recruiter of Company", "1 published listing.", "/hire/listings")
                .doesNotContain("name=\"understood\"");
        assertThat(erase(session)).hasStatus(422).bodyText().contains("You are the only recruiter of Company");
        assertThat(exists()).isTrue();

        listings.close(viewer(), listing, CloseReason.FILLED_HERE);
        assertThat(erase(session)).hasRedirectedUrl("/erased");
        assertThat(listings.published(listing)).isPresent();
    }

    @Test
    void aRecruiterWithAColleagueMayGoAtAnyTime() {
        var employer = companies.verified(person, people.member());
        var listing = listings.draft(
                viewer(),
                employer,
                UUID.randomUUID(),
                ListingDrafts.ending(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)
                                .plusDays(20))
                        .draft());
        listings.publish(viewer(), listing, 0);

        assertThat(erase(confirmed())).hasRedirectedUrl("/erased");
        assertThat(listings.published(listing)).get().matches(one -> one.isLive());
    }

    @Test
    void ofTwoColleaguesWhoGoAtOnceOneStaysWithTheListings() throws Exception {
        var colleague = people.member();
        var employer = companies.verified(person, colleague);
        var listing = listings.draft(
                viewer(),
                employer,
                UUID.randomUUID(),
                ListingDrafts.ending(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)
                                .plusDays(20))
                        .draft());
        listings.publish(viewer(), listing, 0);
        var two = Stream.of(person.id(), colleague.id())
                .map(id -> new Viewer(id, "Robin Test", Set.of(Role.MEMBER)))
                .toList();

        try (var both = new Pressing(2)) {
            var outcomes = both.press(
                    () -> erasures.erase(new Confirmed(two.get(0))), () -> erasures.erase(new Confirmed(two.get(1))));
            assertThat(outcomes).filteredOn(List::isEmpty).hasSize(1);
        }
        assertThat(accounts.contacts(List.of(person.id(), colleague.id()))).hasSize(1);
    }

    @Test
    void theLastAdministratorStays() {
        var others = database.sql("select id from account where administrator = true")
                .query(UUID.class)
                .list();
        database.sql("update account set administrator = false").update();
        try {
            person = people.administrator();
            var session = confirmed();
            assertThat(get(session, ERASURE)).bodyText().contains("You are the only administrator");
            assertThat(erase(session)).hasStatus(422);
            assertThat(exists()).isTrue();

            people.administrator();
            assertThat(erase(session)).hasRedirectedUrl("/erased");
        } finally {
            others.forEach(id -> database.sql("update account set administrator = true where id = ?")
                    .param(id)
                    .update());
        }
    }

    @Test
    void anErasedPersonIsNobodyToOtherModules() {
        erase(confirmed());

        assertThat(accounts.contacts(List.of(person.id()))).isEmpty();
        assertThat(accounts.findByEmail(person.email())).isEmpty();
        assertThatThrownBy(() -> accounts.member(person.id())).isInstanceOf(NotFound.class);
    }

    /** Several who press at the same moment. */
    private static final class Pressing implements AutoCloseable {

        private final java.util.concurrent.ExecutorService pool;
        private final int count;

        Pressing(int count) {
            this.count = count;
            this.pool = Executors.newFixedThreadPool(count);
        }

        <T> List<T> press(Callable<T> same) throws Exception {
            return all(java.util.Collections.nCopies(count, same));
        }

        <T> List<T> press(Callable<T> one, Callable<T> other) throws Exception {
            return all(List.of(one, other));
        }

        private <T> List<T> all(List<Callable<T>> calls) throws Exception {
            List<T> answers = new java.util.ArrayList<>();
            for (var answer : pool.invokeAll(calls)) {
                answers.add(answer.get());
            }
            return answers;
        }

        @Override
        public void close() {
            pool.shutdownNow();
        }
    }
}
