package net.gatepost.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import jakarta.servlet.http.Cookie;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import javax.security.auth.x500.X500Principal;
import net.gatepost.ModuleTest;
import net.gatepost.TestClock;
import net.gatepost.account.Authority.Issued;
import net.gatepost.account.People.Person;
import net.gatepost.employer.Companies;
import net.gatepost.mail.SentMails;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Smart cards of an authority that is made for the purpose: which open an account, and which open nothing. */
@ModuleTest
@DirtiesContext
@TestPropertySource(properties = "gatepost.second-factor.required=true")
class SmartCardTest {

    private static final String SIGN_IN = "/sign-in/smart-card";
    private static final String PATH = "/me/security/smart-card";
    private static final String PROXY_SECRET = "a secret of the tests' proxy, long enough";

    private static final Authority AUTHORITY = new Authority("Cards of the tests");
    private static final Issued REVOKED = AUTHORITY.card("Revoked");

    @DynamicPropertySource
    static void cards(DynamicPropertyRegistry properties) throws IOException {
        Path folder = Files.createTempDirectory("gatepost-cards");
        Path trust = Files.writeString(folder.resolve("authority.pem"), Authority.pem(AUTHORITY.certificate()));
        Path revoked = AUTHORITY.revoking(folder.resolve("revoked.crl"), REVOKED.certificate());
        properties.add("spring.ssl.bundle.pem.cards.truststore.certificate", () -> "file:" + trust);
        properties.add("gatepost.smart-card.bundle", () -> "cards");
        properties.add("gatepost.smart-card.address", () -> "https://localhost:8443");
        properties.add("gatepost.smart-card.revoked", revoked::toString);
        properties.add("gatepost.smart-card.proxy-secret", () -> PROXY_SECRET);
    }

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
    private final Issued card = AUTHORITY.card("Robin " + UUID.randomUUID());

    Person person;

    @BeforeEach
    void aRecruiter() {
        person = people.member();
        companies.verified(person);
    }

    @Test
    void oneThatIsBoundSignsInAndCountsAsBothFactors() {
        var codes = bind();
        assertThat(codes).hasSize(RecoveryCodes.NUMBER);
        assertThat(mails.latestTo(person.email()).subject()).contains("smart card was bound");
        clock.advance(Duration.ofMinutes(1));
        assertThat(get(null, SIGN_IN, card.certificate())).bodyText().contains("Go on with this card", "CN=Robin");

        var done = post(null, SIGN_IN, card.certificate(), "next", "/hire");

        assertThat(done).hasStatusOk();
        assertThat(Jsoup.parse(Browsing.body(done)).select("main a.btn").attr("href"))
                .isEqualTo("http://localhost:8080/hire");
        assertThat(get(Visitor.session(done), "/hire", null)).hasStatusOk();
        assertThat(get(Visitor.session(done), "/me/security", null)).bodyText().contains("Where you are signed in");
    }

    @Test
    void bindingTakesWhoeverHasConfirmedAndACardOpensOneAccount() {
        var session = signIn();
        assertThat(get(session, "/hire", null)).redirectedUrl().contains("second-factor");
        assertThat(post(session, PATH, card.certificate())).redirectedUrl().contains("/me/security/confirmation");
        assertThat(post(confirm(session), PATH, null)).as("no card").hasStatus(422);
        bind();
        person = people.member();
        assertThat(post(confirm(signIn()), PATH, card.certificate()))
                .hasStatus(422)
                .bodyText()
                .contains("bound to an account already");
        assertThat(factors.has(person.id())).isFalse();
    }

    @Test
    void whatIsNoGoodCardSignsNobodyIn() {
        bind();
        var expired = AUTHORITY.expiredCard("Expired");
        var other = new Authority("Cards of the tests").card("Of an authority that calls itself the same");
        for (var bad : List.of(REVOKED, expired, other, AUTHORITY.server("localhost"))) {
            bindInTheDatabase(bad.certificate());
            assertThat(post(null, SIGN_IN, bad.certificate()))
                    .as(bad.certificate().getSubjectX500Principal().getName())
                    .hasStatus(422);
        }
        assertThat(post(null, SIGN_IN, AUTHORITY.card("Unknown").certificate()))
                .hasStatus(422)
                .bodyText()
                .contains("bound to no account");
    }

    @Test
    void withoutACardThePageSaysSo() {
        assertThat(get(null, SIGN_IN, null)).hasStatusOk().bodyText().contains("has shown no card");
        assertThat(post(null, SIGN_IN, null)).hasStatus(422);
        assertThat(get(null, PATH, null)).redirectedUrl().startsWith("/sign-in");
    }

    @Test
    void itExpiresWithItsCertificate() {
        bind();
        clock.advance(Duration.ofDays(301));
        assertThat(post(null, SIGN_IN, card.certificate())).hasStatus(422);
    }

