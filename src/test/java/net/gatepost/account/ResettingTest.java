package net.gatepost.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.serializer.Serializer;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import net.gatepost.ModuleTest;
import net.gatepost.TestClock;
import net.gatepost.account.People.Person;
import net.gatepost.mail.EmailAddress;
import net.gatepost.mail.SentMails;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;

@ModuleTest
class ResettingTest {

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

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient database;

    @Autowired
    OneTimeTask<String> accountResetTask;

    private final Visitor visitor = new Visitor();

    private MvcTestResult ask(EmailAddress email) {
        return browser.post()
                .uri("/password")
                .with(visitor)
                .param("email", email.value())
                .exchange();
    }

    /** Does the waiting work, which stands still in tests. */
    private void doWaitingWork() {
        for (byte[] data : database.sql("select task_data from scheduled_tasks where task_name = 'account-reset'")
                .query(byte[].class)
                .list()) {
            String email = Serializer.DEFAULT_JAVA_SERIALIZER.deserialize(String.class, data);
            accountResetTask.execute(
                    accountResetTask.instanceBuilder("test").data(email).build(), null);
        }
        database.sql("delete from scheduled_tasks where task_name = 'account-reset'")
                .update();
    }

    private String mailedLink(Person person) {
        assertThat(ask(person.email())).hasStatus(302).hasRedirectedUrl("/password/sent");
        doWaitingWork();
        return mails.latestTo(person.email()).link("/password/reset/");
    }

    private MvcTestResult choose(String link, String passphrase) {
        return browser.post().uri(link).param("passphrase", passphrase).exchange();
    }

    private MvcTestResult signIn(Person person, String passphrase) {
        return browser.post()
                .uri("/sign-in")
                .with(visitor)
                .param("email", person.email().value())
                .param("passphrase", passphrase)
                .exchange();
    }

    @Test
    void aForgottenPassphraseIsReplacedAndEverySessionEnds() {
        var person = people.member();
        var session = Visitor.session(signIn(person, People.PASSPHRASE));
        assertThat(browser.get().uri("/me").cookie(session)).hasStatusOk();
        String link = mailedLink(person);

        assertThat(browser.get().uri(link)).hasStatusOk();
        assertThat(browser.get().uri("/me").cookie(session)).hasStatusOk();
        assertThat(choose(link, NEW_PASSPHRASE)).hasStatus(302).hasRedirectedUrl("/password/changed");
        assertThat(browser.get().uri("/password/changed")).hasStatusOk();

        assertThat(browser.get().uri("/me").cookie(session)).hasStatus(302);
        assertThat(signIn(person, People.PASSPHRASE)).hasForwardedUrl("/sign-in/refused");
        assertThat(signIn(person, NEW_PASSPHRASE)).hasStatus(302);
        assertThat(mails.latestTo(person.email()).subject()).isEqualTo("Your Gatepost passphrase was changed");
    }

    @Test
    void anUnknownAddressGetsTheSameAnswerAndNoMail() {
        var known = ask(people.member().email());
        var unknown = ask(visitor.email);
        doWaitingWork();

        assertThat(unknown).hasStatus(302).hasRedirectedUrl("/password/sent").doesNotContainHeader("Set-Cookie");
        assertThat(known.getResponse().getHeaderNames())
                .containsExactlyInAnyOrderElementsOf(unknown.getResponse().getHeaderNames());
        assertThat(mails.to(visitor.email)).isEmpty();
        assertThat(browser.get().uri("/password/sent")).hasStatusOk().doesNotContainHeader("Set-Cookie");
    }

    /** What the page does can't depend on whether the address is known, because only waiting work looks. */
    @Test
    void theAnswerIsGivenBeforeAnybodyHasLooked() {
        var person = people.member();
        ask(person.email());
        ask(visitor.email);

        assertThat(mails.to(person.email())).isEmpty();
        assertThat(database.sql("select count(*) from scheduled_tasks where task_name = 'account-reset'")
                        .query(Long.class)
                        .single())
                .isGreaterThanOrEqualTo(2);
        doWaitingWork();
        assertThat(mails.to(person.email())).hasSize(1);
    }

