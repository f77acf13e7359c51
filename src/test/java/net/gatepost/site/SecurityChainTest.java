package net.gatepost.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.List;
import net.gatepost.ModuleTest;
import net.gatepost.account.People;
import net.gatepost.web.Searches;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

@ModuleTest
@ExtendWith(OutputCaptureExtension.class)
class SecurityChainTest {

    @Autowired
    MockMvcTester browser;

    @Autowired
    People people;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping handlers;

    @Test
    void everyPageThatSearchesIsCountedAgainstTheLimitOfSearches() {
        assertThat(handlers.getHandlerMethods().entrySet().stream()
                        .filter(route -> route.getValue().hasMethodAnnotation(Searches.class))
                        .flatMap(route -> route.getKey().getPatternValues().stream()))
                .containsExactlyInAnyOrder(
                        "/jobs",
                        "/jobs.atom",
                        "/jobs.xml",
                        "/employers",
                        "/employers/{slug}/jobs.atom",
                        "/employers/{slug}/jobs.xml",
                        "/briefings",
                        "/hire/candidates");
    }

    @Test
    void anAddressThatNobodyNamedIsNotFoundForAnybody() {
        assertThat(browser.get().uri("/no-such-page")).hasStatus(404);
        assertThat(browser.get().uri("/no-such-page").with(people.administrator()))
                .hasStatus(404);
    }

    @Test
    void aPrivatePageSendsASignedOutPersonToSignInAndBack() {
        assertThat(browser.get().uri("/me?tab=views"))
                .hasStatus(302)
                .hasRedirectedUrl("/sign-in?next=%2Fme%3Ftab%3Dviews");
    }

    @Test
    void aMemberIsNotAllowedAtTheAdministratorsDesk() {
        assertThat(browser.get().uri("/admin").with(people.member())).hasStatus(403);
    }

    @Test
    void whoIsRefusedWhatIsWrittenDownWithoutNamesAndAddresses(CapturedOutput log) {
        var member = people.member();

        browser.get().uri("/admin/people?q=wren").with(member).exchange();
        browser.get()
                .uri("/me/applications/8f0e4c1e-0000-4000-8000-000000000000")
                .with(member)
                .exchange();
        browser.get().uri("/jobs/none/of/these").exchange();
        browser.post()
                .uri("/sign-in")
                .param("email", member.email().value())
                .param("passphrase", "not the one that it is")
                .exchange();

        assertThat(log.getOut())
                .contains("refused with 403: GET /admin for " + member.id())
                .contains("refused with 404: GET /me/applications/{id} for " + member.id())
                .doesNotContain("/jobs/none")
                .contains("a sign-in was refused: BadCredentialsException")
                .doesNotContain(member.email().value(), "wren", "8f0e4c1e");
    }

    @Test
    void signingOutOverHttpsClearsWhatTheBrowserKept() {
        assertThat(browser.post()
                        .uri("/sign-out")
                        .secure(true)
                        .with(people.member())
                        .with(csrf()))
                .hasStatus(302)
                .headers()
                .hasValue("Clear-Site-Data", "\"cache\"");
    }

    @ParameterizedTest
    @CsvSource({
        "PUT, /",
        "DELETE, /jobs",
        "POST, /jobs",
        "PATCH, /jobs.atom",
        "POST, /sitemap.xml",
        "OPTIONS, /terms",
        "PUT, /join",
        "DELETE, /sign-in"
    })
    void aMethodThatAPublicPageDoesNotKnowIsSaidSoWithoutASession(String method, String address) {
        var answer = browser.method(HttpMethod.valueOf(method)).uri(address).exchange();

        assertThat(answer).hasStatus(405).doesNotContainHeader("Set-Cookie");
        assertThat(answer.getResponse().getHeader("Allow")).startsWith("GET, HEAD");
        assertThat(answer.getRequest().getSession(false)).isNull();
    }

    @Test
    void aPostOfASignedOutPersonBeginsNoSession() {
        for (String address : List.of("/me/profile/basics", "/hire/listings", "/admin/employers", "/sign-out")) {
            var answer = browser.post().uri(address).exchange();
            assertThat(answer).hasStatus(302);
            assertThat(answer.getRequest().getSession(false)).isNull();
        }
        var nowhere = browser.post().uri("/no-such-page").exchange();
        assertThat(nowhere).hasStatus(404);
        assertThat(nowhere.getRequest().getSession(false)).isNull();
    }

    @Test
    void aPostOfASignedInPersonNeedsItsToken() {
        assertThat(browser.post().uri("/me/profile/basics").with(people.member()))
                .hasStatus(403);
        assertThat(browser.post().uri("/sign-out").with(people.member())).hasStatus(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/assets/nope.css", "/sitemap/999.xml", "/jobs/nope.svg"})
    void anErrorPageIsHtmlHoweverItsAddressEnds(String address) {
        assertThat(browser.get().uri(address))
                .hasStatus(404)
                .hasContentTypeCompatibleWith(MediaType.TEXT_HTML)
                .bodyText()
                .contains("<!DOCTYPE html>");
    }

    @Test
    void aPostThatAnotherSiteCausedIsRefused() {
        assertThat(browser.post().uri("/join").header("Sec-Fetch-Site", "cross-site"))
                .hasStatus(403);
        assertThat(browser.post()
                        .uri("/join")
                        .header("Origin", "https://elsewhere.example")
                        .header("Host", "localhost"))
                .hasStatus(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/jobs", "/sign-in", "/no-such-page", "/me", "/assets/img/mark.svg"})
    void everyAnswerTellsBrowsersWhatItMayNotDo(String address) {
        var headers = browser.get().uri(address).secure(true).exchange().getResponse();

        assertThat(headers.getHeader("Content-Security-Policy"))
                .contains("default-src 'none'", "base-uri 'none'", "frame-ancestors 'none'", "form-action 'self'")
                .doesNotContain("unsafe-", "*");
        assertThat(headers.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(headers.getHeader("Referrer-Policy")).isEqualTo("strict-origin-when-cross-origin");
        assertThat(headers.getHeader("Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
        assertThat(headers.getHeader("Cross-Origin-Resource-Policy")).isEqualTo("same-origin");
        assertThat(headers.getHeader("Permissions-Policy")).contains("camera=()");
        assertThat(headers.getHeader("Strict-Transport-Security")).contains("max-age=31536000", "includeSubDomains");
        assertThat(headers.getHeader("Server")).isNull();
        assertThat(headers.getHeader("Access-Control-Allow-Origin")).isNull();
    }

    @Test
    void theCookieOfASessionIsForThisSiteAloneAndForNoScript() {
        var person = people.member();
        var cookie = browser.post()
                .uri("/sign-in")
                .param("email", person.email().value())
                .param("passphrase", People.PASSPHRASE)
                .exchange()
                .getResponse()
                .getHeader("Set-Cookie");

        assertThat(cookie)
                .startsWith("gatepost=")
                .contains("; Path=/", "; HttpOnly", "; SameSite=Lax")
                .doesNotContain("Domain=");
    }
}
