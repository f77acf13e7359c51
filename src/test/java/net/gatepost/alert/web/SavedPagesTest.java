package net.gatepost.alert.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import net.gatepost.ModuleTest;
import net.gatepost.TestClock;
import net.gatepost.account.People;
import net.gatepost.alert.SavedListings;
import net.gatepost.employer.Companies;
import net.gatepost.employer.EmployerView;
import net.gatepost.employer.Employers;
import net.gatepost.job.CloseReason;
import net.gatepost.job.Listings;
import net.gatepost.job.search.Board;
import net.gatepost.job.search.ListingIndex;
import net.gatepost.job.search.ListingQuery;
import net.gatepost.job.search.ListingSearch;
import net.gatepost.web.Role;
import net.gatepost.web.Viewer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@ModuleTest
class SavedPagesTest {

    @Autowired
    MockMvcTester browser;

    @Autowired
    People people;

    @Autowired
    Companies companies;

    @Autowired
    Listings listings;

    @Autowired
    Employers employers;

    @Autowired
    ListingIndex index;

    @Autowired
    ListingSearch search;

    @Autowired
    SavedListings saved;

    @Autowired
    JdbcTemplate database;

    @Autowired
    TestClock clock;

    People.Person casey;
    Viewer viewer;
    Board board;
    EmployerView halden;

    @BeforeEach
    void aMemberAndAJob() {
        casey = people.member();
        viewer = new Viewer(casey.id(), "Robin Test", Set.of(Role.MEMBER));
        board = new Board(listings, employers, index, people, clock);
        halden = board.employer("Halden <Ridge>");
    }

    private UUID job(String title) {
        board.job(halden, title);
        board.open();
        return search.first(ListingQuery.everything().ofEmployer(halden.slug()), 100).stream()
                .filter(card -> card.title().equals(title))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private MvcTestResult get(String path) {
        return browser.get().uri(path).with(casey).with(csrf()).exchange();
    }

    private MvcTestResult post(String path, Map<String, String> fields) {
        var request = browser.post().uri(path).with(casey).with(csrf());
        fields.forEach(request::param);
        return request.exchange();
    }

    private static Document page(MvcTestResult answer) {
        return Jsoup.parse(new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8));
    }

    @Test
    void whoHasSavedNothingIsToldHow() {
        var page = page(get("/me/saved"));
        assertThat(page.select(".empty h2").text()).isEqualTo("You have saved no job yet");
        assertThat(page.select(".empty a").eachAttr("href")).containsExactly("/jobs");
    }

    @Test
    void aJobIsSavedFromItsPageOnceHoweverOftenItIsPosted() {
        var id = job("Radar <b>Engineer</b>");
        String path = listings.published(id).orElseThrow().path();
        var before = page(get(path));
        assertThat(before.select("form[action=/me/saved/" + id + "] button").text())
                .isEqualTo("Save this job");

        for (int i = 0; i < 2; i++) {
            assertThat(post("/me/saved/" + id, Map.of("next", path)))
                    .hasStatus3xxRedirection()
                    .redirectedUrl()
                    .isEqualTo(path);
        }

        assertThat(page(get(path)).select("form[action=/me/saved/" + id + "/removal]"))
                .hasSize(1);
        var list = page(get("/me/saved"));
        assertThat(list.select(".entries > li")).hasSize(1);
        assertThat(list.select(".entries h3").text()).isEqualTo("Radar <b>Engineer</b>");
        assertThat(list.select(".entries .state").text()).isEqualTo("Open");
        assertThat(page(get("/jobs?q=" + board.word))
                        .select(".listing .state a, a.state")
                        .eachText())
                .containsExactly("Saved");

        for (int i = 0; i < 2; i++) {
            assertThat(post("/me/saved/" + id + "/removal", Map.of()))
                    .redirectedUrl()
                    .isEqualTo("/me/saved");
        }
        assertThat(page(get("/me/saved")).select(".entries")).isEmpty();
    }

    @Test
    void whoIsSignedOutSignsInAndIsAskedThen() {
        var id = job("Sonar Engineer");
        String path = listings.published(id).orElseThrow().path();
        var link = page(browser.get().uri(path).exchange()).select("a[href=/me/saved/" + id + "]");
        assertThat(link.text()).isEqualTo("Save this job");
        assertThat(browser.get().uri("/me/saved/" + id).exchange())
                .redirectedUrl()
                .isEqualTo("/sign-in?next=%2Fme%2Fsaved%2F" + id);

        var asked = page(get("/me/saved/" + id));
        assertThat(asked.select("h1").text()).isEqualTo("Save this job?");
        assertThat(saved.isSaved(viewer, id)).as("a look saves nothing").isFalse();
        assertThat(post("/me/saved/" + id, Map.of())).redirectedUrl().isEqualTo("/me/saved");
        assertThat(page(get("/me/saved/" + id)).select("h1").text()).isEqualTo("You have saved this job");
    }

