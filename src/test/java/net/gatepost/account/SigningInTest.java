package net.gatepost.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.clearInvocations;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import jakarta.servlet.DispatcherType;
import net.gatepost.ModuleTest;
import net.gatepost.TestClock;
import net.gatepost.account.People.Person;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.WebAttributes;
import org.springframework.test.context.bean.override.mockito.MockitoSpyBean;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;

@ModuleTest
class SigningInTest {

    private static final String REFUSED = "The address and the passphrase do not belong together";

    @Autowired
    MockMvcTester browser;

    @Autowired
    People people;

    @Autowired
    AccountRepository accounts;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    TestClock clock;

    @MockitoSpyBean
    PasswordEncoder encoder;

    private final Visitor visitor = new Visitor();

    private MvcTestResult signIn(String email, String passphrase) {
        return signIn(email, passphrase, "");
    }

    private MvcTestResult signIn(String email, String passphrase, String next) {
        var form = browser.post()
                .uri("/sign-in")
                .with(visitor)
                .param("email", email)
                .param("passphrase", passphrase)
                .param("next", next);
        return forwarded(form.exchange());
    }

    /** Takes the forward that a container would take. */
    private MvcTestResult forwarded(MvcTestResult answer) {
        String forward = answer.getResponse().getForwardedUrl();
        if (forward == null) {
            return answer;
        }
        var request = answer.getRequest();
        return browser.post()
                .uri(forward)
                .with(csrf()) // a container's forward has passed that filter already
                .with(again -> {
                    again.setDispatcherType(DispatcherType.FORWARD);
                    again.setParameters(request.getParameterMap());
                    again.setAttribute(
                            WebAttributes.AUTHENTICATION_EXCEPTION,
                            request.getAttribute(WebAttributes.AUTHENTICATION_EXCEPTION));
                    return again;
                })
                .exchange();
    }

    private MvcTestResult signIn(Person person) {
        return signIn(person.email().value(), People.PASSPHRASE);
    }

    @Test
    void whereNoSmartCardsAreConfiguredTheirPagesDoNotExist() {
        assertThat(browser.get().uri("/sign-in/smart-card")).hasStatus(404);
        assertThat(browser.post().uri("/sign-in/smart-card")).hasStatus(404);
        assertThat(browser.get().uri("/me/security/smart-card").with(people.member()))
                .hasStatus(404);
        assertThat(browser.get().uri("/sign-in")).bodyText().doesNotContain("smart card");
    }

    @Test
    void theRightPassphraseLeadsToTheDesk() {
        var answer = signIn(people.member());

        assertThat(answer).hasStatus(302).hasRedirectedUrl("/me");
        assertThat(browser.get().uri("/me").cookie(Visitor.session(answer)))
                .hasStatusOk()
                .bodyText()
                .contains("Robin Test");
    }

    @Test
    void anAddressIsOneHoweverItIsWritten() {
        var person = people.member();

        assertThat(signIn("  " + person.email().value().toUpperCase(java.util.Locale.ROOT), People.PASSPHRASE))
                .hasStatus(302)
                .hasRedirectedUrl("/me");
    }

    @Test
    void signingInChangesTheIdOfTheSession() {
        var before = Visitor.session(signIn(people.member()));

        var after = Visitor.session(browser.post()
                .uri("/sign-in")
                .with(visitor)
                .cookie(before)
                .param("email", people.member().email().value())
                .param("passphrase", People.PASSPHRASE)
                .exchange());
        assertThat(after.getValue()).isNotEqualTo(before.getValue());
        assertThat(browser.get().uri("/me").cookie(before)).hasStatus(302);
    }

