package net.gatepost.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.clearInvocations;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import net.gatepost.ModuleTest;
import net.gatepost.TestClock;
import net.gatepost.mail.EmailAddress;
import net.gatepost.mail.SentMails;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.test.context.bean.override.mockito.MockitoSpyBean;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@ModuleTest
class JoiningTest {

    private static final String PASSPHRASE = "seven gates, no post";

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
    JoiningRepository joinings;

    @Autowired
    JdbcClient database;

    @Autowired
    RecurringTask<Void> accountRetentionTask;

    @MockitoSpyBean
    PasswordEncoder encoder;

    private final Visitor visitor = new Visitor();

    private MvcTestResult join(EmailAddress email, String desk) {
        return browser.post()
                .uri("/join")
                .with(visitor)
                .param("name", "Casey Moreno")
                .param("email", email.value())
                .param("passphrase", PASSPHRASE)
                .param("desk", desk)
                .param("terms", "true")
                .exchange();
    }

    private String mailedLink() {
        assertThat(join(visitor.email, "MEMBER")).hasStatus(302).hasRedirectedUrl("/join/sent");
        return mails.latestTo(visitor.email).link("/join/confirm/");
    }

    @Test
    void whoPressesTheButtonBehindTheMailedLinkHasAnAccount() {
        join(visitor.email, "HIRING");
        String link = mails.latestTo(visitor.email).link("/join/confirm/");

        assertThat(browser.get().uri(link)).hasStatusOk().bodyText().contains("Casey Moreno", visitor.email.value());
        assertThat(accounts.findByEmail(visitor.email.value())).isEmpty();

        assertThat(browser.post().uri(link)).hasStatus(302).hasRedirectedUrl("/join/confirmed");
        assertThat(browser.get().uri("/join/confirmed")).hasStatusOk();
        var account = accounts.findByEmail(visitor.email.value()).orElseThrow();
        assertThat(account.name()).isEqualTo("Casey Moreno");
        assertThat(account.firstDesk()).isEqualTo(Desk.HIRING);
        assertThat(account.termsVersion()).isNotBlank();
        assertThat(account.termsAgreedAt()).isBefore(clock.instant());
        assertThat(encoder.matches(PASSPHRASE, account.passphraseHash())).isTrue();
    }

    @Test
    void theMailHasTheLinkInBothPartsAndNothingThatWasTypedButTheAddress() {
        String link = mailedLink();
        var mail = mails.latestTo(visitor.email);

        assertThat(mail.html()).contains(link);
        assertThat(mail.text() + mail.html() + mail.subject()).doesNotContain("Casey", PASSPHRASE, "??");
    }

    @Test
    void joiningOpensNoSession() {
        assertThat(browser.get().uri("/join")).hasStatusOk().doesNotContainHeader("Set-Cookie");
        assertThat(join(visitor.email, "MEMBER")).doesNotContainHeader("Set-Cookie");
        assertThat(browser.get().uri("/join/sent")).hasStatusOk().doesNotContainHeader("Set-Cookie");
    }

    @Test
    void theDatabaseHoldsNeitherThePassphraseNorTheLink() {
        String token = mailedLink().replaceFirst(".*/", "");

        var row = database.sql("select * from joining where email = ?")
                .param(visitor.email.value())
                .query()
                .singleRow();
        assertThat(row.values()).noneMatch(value -> String.valueOf(value).contains(token));
        assertThat(row.values()).noneMatch(value -> String.valueOf(value).contains(PASSPHRASE));
    }

    @Test
    void aSecondPressSaysThatItIsConfirmedAndChangesNothing() {
        String link = mailedLink();
        browser.post().uri(link).exchange();

        assertThat(browser.post().uri(link)).hasStatus(302).hasRedirectedUrl("/join/confirmed/already");
        assertThat(browser.get().uri("/join/confirmed/already")).hasStatusOk();
        assertThat(browser.get().uri(link)).hasStatus(410).bodyText().contains("Already confirmed");
        assertThat(accountsOf(visitor.email)).isEqualTo(1);
    }