    @Test
    void aJobThatHasEndedStaysAndSaysSo() {
        var closed = job("Closed one");
        var expired = job("Expired one");
        var withheld = job("Withheld one");
        for (var id : new UUID[] {closed, expired, withheld}) {
            saved.save(viewer, id);
        }
        listings.close(
                new Viewer(board.recruiter.id(), "R", Set.of(Role.MEMBER, Role.RECRUITER)),
                closed,
                CloseReason.values()[0]);
        database.update(
                "update listing set ends_at = ? where id = ?",
                Timestamp.from(clock.instant().minus(Duration.ofDays(1))),
                expired);
        database.update("update listing set withheld_at = ? where id = ?", Timestamp.from(clock.instant()), withheld);

        var rows = page(get("/me/saved")).select(".entries > li");

        assertThat(rows.eachText().get(0))
                .contains("A job that is not shown at present", "Not shown at present")
                .doesNotContain("Withheld one", "Halden");
        assertThat(rows.eachText().get(1)).contains("Expired one", "Ended");
        assertThat(rows.eachText().get(2)).contains("Closed one", "Closed by its employer");
    }

    @Test
    void whatIsNobodysCantBeSavedAndElsewhereIsNotWhereOneGoesBack() {
        assertThat(post("/me/saved/" + UUID.randomUUID(), Map.of())).hasStatus(404);
        assertThat(get("/me/saved/" + UUID.randomUUID())).hasStatus(404);
        assertThat(get("/me/saved/nonsense")).hasStatus(404);
        var id = job("Lidar Engineer");
        assertThat(post("/me/saved/" + id, Map.of("next", "//evil.example/")))
                .redirectedUrl()
                .isEqualTo("/me/saved");
        assertThat(browser.post().uri("/me/saved/" + id).with(casey).exchange()).hasStatus(403);
        var other = people.member();
        assertThat(page(browser.get().uri("/me/saved").with(other).exchange()).select(".entries"))
                .isEmpty();
    }

    @Test
    void theListIsPagedAndBounded() throws Exception {
        var id = job("The one too many");
        var employer = listings.published(id).orElseThrow();
        for (int i = 0; i < SavedListings.MOST - 1; i++) {
            board.job(halden, "Job " + i);
        }
        board.open();
        var all = database.queryForList(
                "select id from listing where employer_id = ? and id <> ?", UUID.class, employer.employerId(), id);
        database.batchUpdate(
                "insert into saved_listing (id, version, account_id, listing_id, saved_at) values (?, 0, ?, ?, ?)",
                all,
                500,
                (row, listing) -> {
                    row.setObject(1, UUID.randomUUID());
                    row.setObject(2, casey.id());
                    row.setObject(3, listing);
                    row.setTimestamp(4, Timestamp.from(clock.instant().minusSeconds(60)));
                });
        board.job(halden, "Another too many");
        board.open();
        var last = database.queryForList(
                "select id from listing where title = 'Another too many' and employer_id = ?",
                UUID.class,
                employer.employerId());

        // One place is left, and several want it.
        var tries = new ArrayList<Callable<Integer>>();
        for (var wanted : new UUID[] {id, last.get(0), id, last.get(0)}) {
            tries.add(() -> post("/me/saved/" + wanted, Map.of()).getResponse().getStatus());
        }
        var several = Executors.newFixedThreadPool(4);
        try {
            for (var answer : several.invokeAll(tries)) {
                assertThat(answer.get()).isIn(302, 303, 409);
            }
        } finally {
            several.shutdownNow();
        }
        assertThat(database.queryForObject(
                        "select count(*) from saved_listing where account_id = ?", Long.class, casey.id()))
                .isEqualTo(SavedListings.MOST);

        var refused = post("/me/saved/" + (saved.isSaved(viewer, id) ? last.get(0) : id), Map.of());
        assertThat(refused).hasStatus(409);
        assertThat(page(refused).select(".notice").text()).contains("1,000 jobs");
        assertThat(page(get("/me/saved?page=50")).select(".entries > li")).hasSize(20);
        assertThat(page(get("/me/saved?page=51")).select(".empty h2").text()).isEqualTo("This list is not that long");
    }
}
