package net.gatepost.site;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import net.gatepost.ModuleTest;
import net.gatepost.TestClock;
import net.gatepost.account.People;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@ModuleTest
class SitePagesTest {

    @Autowired
    MockMvcTester browser;

    @Autowired
    People people;

    @Autowired
    TestClock clock;

    @ParameterizedTest
    @ValueSource(strings = {"/privacy", "/terms", "/help", "/contact"})
    void theOperatorsPagesAreTheSameForEverybodyAndLeaveNoCookie(String page) {
        var answer = browser.get().uri(page).exchange();
        assertThat(answer).hasStatusOk().doesNotContainHeader("Set-Cookie").containsHeader("ETag");
        assertThat(answer.getRequest().getSession(false)).isNull();
        assertThat(answer).bodyText().doesNotContain("{operator}", "{email}", "??");
    }

    @Test
    void anUnchangedPageIsNotSentTwice() {
        var first = browser.get().uri("/terms").exchange();
        String etag = requireNonNull(first.getResponse().getHeader("ETag"));
        assertThat(browser.get().uri("/terms").header("If-None-Match", etag)).hasStatus(304);
    }

    @Test
    void thePagesThatAMemberAgreesToNameTheirVersion() {
        assertThat(browser.get().uri("/terms")).bodyText().contains("Version of 2026-11-23");
        assertThat(browser.get().uri("/privacy")).bodyText().contains("Version of 2026-11-23");
    }

    @Test
    void theSecurityContactNeverExpires() {
        clock.advance(Duration.ofDays(3650));
        String expires = new String(browser.get()
                        .uri("/.well-known/security.txt")
                        .exchange()
                        .getResponse()
                        .getContentAsByteArray())
                .lines()
                .filter(line -> line.startsWith("Expires: "))
                .map(line -> line.substring("Expires: ".length()))
                .findFirst()
                .orElseThrow();
        assertThat(OffsetDateTime.parse(expires).toInstant())
                .isAfter(clock.instant().plus(Duration.ofDays(30)));
    }

    @Test
    void crawlersAreKeptOffPrivateAddresses() {
        assertThat(browser.get().uri("/robots.txt"))
                .hasStatusOk()
                .bodyText()
                .contains("Disallow: /me", "Sitemap: http");
    }

    @Test
    void anErrorIsAPageOfTheSiteWithTheRightStatus() {
        assertThat(browser.get().uri("/terms/with/more")).hasStatus(404);
        assertThat(browser.post().uri("/sign-in/nothing").with(people.member())).hasStatus(403);
    }

    @Test
    void nobodyIsToldHowTheSiteIsRun() {
        for (String address : List.of(
                "/actuator",
                "/actuator/env",
                "/actuator/heapdump",
                "/actuator/info",
                "/h2-console",
                "/.git/config",
                "/assets/")) {
            assertThat(browser.get().uri(address)).hasStatus(404);
            assertThat(browser.get().uri(address).with(people.administrator())).hasStatus(404);
        }
        assertThat(browser.get().uri("/actuator/health"))
                .hasStatusOk()
                .bodyText()
                .doesNotContain("db", "details", "diskSpace");
    }

    @Test
    void aRequestIsNeverEchoed() {
        var answer = browser.method(HttpMethod.TRACE)
                .uri("/")
                .header("X-Secret", "zebracorn")
                .exchange();

        assertThat(answer).hasStatus4xxClientError().bodyText().doesNotContain("zebracorn");
    }

    @Test
    void markedTextInAnAddressIsRefusedAndNotRepeated() {
        assertThat(browser.get().uri("/help?q={q}", "TOP SECRET//SI//NOFORN"))
                .hasStatus(422)
                .bodyText()
                .contains("classification banner")
                .doesNotContain("NOFORN");
    }
}
