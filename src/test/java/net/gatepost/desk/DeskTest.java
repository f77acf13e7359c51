package net.gatepost.desk;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import net.gatepost.ModuleTest;
import net.gatepost.account.Accounts;
import net.gatepost.account.Desk;
import net.gatepost.account.People;
import net.gatepost.mail.EmailAddress;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@ModuleTest
class DeskTest {

    @Autowired
    MockMvcTester browser;

    @Autowired
    People people;

    @Autowired
    Accounts accounts;

    @Test
    void aMemberIsGreetedAndToldWhatToDoNext() {
        assertThat(browser.get().uri("/me").with(people.member()))
                .hasStatusOk()
                .bodyText()
                .contains("Robin Test", "/me/profile", "/jobs", "/me/security", "/sign-out");
    }

    @Test
    void nobodyElseComesHere() {
        assertThat(browser.get().uri("/me")).hasStatus(302).hasRedirectedUrl("/sign-in?next=%2Fme");
    }

    @Test
    void whoCameToHireFindsTheWayAndWhoDidNotIsNotBothered() {
        var visitorEmail = new EmailAddress(java.util.UUID.randomUUID() + "@hiring.example");
        accounts.register("Riley Chen", visitorEmail, "seven gates, no post", Desk.HIRING, false);
        var session = requireNonNull(browser.post()
                .uri("/sign-in")
                .param("email", visitorEmail.value())
                .param("passphrase", "seven gates, no post")
                .exchange()
                .getResponse()
                .getCookie("gatepost"));

        assertThat(browser.get().uri("/me").cookie(session)).bodyText().contains("Register your employer");
        assertThat(browser.get().uri("/me").with(people.member())).bodyText().doesNotContain("Register your employer");
    }
}
