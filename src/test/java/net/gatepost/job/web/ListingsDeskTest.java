package net.gatepost.job.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import net.gatepost.ModuleTest;
import net.gatepost.account.People;
import net.gatepost.account.People.Person;
import net.gatepost.employer.Companies;
import net.gatepost.job.Figure;
import net.gatepost.job.ListingCounts;
import net.gatepost.job.ListingDrafts;
import net.gatepost.job.ListingState;
import net.gatepost.job.ListingViews;
import net.gatepost.job.Listings;
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

/** The list of listings with its figures, and what is done with several at once. */
@ModuleTest
class ListingsDeskTest {

    @Autowired
    MockMvcTester browser;

    @Autowired
    People people;

    @Autowired
    Companies companies;

    @Autowired
    Listings listings;

    @Autowired
    ListingViews views;

    @Autowired
    ListingCounts counts;

    @Autowired
    JdbcClient database;

    @Autowired
    Clock clock;

    private Person recruiter;
    private UUID employer;

    @BeforeEach
    void anEmployer() {
        recruiter = people.member();
        employer = companies.verified(recruiter);
    }

    @Test
    void whoOpensAListingIsCountedAndMachinesAndItsOwnTeamAreNot() {
        var listing = live();
        String path = listings.hiring(viewer(), listing).path();

        browser.get().uri(path).exchange();
        browser.get().uri(path).with(people.member()).exchange();
        browser.get().uri(path).with(recruiter).exchange();
        browser.head().uri(path).exchange();
        browser.get().uri(path).header("User-Agent", "Examplebot/2.1").exchange();
        views.writeDown();
        browser.get().uri(path).exchange();
        views.writeDown();

        assertThat(counts.totals(Figure.VIEWS, List.of(listing))).containsEntry(listing, 3L);
        assertThat(page("/hire/listings").select("td[data-label=Views]").text()).isEqualTo("3");
    }

    @Test
    void theFiguresStandInChartsAndInATable() {
        var listing = live();
        counts.add(Figure.VIEWS, Map.of(listing, 12L));
        counts.add(Figure.CLICKS, Map.of(listing, 2L));

        var page = page("/hire/listings/" + listing + "/figures");

        assertThat(page.select("svg.chart").eachAttr("aria-label"))
                .hasSize(4)
                .first()
                .asString()
                .isEqualTo("Views by day: 12 in all, at most 12 on one day");
        assertThat(page.select("tbody tr")).hasSize(30);
        assertThat(page.select("tbody tr:first-child td").eachText()).containsExactly("12", "0", "2", "0");
        assertThat(browser.get().uri("/hire/listings/" + listing + "/figures").with(people.member()))
                .hasStatus(404);
        assertThat(browser.get()
                        .uri("/hire/listings/" + draft("A draft") + "/figures")
                        .with(recruiter))
                .hasStatus(404);
    }

    @Test
    void theListIsNarrowedByWordsAndEmployer() {
        companies.verified(recruiter);
        draft("Crane 100% operator");
        draft("Welder");

        assertThat(titles("/hire/listings?q=100%25")).containsExactly("Crane 100% operator");
        assertThat(titles("/hire/listings?q=WELD&state=draft")).containsExactly("Welder");
        assertThat(titles("/hire/listings?employer=" + employer)).hasSize(2);
        assertThat(titles("/hire/listings?employer=" + companies.verified(people.member())))
                .as("another's")
                .isEmpty();
        assertThat(page("/hire/listings?q=%22%3E%3Cb%3E").text()).contains("None of your listings is like that");
        assertThat(page("/hire/listings?q=" + "x".repeat(5000)).select("h1").text())
                .isEqualTo("Your listings");
        assertThat(page("/hire/listings?q=weld")
                        .select(".tabs li:first-child a")
                        .attr("href"))
                .isEqualTo("/hire/listings?q=weld");
    }

