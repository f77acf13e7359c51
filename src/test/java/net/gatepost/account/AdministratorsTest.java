package net.gatepost.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import net.gatepost.ModuleTest;
import net.gatepost.TestClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@ModuleTest
class AdministratorsTest {

    private static final String PASSPHRASE = "seven gates, no post";

    @Autowired
    MockMvcTester browser;

    @Autowired
    People people;

    @Autowired
    Administrators administrators;

    @Autowired
    AccountRepository accounts;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient database;

    private final Visitor visitor = new Visitor();

    @BeforeEach
    void aSiteWithoutAdministrators() {
        database.sql("update account set administrator = false").update();
    }

    private String printedLink() {
        return administrators.offer().orElseThrow().replaceFirst("https?://[^/]+", "");
    }

    private MvcTestResult open(String link, String email) {
        return browser.post()
                .uri(link)
                .with(visitor)
                .param("name", "Avery Okafor")
                .param("email", email)
                .param("passphrase", PASSPHRASE)
                .exchange();
    }

    @Test
    void whoHasTheConsoleBecomesTheFirstAdministrator() {
        String link = printedLink();

        assertThat(browser.get().uri(link)).hasStatusOk();
        assertThat(open(link, visitor.email.value())).hasStatus(302).hasRedirectedUrl("/join/confirmed");

        assertThat(accounts.findByEmail(visitor.email.value()).orElseThrow().isAdministrator())
                .isTrue();
        var session = Visitor.session(browser.post()
                .uri("/sign-in")
                .with(visitor)
                .param("email", visitor.email.value())
                .param("passphrase", PASSPHRASE)
                .exchange());
        assertThat(browser.get().uri("/me").cookie(session)).hasStatusOk();
    }

    @Test
    void theLinkIsGoodOnce() {
        String link = printedLink();
        open(link, visitor.email.value());

        assertThat(browser.get().uri(link)).hasStatus(410);
        assertThat(open(link, new Visitor().email.value())).hasStatus(410);
        assertThat(administrators.offer()).isEmpty();
    }

    @Test
    void twoPressesAtTheSameMomentMakeOneAdministrator() throws Exception {
        String link = printedLink();
        var threads = Executors.newFixedThreadPool(2);
        try {
            List<Callable<Integer>> presses = List.of(
                    () -> open(link, visitor.email.value()).getResponse().getStatus(),
                    () -> open(link, new Visitor().email.value()).getResponse().getStatus());
            var answers = threads.invokeAll(presses);

            assertThat(List.of(answers.get(0).get(), answers.get(1).get())).containsExactlyInAnyOrder(302, 410);
        } finally {
            threads.shutdownNow();
        }
        assertThat(database.sql("select count(*) from account where administrator = true")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void aNewStartTakesTheEarlierLinkAway() {
        String earlier = printedLink();
        String newest = printedLink();

        assertThat(browser.get().uri(earlier)).hasStatus(404);
        assertThat(browser.get().uri(newest)).hasStatusOk();
    }

    @Test
    void theLinkEndsAfterADayOrWhenThereIsAnAdministrator() {
        String link = printedLink();
        clock.advance(Duration.ofHours(24));
        assertThat(browser.get().uri(link)).hasStatus(410);

        String another = printedLink();
        people.administrator();
        assertThat(browser.get().uri(another)).hasStatus(410);
        assertThat(open(another, visitor.email.value())).hasStatus(410);
    }

    @Test
    void theFormAsksForAllThatJoiningAsksFor() {
        String link = printedLink();

        assertThat(browser.post().uri(link).with(visitor)).hasStatus(422);
        assertThat(open(link, "not an address")).hasStatus(422);
        assertThat(open(link, people.member().email().value()))
                .hasStatus(422)
                .bodyText()
                .contains("has an account already");
        assertThat(browser.post()
                        .uri(link)
                        .param("name", "Avery Okafor")
                        .param("email", visitor.email.value())
                        .param("passphrase", "Avery Okafor 1"))
                .hasStatus(422);
        assertThat(open(link, visitor.email.value())).hasStatus(302);
    }

    @Test
    void anUnknownLinkIsNotFound() {
        assertThat(browser.get().uri("/join/administrator/nonsense")).hasStatus(404);
        assertThat(open("/join/administrator/nonsense", visitor.email.value())).hasStatus(404);
    }
}
