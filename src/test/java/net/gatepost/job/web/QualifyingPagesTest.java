package net.gatepost.job.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import net.gatepost.ModuleTest;
import net.gatepost.TestClock;
import net.gatepost.account.People;
import net.gatepost.candidate.Candidates;
import net.gatepost.candidate.Section;
import net.gatepost.clearance.Access;
import net.gatepost.clearance.Clearance;
import net.gatepost.clearance.ClearanceRequirement;
import net.gatepost.clearance.PolygraphRequirement;
import net.gatepost.employer.EmployerView;
import net.gatepost.employer.Employers;
import net.gatepost.job.Listings;
import net.gatepost.job.search.Board;
import net.gatepost.job.search.ListingIndex;
import net.gatepost.web.Role;
import net.gatepost.web.Viewer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@ModuleTest
@Tag("search")
class QualifyingPagesTest {

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private Listings listings;

    @Autowired
    private Employers employers;

    @Autowired
    private Candidates candidates;

    @Autowired
    private ListingIndex index;

    @Autowired
    private People people;

    @Autowired
    private TestClock clock;

    private Board board;
    private EmployerView halden;
    private People.Person casey;

    @BeforeEach
    void openABoard() {
        board = new Board(listings, employers, index, people, clock);
        halden = board.employer("Halden Ridge Systems");
        board.job(halden, "Cook").needing(ClearanceRequirement.none());
        board.job(halden, "Analyst").needing(ClearanceRequirement.of("us.top-secret", Access.SCI));
        board.job(halden, "Examiner")
                .needing(ClearanceRequirement.of("us.top-secret").withPolygraph(PolygraphRequirement.CI));
        board.job(halden, "Physicist").needing(ClearanceRequirement.of("us-doe.q"));
        board.job(halden, "Clerk").needing(ClearanceRequirement.of("uk.dv").preferred());
        board.job(halden, "Diplomat").needing(ClearanceRequirement.of("uk.dv"));
        board.open();
        casey = people.member();
    }

    @Test
    void thatIQualifyForFindsWhatIsMetWithTheCountsOfBothWays() {
        holds(casey, Clearance.inAccess("us.top-secret", Access.SCI));

        var page = html(signedIn(casey, "/jobs?q=" + board.word + "&qualify=yes"));

        assertThat(titles(page)).containsExactlyInAnyOrder("Cook", "Analyst", "Clerk");
        assertThat(page.expectFirst("h1").text()).isEqualTo("3 jobs");
        assertThat(page.select("label[for=qualify-yes] .num").text()).isEqualTo("3");
        assertThat(page.select("label[for=qualify-could] .num").text()).isEqualTo("5");
        assertThat(page.expectFirst("#qualify-yes").hasAttr("checked")).isTrue();
        assertThat(page.select(".chips a").attr("href")).isNotEmpty();
        assertThat(page.select(".chips a").eachText()).anyMatch(chip -> chip.contains("That I qualify for"));
        assertThat(titles(html(signedIn(casey, "/jobs?q=" + board.word + "&qualify=could"))))
                .containsExactlyInAnyOrder("Cook", "Analyst", "Clerk", "Examiner", "Physicist");
    }

    @Test
    void aRowSaysWhatItsListingSays() {
        holds(casey, Clearance.inAccess("us.top-secret", Access.SCI));
        var rows = html(signedIn(casey, "/jobs?q=" + board.word)).select(".listing");

        assertThat(rows).hasSize(6);
        for (Element row : rows) {
            String verdict = row.expectFirst(".verdict").text();
            var listing =
                    html(signedIn(casey, row.expectFirst(".listing-title a").attr("href")));
            assertThat(listing.expectFirst("aside .verdict").text())
                    .as(row.expectFirst(".listing-title").text())
                    .isEqualTo(verdict);
        }
        assertThat(html(signedIn(casey, "/employers/" + halden.slug())).select(".listing .verdict"))
                .hasSize(6);
    }

    @Test
    void aListingSaysWhyWithTheRuleItsSourceAndWhatItWouldTake() {
        holds(casey, Clearance.lastUsed(YearMonth.from(LocalDate.now(clock)).minusMonths(3), "us.top-secret"));

        var listing = html(signedIn(casey, path("Examiner")));
        var box = listing.expectFirst("section[aria-labelledby=qualify]");

        assertThat(box.expectFirst(".verdict").text()).isEqualTo("You could meet this");
        assertThat(box.select(".why li").eachText())
                .anyMatch(why -> why.contains("You hold Top Secret"))
                .anyMatch(why -> why.contains("24-month rule") && why.contains("security officer"))
                .anyMatch(why -> why.contains("Polygraph: one is asked for (CI)"));
        assertThat(box.select("small").text()).contains("32 CFR part 147");
        assertThat(box.select("h3 + ul li").eachText())
                .hasSize(2)
                .anyMatch(need -> need.startsWith("A reinstatement by the end of"))
                .anyMatch(need -> need.startsWith("A polygraph (CI)"));
        assertThat(box.select("a").eachAttr("href")).contains("/me/profile");
    }