    @Test
    void severalAreRenewedAndWhatCannotBeIsNamed() {
        var one = live();
        var two = live();
        var draft = draft("Still a draft");
        var until = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(40);

        assertThat(bulk(recruiter, "renew", until.toString(), "", one, two, draft))
                .hasStatus(302)
                .hasRedirectedUrl("/hire/listings");

        assertThat(listings.hiring(viewer(), one).content().ends()).isEqualTo(until);
        assertThat(listings.hiring(viewer(), two).content().ends()).isEqualTo(until);
        assertThat(bulk(recruiter, "renew", until.toString(), "", one, two, draft))
                .flash()
                .extractingByKey("bulk")
                .hasToString("Result[said=2 listings are renewed, refused=[Still a draft: it is a draft, or closed]]");
    }

    @Test
    void severalAreClosedWithAReason() {
        var one = live();
        var two = live();

        assertThat(bulk(recruiter, "close", "", "", one, two))
                .hasStatus(422)
                .bodyText()
                .contains("Choose why");
        assertThat(bulk(recruiter, "close", "", "WITHDRAWN", one, two)).hasStatus(302);
        assertThat(bulk(recruiter, "close", "", "WITHDRAWN", one, two)).hasStatus(302);

        assertThat(listings.hiring(viewer(), one).state()).isEqualTo(ListingState.CLOSED);
        assertThat(listings.hiring(viewer(), two).state()).isEqualTo(ListingState.CLOSED);
    }

    @Test
    void nothingHappensToAnyIfOneIsAnothersOrTheFormSaysNothing() {
        var mine = live();
        var stranger = people.member();
        companies.verified(stranger);

        assertThat(bulk(stranger, "close", "", "WITHDRAWN", mine)).hasStatus(404);
        assertThat(bulk(recruiter, "close", "", "WITHDRAWN")).hasStatus(422);
        assertThat(bulk(recruiter, "", "", "", mine)).hasStatus(422);
        assertThat(bulk(recruiter, "renew", "next week", "", mine))
                .hasStatus(422)
                .bodyText()
                .contains("year, month and day");
        assertThat(listings.liveAmong(Set.of(mine))).containsExactly(mine);
    }

    @Test
    void anAdministratorFindsTheListingsOfAllEmployersAndNoDraft() {
        var shown = live();
        var draft = draft("Signals Draft " + UUID.randomUUID());
        var administrator = people.administrator();

        database.sql("update listing set title = 'Zq' || title where id = ?")
                .param(shown)
                .update();

        for (String query : List.of("?q=Zqsignals%20sys", "?q=ZQSIGNALS&state=live")) {
            assertThat(browser.get().uri(URI.create("/admin/listings" + query)).with(administrator))
                    .as(query)
                    .hasStatusOk()
                    .bodyText()
                    .contains("/jobs/" + shown, "/reports/new?listing=" + shown)
                    .doesNotContain(draft.toString());
        }
        assertThat(browser.get()
                        .uri(URI.create("/admin/listings?q=%25%25&page=99999"))
                        .with(administrator))
                .hasStatusOk()
                .bodyText()
                .contains("No listing is like that");
        assertThat(browser.get().uri("/admin/listings").with(recruiter)).hasStatus(403);
    }

    private UUID live() {
        var draft = ListingDrafts.ending(
                        LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(20))
                .draft();
        UUID id = listings.draft(viewer(), employer, UUID.randomUUID(), draft);
        listings.publish(viewer(), id, 0);
        return id;
    }

    private UUID draft(String title) {
        return listings.draft(
                viewer(),
                employer,
                UUID.randomUUID(),
                ListingDrafts.titled(title).draft());
    }

    private List<String> titles(String path) {
        return page(path).select("tbody th > a").eachText();
    }

    private Document page(String path) {
        var answer = browser.get().uri(URI.create(path)).with(recruiter).exchange();
        assertThat(answer).hasStatusOk();
        return Jsoup.parse(new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8));
    }

    private MvcTestResult bulk(Person person, String act, String until, String reason, UUID... ids) {
        var request = browser.post()
                .uri("/hire/listings/bulk")
                .with(person)
                .with(csrf())
                .param("act", act)
                .param("until", until)
                .param("reason", reason);
        for (UUID id : ids) {
            request.param("ids", id.toString());
        }
        return request.exchange();
    }

    private Viewer viewer() {
        return new Viewer(recruiter.id(), "Robin Test", Set.of(Role.MEMBER));
    }
}
