package net.gatepost.job.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import net.gatepost.ModuleTest;
import net.gatepost.account.People;
import net.gatepost.account.People.Person;
import net.gatepost.audit.Audit;
import net.gatepost.employer.Companies;
import net.gatepost.employer.Team;
import net.gatepost.job.api.Programs.Program;
import net.gatepost.mail.SentMails;
import net.gatepost.web.Role;
import net.gatepost.web.Viewer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@ModuleTest
class TokensPageTest {

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private Companies companies;

    @Autowired
    private Team team;

    @Autowired
    private People people;

    @Autowired
    private SentMails mails;

    @Autowired
    private Audit audit;

    @Autowired
    private JdbcClient database;

    private Person riley;
    private Person owner;
    private UUID halden;

    @BeforeEach
    void anEmployer() {
        riley = people.member();
        owner = people.member();
        halden = companies.verified(riley, owner);
    }

    @Test
    void aTokenIsShownOnceAndWorks() {
        var answer = make("Nightly sync", "", "listings:read");
        assertThat(answer).hasStatusOk();
        assertThat(answer.getResponse().getHeader("Cache-Control")).contains("no-store");
        String secret = secret(answer);
        assertThat(secret).matches("gp_[A-Za-z0-9_-]{43}");
        assertThat(mvc.get().uri("/api/listings").with(new Program(secret))).hasStatusOk();

        var page = page();
        assertThat(page.text())
                .contains("Nightly sync")
                .contains("listings:read")
                .contains("last used on");
        assertThat(page.html()).doesNotContain("gp_");
    }

    @Test
    void itsMakerAndTheOwnersAreMailedWithoutTheSecret() {
        make("Nightly sync", "", "listings:write");

        for (Person told : new Person[] {riley, owner}) {
            var mail = mails.latestTo(told.email());
            assertThat(mail.subject()).contains("API token");
            assertThat(mail.text()).contains("/hire/tokens?employer=" + halden).doesNotContain("gp_");
        }
    }

    @Test
    void theSameFormMakesOneToken() {
        String submission = UUID.randomUUID().toString();
        assertThat(secret(send(submission, "One", "", "listings:read"))).isNotEmpty();

        var again = send(submission, "One", "", "listings:read");

        assertThat(again).hasStatus(422);
        assertThat(html(again).text()).contains("has made a token already");
        assertThat(html(again).selectFirst("#secret")).isNull();
        assertThat(page().select("form[action$=/revocation]")).hasSize(1);
    }

    @Test
    void aRevokedTokenOpensNothingFromTheNextRequest() {
        String secret = secret(make("One", "", "listings:read"));
        String action =
                requireNonNull(page().expectFirst("form[action$=/revocation]").attr("action"));

        // By a colleague, who need not wait for its maker.
        var revoked = mvc.post().uri(action).with(csrf()).with(owner).exchange();

        assertThat(revoked).hasStatus(302).hasRedirectedUrl("/hire/tokens?employer=" + halden);
        assertThat(mvc.get().uri("/api/listings").with(new Program(secret))).hasStatus(401);
        assertThat(page().select("form[action$=/revocation]")).isEmpty();
        assertThat(mvc.post().uri(action).with(csrf()).with(owner)).hasStatus(302);
        var id = UUID.fromString(action.split("/")[4]);
        assertThat(audit.latestAbout("api-token", id))
                .extracting(Audit.Entry::action)
                .containsExactly("api-token.revoked", "api-token.made");
    }

    @Test
    void whatIsWrongIsSaidAndNothingMade() {
        assertThat(text(send("x".repeat(3), "One", "", "listings:read"))).contains("no such page");
        for (String[] wrong : new String[][] {
            {"", "", "listings:read"},
            {"x".repeat(81), "", "listings:read"},
            {"a\u0007b", "", "listings:read"},
            {"One", "2020-01-01", "listings:read"},
            {"One", "9999-01-01", "listings:read"},
            {"One", "soon", "listings:read"},
            {"One", "", "listings:burn"},
            {"One", "", ""},
            {"TOP SECRET//SI//NOFORN", "", "listings:read"}
        }) {
            var answer = make(wrong[0], wrong[1], wrong[2]);
            assertThat(answer).as(wrong[0]).hasStatus(422);
            assertThat(html(answer).selectFirst("#secret")).isNull();
        }
        assertThat(page().select("form[action$=/revocation]")).isEmpty();
        assertThat(make(
                        "<b>One</b>",
                        LocalDate.now(java.time.ZoneOffset.UTC).plusDays(9).toString(),
                        "listings:read"))
                .hasStatusOk();
        assertThat(page().html()).contains("&lt;b&gt;One").doesNotContain("<b>One");
    }