    @Test
    void whoHasEnteredNoClearanceIsInvitedTo() {
        var search = html(signedIn(casey, "/jobs?q=" + board.word + "&qualify=yes"));
        var listing = html(signedIn(casey, path("Analyst")));

        assertThat(titles(search)).containsExactlyInAnyOrder("Cook", "Clerk");
        assertThat(search.select(".notice a").eachAttr("href")).containsExactly("/me/profile/clearances/new");
        assertThat(listing.select("section[aria-labelledby=qualify] a").eachAttr("href"))
                .contains("/me/profile/clearances/new");
    }

    @Test
    void whoIsSignedOutIsToldToSignInAndSeesEverything() {
        var result = get("/jobs?q=" + board.word + "&qualify=could");
        var page = html(result);

        assertThat(result).hasStatusOk();
        assertThat(result.getRequest().getSession(false)).isNull();
        assertThat(result.getResponse().getHeader("Cache-Control")).isEqualTo("no-cache");
        assertThat(titles(page)).hasSize(6);
        assertThat(page.select(".notice a").eachAttr("href"))
                .contains("/sign-in?next=%2Fjobs%3Fq%3D" + board.word + "%26qualify%3Dcould", "/join");
        assertThat(page.select("#qualify-yes, .verdict")).isEmpty();
        assertThat(page.select("link[rel=canonical]").attr("href")).doesNotContain("qualify");
    }

    @Test
    void pagesAreTheSameForEveryVisitorAndPrivateForMembers() {
        holds(casey, Clearance.inAccess("us.secret"));
        for (var path : List.of("/jobs?q=" + board.word, path("Analyst"), "/employers/" + halden.slug())) {
            var before = get(path);
            var signedIn = signedIn(casey, path);
            var after = get(path);

            assertThat(body(after)).isEqualTo(body(before)).doesNotContain("verdict");
            assertThat(after.getRequest().getSession(false)).isNull();
            assertThat(after.getResponse().getHeader("Set-Cookie")).isNull();
            assertThat(body(signedIn)).contains("verdict");
            assertThat(signedIn.getResponse().getHeader("Cache-Control")).isEqualTo("no-store");
        }
    }

    @Test
    void aFeedIsTheSameForEverybodyAndIgnoresTheFilter() {
        holds(casey, Clearance.inAccess("us.secret"));

        var feed = signedIn(casey, "/jobs.atom?q=" + board.word + "&qualify=yes");

        assertThat(body(feed))
                .isEqualTo(body(get("/jobs.atom?q=" + board.word)))
                .contains("Diplomat");
        assertThat(html(signedIn(casey, "/jobs?q=" + board.word + "&qualify=yes"))
                        .select(".feed a[href^=/jobs.atom]")
                        .attr("href"))
                .isEqualTo("/jobs.atom?q=" + board.word);
    }

    @Test
    void anEmptyResultOffersToDropTheFilter() {
        holds(casey, Clearance.inAccess("us.secret"));

        var page =
                html(signedIn(casey, "/jobs?q=" + board.word + "&clearance=uk.dv&polygraph=none&qualify=yes&sort=pay"));
        assertThat(titles(page)).containsExactly("Clerk");
        var none = html(signedIn(casey, "/jobs?q=" + board.word + "&clearance=us-doe.q&qualify=yes"));

        assertThat(none.expectFirst("h1").text()).isEqualTo("No jobs");
        assertThat(none.select(".empty .chips a").eachText()).contains("Without what you qualify for: 1 job");
        assertThat(none.select(".empty .chips a").eachAttr("href"))
                .contains("/jobs?q=" + board.word + "&clearance=us-doe.q");
    }

    @ParameterizedTest
    @ValueSource(strings = {"maybe", "%00", "YES%0A", "<b>", "yes&qualify=could", "", "meets"})
    void nonsenseIsNeverAnError(String typed) {
        String query = "/jobs?q=" + board.word + "&qualify=" + typed.replace("<b>", "%3Cb%3E");

        assertThat(signedIn(casey, query)).hasStatusOk();
        assertThat(get(query)).hasStatusOk();
        assertThat(get(query.replace("/jobs?", "/jobs.atom?"))).hasStatusOk();
    }

    @Test
    void aRecruitersPreviewSaysNothingOfTheRecruitersOwnClearances() {
        holds(board.recruiter, Clearance.inAccess("us.secret"));
        String id = path("Analyst").split("/")[2];

        var preview = signedIn(board.recruiter, "/hire/listings/" + id + "/preview");

        assertThat(preview).hasStatusOk();
        assertThat(body(preview)).doesNotContain("verdict").doesNotContain("id=\"qualify\"");
    }

    private void holds(People.Person person, Clearance clearance) {
        var viewer = new Viewer(person.id(), "Robin Test", Set.of(Role.MEMBER));
        candidates.add(viewer, Section.CLEARANCES, UUID.randomUUID(), clearance);
    }

    private String path(String title) {
        return html(get("/jobs?q=" + board.word)).select(".listing-title a").stream()
                .filter(link -> link.text().equals(title))
                .findFirst()
                .orElseThrow()
                .attr("href");
    }

    private MvcTestResult get(String address) {
        return mvc.get().uri(URI.create(address)).exchange();
    }

    private MvcTestResult signedIn(People.Person person, String address) {
        return mvc.get().uri(URI.create(address)).with(person).exchange();
    }

    private static List<String> titles(Document page) {
        return page.select(".listing-title").eachText();
    }

    private static String body(MvcTestResult result) {
        return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private static Document html(MvcTestResult result) {
        return Jsoup.parse(body(result));
    }
}