    @Test
    void twoPressesAtTheSameMomentMakeOneAccount() throws Exception {
        String link = mailedLink();

        assertThat(pressAtOnce(List.of(link, link, link, link)))
                .containsExactlyInAnyOrder(
                        "/join/confirmed",
                        "/join/confirmed/already",
                        "/join/confirmed/already",
                        "/join/confirmed/already");
        assertThat(accountsOf(visitor.email)).isEqualTo(1);
    }

    @Test
    void twoJoiningsOfOneAddressConfirmedAtTheSameMomentMakeOneAccount() throws Exception {
        String first = mailedLink();
        String second = mailedLink();
        assertThat(first).isNotEqualTo(second);

        assertThat(pressAtOnce(List.of(first, second)))
                .containsExactlyInAnyOrder("/join/confirmed", "/join/confirmed/already");
        assertThat(accountsOf(visitor.email)).isEqualTo(1);
    }

    @Test
    void theOtherJoiningsOfAConfirmedAddressAreVoidAndForgetTheirPassphrase() {
        String first = mailedLink();
        String second = mailedLink();
        browser.post().uri(second).exchange();

        assertThat(browser.get().uri(first)).hasStatus(410);
        assertThat(browser.post().uri(first)).hasRedirectedUrl("/join/confirmed/already");
        assertThat(database.sql("select distinct passphrase_hash from joining where email = ?")
                        .param(visitor.email.value())
                        .query(String.class)
                        .list())
                .containsExactly("");
    }