    @Test
    void aDisabledAccountIsToldSoAndStaysOut() {
        bind();
        database.sql("update account set disabled_at = current_timestamp where id = ?")
                .param(person.id())
                .update();
        assertThat(post(null, SIGN_IN, card.certificate()))
                .hasStatus(422)
                .bodyText()
                .contains("closed for now");
    }

    @Test
    void aHeaderIsBelievedOnlyWithTheSecretOfTheProxy() {
        bind();
        String header = URLEncoder.encode(Authority.pem(card.certificate()), StandardCharsets.UTF_8)
                .replace("+", "%20");
        assertThat(byHeader(header, null)).hasStatus(422);
        assertThat(byHeader(header, "")).hasStatus(422);
        assertThat(byHeader(header, PROXY_SECRET + " ")).hasStatus(422);
        assertThat(byHeader("nonsense", PROXY_SECRET)).hasStatus(422);
        assertThat(byHeader("%", PROXY_SECRET)).hasStatus(422);
        assertThat(byHeader(header, PROXY_SECRET)).hasStatusOk();
    }

    @Test
    void itConfirmsForItsOwnerAlone() {
        bind();
        var session = Visitor.session(post(null, SIGN_IN, card.certificate()));
        assertThat(get(session, "/me/data/erasure", null)).redirectedUrl().contains("/me/security/confirmation");
        var other = AUTHORITY.card("Other");
        assertThat(post(session, SIGN_IN, other.certificate())).hasStatus(422);

        var confirmed = post(session, SIGN_IN, card.certificate(), "next", "/me/data/erasure");

        assertThat(get(Visitor.session(confirmed), "/me/data/erasure", null)).hasStatusOk();
    }

    @Test
    void whoeverARemovedOneLetInIsOut() {
        bind();
        var here = confirmByCard();
        var elsewhere = Visitor.session(post(null, SIGN_IN, card.certificate()));
        String id = Jsoup.parse(Browsing.body(get(here, PATH, null)))
                .select("input[name=id]")
                .val();

        assertThat(post(here, PATH + "/removal", null, "id", UUID.randomUUID().toString()))
                .hasStatus(404);
        assertThat(post(here, PATH + "/removal", null, "id", id)).hasRedirectedUrl(PATH);

        assertThat(get(elsewhere, "/me", null)).redirectedUrl().startsWith("/sign-in");
        assertThat(post(null, SIGN_IN, card.certificate())).hasStatus(422);
        assertThat(factors.has(person.id())).isFalse();
    }

    private List<String> bind() {
        return Browsing.recoveryCodes(post(confirm(signIn()), PATH, card.certificate()));
    }

    private void bindInTheDatabase(X509Certificate bad) {
        database.sql("""
                        insert into smart_card (id, account_id, issuer, serial, subject, bound_at)
                        values (?, ?, ?, ?, 'CN=Bad', current_timestamp)
                        on conflict do nothing""")
                .params(
                        UUID.randomUUID(),
                        person.id(),
                        bad.getIssuerX500Principal().getName(X500Principal.CANONICAL),
                        bad.getSerialNumber().toString(16))
                .update();
    }

    private Cookie confirmByCard() {
        var session = Visitor.session(post(null, SIGN_IN, card.certificate()));
        return Visitor.session(post(session, SIGN_IN, card.certificate()));
    }

    private Cookie signIn() {
        return Visitor.session(
                new Browsing(browser, visitor).signIn(person.email().value(), People.PASSPHRASE, ""));
    }

    private Cookie confirm(Cookie session) {
        return Visitor.session(
                post(session, "/me/security/confirmation", null, "passphrase", People.PASSPHRASE, "next", PATH));
    }

    private MvcTestResult byHeader(String header, @Nullable String secret) {
        var request = browser.post().uri(SIGN_IN).with(new Visitor()).header(SmartCards.HEADER, header);
        if (secret != null) {
            request.header(SmartCards.SECRET_HEADER, secret);
        }
        return request.exchange();
    }

    private MvcTestResult get(@Nullable Cookie session, String path, @Nullable X509Certificate shown) {
        var request = browser.get().uri(path).with(asked -> with(asked, session, shown));
        return request.exchange();
    }

    private MvcTestResult post(
            @Nullable Cookie session, String path, @Nullable X509Certificate shown, String... fields) {
        var request = browser.post().uri(path).with(asked -> with(asked, session, shown));
        if (session != null) {
            request.with(csrf());
        }
        for (int at = 0; at < fields.length; at += 2) {
            request.param(fields[at], fields[at + 1]);
        }
        return request.exchange();
    }

    private static MockHttpServletRequest with(
            MockHttpServletRequest request, @Nullable Cookie session, @Nullable X509Certificate shown) {
        new Visitor().postProcessRequest(request);
        if (session != null) {
            request.setCookies(session);
        }
        if (shown != null) {
            request.setAttribute("jakarta.servlet.request.X509Certificate", new X509Certificate[] {shown});
        }
        return request;
    }
}
