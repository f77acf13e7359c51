package net.gatepost.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jsoup.Jsoup;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Signs in and asks with the sessions that the site itself has begun, as one visitor does. */
class Browsing {

    private final MockMvcTester browser;
    private final Visitor visitor;

    Browsing(MockMvcTester browser, Visitor visitor) {
        this.browser = browser;
        this.visitor = visitor;
    }

    MvcTestResult signIn(String email, String passphrase, String next) {
        return browser.post()
                .uri("/sign-in")
                .with(visitor)
                .param("email", email)
                .param("passphrase", passphrase)
                .param("next", next)
                .exchange();
    }

    /** The session that knows that its owner has shown the passphrase once more. */
    Cookie confirm(Cookie session, String next) {
        return Visitor.session(
                post(session, "/me/security/confirmation", "passphrase", People.PASSPHRASE, "next", next));
    }

    MvcTestResult get(Cookie session, String path) {
        return browser.get().uri(path).with(visitor).cookie(session).exchange();
    }

    /** @param fields names and values in turn */
    MvcTestResult post(Cookie session, String path, String... fields) {
        var request = browser.post().uri(path).with(visitor).with(csrf()).cookie(session);
        for (int at = 0; at < fields.length; at += 2) {
            request.param(fields[at], fields[at + 1]);
        }
        return request.exchange();
    }

    static String body(MvcTestResult answer) {
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    /** Those that the page shows, which has to be one that is shown. */
    static List<String> recoveryCodes(MvcTestResult answer) {
        assertThat(answer).hasStatusOk();
        return Jsoup.parse(body(answer)).select(".codes code").eachText();
    }
}