    @Test
    void aDisabledAccountGetsNoLinkAndItsOldLinkIsGoodForNothing() {
        var person = people.member();
        String link = mailedLink(person);
        transaction.executeWithoutResult(
                status -> accounts.findById(person.id()).orElseThrow().disable(clock.instant()));

        assertThat(choose(link, NEW_PASSPHRASE)).hasStatus(410);
        ask(person.email());
        doWaitingWork();
        assertThat(mails.to(person.email())).hasSize(1);
    }

    @Test
    void aLinkIsGoodForOneHour() {
        String link = mailedLink(people.member());
        clock.advance(Duration.ofHours(1));

        assertThat(browser.get().uri(link)).hasStatus(410).bodyText().contains("This link has ended");
        assertThat(choose(link, NEW_PASSPHRASE)).hasStatus(410);
    }

    @Test
    void aLinkIsGoodOnceAndEndsTheOthers() {
        var person = people.member();
        String first = mailedLink(person);
        String second = mailedLink(person);

        assertThat(choose(first, NEW_PASSPHRASE)).hasStatus(302);
        assertThat(choose(first, "another passphrase of mine")).hasStatus(410);
        assertThat(browser.get().uri(first)).hasStatus(410).bodyText().contains("This link was used");
        assertThat(choose(second, "another passphrase of mine")).hasStatus(410);
        assertThat(signIn(person, NEW_PASSPHRASE)).hasStatus(302);
    }

    @Test
    void twoPressesAtTheSameMomentSetOnePassphrase() throws Exception {
        var person = people.member();
        String link = mailedLink(person);
        var threads = Executors.newFixedThreadPool(2);
        try {
            List<Callable<Integer>> presses = List.of(
                    () -> choose(link, NEW_PASSPHRASE).getResponse().getStatus(),
                    () -> choose(link, "another passphrase of mine")
                            .getResponse()
                            .getStatus());
            var answers = threads.invokeAll(presses);

            assertThat(List.of(answers.get(0).get(), answers.get(1).get())).containsExactlyInAnyOrder(302, 410);
            boolean firstWon = answers.get(0).get() == 302;
            assertThat(signIn(person, firstWon ? NEW_PASSPHRASE : "another passphrase of mine"))
                    .hasStatus(302);
        } finally {
            threads.shutdownNow();
        }
        assertThat(mails.to(person.email())).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "too short", "1qaz2wsx3edc4rfv", "Robin Test 2026!"})
    void aWeakPassphraseIsRefusedAndTheLinkStaysGood(String weak) {
        String link = mailedLink(people.member());

        assertThat(choose(link, weak)).hasStatus(422).bodyText().contains("There is a problem");
        assertThat(choose(link, NEW_PASSPHRASE)).hasStatus(302);
    }

    @ParameterizedTest
    @ValueSource(strings = {"no-such-token", "'or'1'='1", "<script>"})
    void aLinkThatWasNeverSentIsNotFound(String token) {
        assertThat(browser.get().uri("/password/reset/{token}", token)).hasStatus(404);
        assertThat(browser.post().uri("/password/reset/{token}", token).param("passphrase", NEW_PASSPHRASE))
                .hasStatus(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "not an address", "a@b", "<b>@example.org"})
    void whatIsNoAddressIsRefused(String email) {
        assertThat(browser.post().uri("/password").with(visitor).param("email", email))
                .hasStatus(422);
    }

    @Test
    void oneAddressCannotBeFloodedWithMail() {
        for (int attempt = 0; attempt < 5; attempt++) {
            assertThat(ask(visitor.email)).hasStatus(302);
        }

        assertThat(ask(visitor.email)).hasStatus(429).containsHeader("Retry-After");
    }
}