    @Test
    void aLinkEndsAfterADayAndSaysSo() {
        String link = mailedLink();
        clock.advance(Duration.ofHours(24));

        assertThat(browser.get().uri(link)).hasStatus(410).bodyText().contains("This link has ended", "/join");
        assertThat(browser.post().uri(link)).hasStatus(410);
        assertThat(accountsOf(visitor.email)).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"no-such-token", "'or'1'='1", "<script>", "a/b"})
    void aLinkThatWasNeverSentIsNotFound(String token) {
        assertThat(browser.get().uri("/join/confirm/{token}", token)).hasStatus(404);
        assertThat(browser.post().uri("/join/confirm/{token}", token)).hasStatus(404);
    }

    @Test
    void aKnownAddressGetsTheSameAnswerAndTheSameWorkButAnotherMail() {
        var known = people.member();
        clearInvocations(encoder);
        var answer = join(known.email(), "MEMBER");
        verify(encoder, times(1)).encode(any());
        clearInvocations(encoder);
        var answerToUnknown = join(visitor.email, "MEMBER");
        verify(encoder, times(1)).encode(any());

        assertThat(answer).hasStatus(302).hasRedirectedUrl("/join/sent");
        assertThat(answer.getResponse().getHeaderNames())
                .containsExactlyInAnyOrderElementsOf(
                        answerToUnknown.getResponse().getHeaderNames());
        var mail = mails.latestTo(known.email());
        assertThat(mail.subject()).isEqualTo("You already have a Gatepost account");
        assertThat(mail.link("/password")).isEqualTo("/password");
        assertThat(mail.text()).doesNotContain("/join/confirm/");
        assertThat(accountsOf(known.email())).isEqualTo(1);
    }

    @Test
    void anAddressIsOneHoweverItIsWritten() {
        browser.post().uri(mailedLink()).exchange();

        join(new EmailAddress(visitor.email.value()), "MEMBER");
        assertThat(browser.post()
                        .uri("/join")
                        .with(visitor)
                        .param("name", "Casey Moreno")
                        .param("email", "  " + visitor.email.value().toUpperCase(java.util.Locale.ROOT) + " ")
                        .param("passphrase", PASSPHRASE)
                        .param("desk", "MEMBER")
                        .param("terms", "true"))
                .hasStatus(302);
        assertThat(mails.latestTo(visitor.email).subject()).isEqualTo("You already have a Gatepost account");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "name       | ''                                  | Enter your name",
                "name       | <b>Casey</b>                        | Use letters, spaces",
                "name       | buy https://spam.example            | Use letters, spaces",
                "email      | ''                                  | Enter your e-mail address",
                "email      | not an address                      | such as name@example.org",
                "email      | a@b                                 | such as name@example.org",
                "passphrase | ''                                  | Enter a passphrase",
                "passphrase | too short                           | at least 15 characters",
                "passphrase | 1qaz2wsx3edc4rfv                    | Many people have chosen",
                "passphrase | Casey Moreno 77                     | little more than your name",
                "desk       | ''                                  | Choose what brings you here",
                "desk       | ADMINISTRATOR                       | Choose what brings you here",
                "terms      | false                               | Agree to the terms",
                "terms      | ''                                  | Agree to the terms",
            })
    void aFormThatIsNotInOrderIsRefusedWithTheReasonAndKeepsTheRest(String field, String value, String reason) {
        var answer = joinWith(field, value);

        assertThat(answer).hasStatus(422).bodyText().contains(reason, "There is a problem");
        assertThat(answer).bodyText().doesNotContain(PASSPHRASE, "<b>Casey");
        if (!field.equals("email")) {
            assertThat(answer).bodyText().contains(visitor.email.value());
        }
        assertThat(mails.to(visitor.email)).isEmpty();
    }

    @Test
    void controlCharactersAndEndlessTextAreRefused() {
        assertThat(joinWith("name", "Casey\r\nBcc: all@example.org")).hasStatus(422);
        assertThat(joinWith("name", "x\u0000y")).hasStatus(422);
        assertThat(joinWith("name", "x".repeat(100_000))).hasStatus(422);
        assertThat(joinWith("email", "x".repeat(100_000) + "@example.org")).hasStatus(422);
        assertThat(joinWith("passphrase", "words and more words ".repeat(10_000)))
                .hasStatus(422);
        assertThat(joinWith("terms", "perhaps")).hasStatus(422);
        assertThat(browser.post().uri("/join").with(visitor)).hasStatus(422);
        assertThat(mails.to(visitor.email)).isEmpty();
    }

    private MvcTestResult joinWith(String field, String value) {
        var values = new java.util.HashMap<>(java.util.Map.of(
                "name", "Casey Moreno",
                "email", visitor.email.value(),
                "passphrase", PASSPHRASE,
                "desk", "MEMBER",
                "terms", "true"));
        values.put(field, value);
        var request = browser.post().uri("/join").with(visitor);
        values.forEach(request::param);
        return request.exchange();
    }

    @Test
    void oneAddressCannotBeFloodedWithMail() {
        for (int attempt = 0; attempt < 5; attempt++) {
            assertThat(join(visitor.email, "MEMBER")).hasStatus(302);
        }

        assertThat(join(visitor.email, "MEMBER")).hasStatus(429).containsHeader("Retry-After");
        assertThat(mails.to(visitor.email)).hasSize(5);
    }

    @Test
    void oneNetworkCannotJoinForEverybody() {
        for (int attempt = 0; attempt < 30; attempt++) {
            join(new Visitor().email, "MEMBER");
        }

        assertThat(join(visitor.email, "MEMBER")).hasStatus(429);
    }

    @Test
    void whoIsSignedInIsSentToTheirDesk() {
        assertThat(browser.get().uri("/join").with(people.member()))
                .hasStatus(302)
                .hasRedirectedUrl("/me");
    }

    @Test
    void whatHasEndedIsDeletedAWeekLater() {
        mailedLink();
        clock.advance(Duration.ofDays(7).plusHours(23));
        sweep();
        assertThat(joiningsOf(visitor.email)).isEqualTo(1);

        clock.advance(Duration.ofHours(2));
        sweep();
        assertThat(joiningsOf(visitor.email)).isZero();
    }

    private void sweep() {
        accountRetentionTask.execute(accountRetentionTask.instance("recurring"), null);
    }

    private List<String> pressAtOnce(List<String> links) throws Exception {
        var threads = Executors.newFixedThreadPool(links.size());
        try {
            List<Callable<String>> presses = new ArrayList<>();
            for (String link : links) {
                presses.add(
                        () -> browser.post().uri(link).exchange().getResponse().getRedirectedUrl());
            }
            List<String> answers = new ArrayList<>();
            for (var answer : threads.invokeAll(presses)) {
                answers.add(answer.get());
            }
            return answers;
        } finally {
            threads.shutdownNow();
        }
    }

    private long accountsOf(EmailAddress email) {
        return count("select count(*) from account where email = ?", email);
    }

    private long joiningsOf(EmailAddress email) {
        return count("select count(*) from joining where email = ?", email);
    }

    private long count(String sql, EmailAddress email) {
        return database.sql(sql).param(email.value()).query(Long.class).single();
    }
}