    @Test
    void whoDoesNotRecruitForItSeesAndMakesNothing() {
        var stranger = people.member();
        companies.verified(stranger);

        assertThat(mvc.get().uri("/hire/tokens?employer=" + halden).with(stranger))
                .hasStatus(404);
        assertThat(mvc.post()
                        .uri("/hire/tokens/" + halden)
                        .with(csrf())
                        .with(stranger)
                        .param("submission", UUID.randomUUID().toString())
                        .param("name", "One")
                        .param("scopes", "listings:read"))
                .hasStatus(404);
        assertThat(mvc.get().uri("/hire/tokens").with(people.member()))
                .hasStatus(302)
                .hasRedirectedUrl("/hire");
    }

    @Test
    void anUnverifiedEmployersPageSaysWhyThereAreNone() {
        var sasha = people.member();
        var pending = companies.pending(sasha);

        var page = html(mvc.get().uri("/hire/tokens").with(sasha).exchange());
        assertThat(page.text()).contains("once an administrator has verified it");
        assertThat(page.select("form[action^=/hire/tokens]")).isEmpty();
        assertThat(mvc.post()
                        .uri("/hire/tokens/" + pending)
                        .with(csrf())
                        .with(sasha)
                        .param("submission", UUID.randomUUID().toString())
                        .param("name", "One")
                        .param("scopes", "listings:read"))
                .hasStatus(422);
    }

    @Test
    void aSessionThatWasLeftOpenMakesNoneAndLosesNothingThatWasTyped() {
        var page = html(
                mvc.get().uri("/hire/tokens?employer=" + halden).with(riley).exchange());
        assertThat(page.select("form[action=/hire/tokens/" + halden + "]")).isEmpty();
        assertThat(page.select("main a[href^=/me/security/confirmation]")).isNotEmpty();

        var refused = mvc.post()
                .uri("/hire/tokens/" + halden)
                .with(csrf())
                .with(riley)
                .param("submission", UUID.randomUUID().toString())
                .param("name", "Nightly sync")
                .param("scopes", "listings:read")
                .exchange();

        assertThat(refused).hasStatus(422);
        assertThat(html(refused).select("input[name=name]").val()).isEqualTo("Nightly sync");
        assertThat(html(refused).text()).contains("It is too long since").doesNotContain("gatepost_");
    }

    @Test
    void aTokenOfSomebodyWhoLeftIsShownAsUseless() {
        make("Left behind", "", "listings:read");
        var row = team.roster(viewer(owner), halden).colleagues().stream()
                .filter(each -> each.accountId().equals(riley.id()))
                .findFirst()
                .orElseThrow();
        team.remove(viewer(owner), halden, row.id());

        var page = html(
                mvc.get().uri("/hire/tokens?employer=" + halden).with(owner).exchange());

        assertThat(page.text()).contains("Left behind").contains("it opens nothing");
    }

    private static Viewer viewer(Person person) {
        return new Viewer(person.id(), "Robin Test", Set.of(Role.RECRUITER));
    }

    private MvcTestResult make(String name, String ends, String scope) {
        return send(UUID.randomUUID().toString(), name, ends, scope);
    }

    private MvcTestResult send(String submission, String name, String ends, String scope) {
        return mvc.post()
                .uri("/hire/tokens/" + halden)
                .with(csrf())
                .with(riley.confirmed())
                .param("submission", submission)
                .param("name", name)
                .param("ends", ends)
                .param("scopes", scope)
                .exchange();
    }

    private Document page() {
        return html(mvc.get().uri("/hire/tokens?employer=" + halden).with(riley).exchange());
    }

    private static String secret(MvcTestResult answer) {
        return html(answer).expectFirst("#secret").attr("value");
    }

    private static String text(MvcTestResult answer) {
        return html(answer).text();
    }

    private static Document html(MvcTestResult answer) {
        return Jsoup.parse(new String(answer.getResponse().getContentAsByteArray(), UTF_8));
    }
}