    @Test
    void theWayBackIsKeptThroughARefusalAndTaken() {
        var person = people.member();
        assertThat(browser.get().uri("/sign-in?next=/me/security"))
                .hasStatusOk()
                .doesNotContainHeader("Set-Cookie")
                .bodyText()
                .contains("value=\"/me/security\"");

        var refused = signIn(person.email().value(), "not the right one at all", "/me/security");
        assertThat(refused).hasStatus(422).bodyText().contains("value=\"/me/security\"");

        assertThat(browser.post()
                        .uri("/sign-in")
                        .with(visitor)
                        .param("email", person.email().value())
                        .param("passphrase", People.PASSPHRASE)
                        .param("next", "/me/security"))
                .hasStatus(302)
                .hasRedirectedUrl("/me/security");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example/", "//evil.example", "/\\evil.example", "javascript:alert(1)"})
    void theWayBackNeverLeavesTheSite(String next) {
        assertThat(browser.get().uri("/sign-in?next={next}", next))
                .hasStatusOk()
                .bodyText()
                .doesNotContain("evil", "alert(1)");
        assertThat(browser.post()
                        .uri("/sign-in")
                        .with(visitor)
                        .param("email", people.member().email().value())
                        .param("passphrase", People.PASSPHRASE)
                        .param("next", next))
                .hasStatus(302)
                .hasRedirectedUrl("/me");
    }

    @Test
    void aWrongPassphraseAndAnUnknownAddressGetTheSameAnswerAndTheSameWork() {
        var person = people.member();
        clearInvocations(encoder);
        var wrong = signIn(person.email().value(), "not the right one at all");
        verify(encoder, times(1)).matches(any(), any());
        clearInvocations(encoder);
        var unknown = signIn(visitor.email.value(), "not the right one at all");
        verify(encoder, times(1)).matches(any(), any());

        assertThat(wrong)
                .hasStatus(422)
                .bodyText()
                .contains(REFUSED, person.email().value());
        assertThat(unknown).hasStatus(422).bodyText().contains(REFUSED, visitor.email.value());
        assertThat(wrong).bodyText().doesNotContain("not the right one at all");
        assertThat(wrong.getResponse().getHeaderNames())
                .containsExactlyInAnyOrderElementsOf(unknown.getResponse().getHeaderNames());
        assertThat(wrong).doesNotContainHeader("Set-Cookie");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {"\"\", \"\"", "not an address, x", "' or 1=1 --, ' or 1=1 --", "<script>alert(1)</script>, <b>"})
    void hostileInputIsRefusedLikeAnyOther(String email, String passphrase) {
        assertThat(signIn(email, passphrase))
                .hasStatus(422)
                .bodyText()
                .contains(REFUSED)
                .doesNotContain("<script>alert");
    }

    @Test
    void aFormWithoutFieldsIsRefusedLikeAnyOther() {
        assertThat(forwarded(browser.post().uri("/sign-in").with(visitor).exchange()))
                .hasStatus(422);
        assertThat(signIn("x".repeat(100_000), "x".repeat(100_000))).hasStatus(422);
    }

    @Test
    void onlyTheChainReachesThePageOfTheRefusal() {
        assertThat(browser.post().uri("/sign-in/refused").with(csrf())).hasStatus(404);
        assertThat(browser.get().uri("/sign-in/refused")).hasStatus(404);
    }

    @Test
    void aDisabledAccountIsToldSoOnlyToWhoKnowsItsPassphrase() {
        var person = people.member();
        var session = Visitor.session(signIn(person));
        transaction.executeWithoutResult(
                status -> accounts.findById(person.id()).orElseThrow().disable(clock.instant()));

        assertThat(signIn(person)).hasStatus(422).bodyText().contains("This account is closed");
        assertThat(signIn(person.email().value(), "not the right one at all"))
                .hasStatus(422)
                .bodyText()
                .contains(REFUSED);
        assertThat(browser.get().uri("/me").cookie(session)).hasStatus(302);
    }

    @Test
    void whoTriesTooOftenHasToWaitAndTheOwnerElsewhereHasNot() {
        var person = people.member();
        for (int attempt = 0; attempt < SignInDelays.FREE; attempt++) {
            assertThat(signIn(person.email().value(), "not the right one at all"))
                    .hasStatus(422);
        }

        clearInvocations(encoder);
        assertThat(signIn(person)).hasStatus(429).containsHeader("Retry-After");
        verify(encoder, times(0)).matches(any(), any());
        assertThat(browser.post()
                        .uri("/sign-in")
                        .with(new Visitor())
                        .param("email", person.email().value())
                        .param("passphrase", People.PASSPHRASE))
                .hasStatus(302);
    }

    @Test
    void signingOutEndsTheSession() {
        var session = Visitor.session(signIn(people.member()));

        assertThat(browser.post().uri("/sign-out").cookie(session).with(csrf()))
                .hasStatus(302)
                .hasRedirectedUrl("/");
        assertThat(browser.get().uri("/me").cookie(session)).hasStatus(302);
    }

    @Test
    void signingOutNeedsAPostAndAToken() {
        var session = Visitor.session(signIn(people.member()));

        browser.get().uri("/sign-out").cookie(session).exchange();
        browser.post().uri("/sign-out").cookie(session).exchange();
        assertThat(browser.get().uri("/me").cookie(session)).hasStatusOk();
    }

    @Test
    void whoIsSignedInIsSentOn() {
        var person = people.member();
        assertThat(browser.get().uri("/sign-in").with(person)).hasStatus(302).hasRedirectedUrl("/me");
        assertThat(browser.get().uri("/sign-in?next=/me/security").with(person))
                .hasStatus(302)
                .hasRedirectedUrl("/me/security");
    }
}
