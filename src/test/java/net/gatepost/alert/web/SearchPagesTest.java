package net.gatepost.alert.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import net.gatepost.ModuleTest;
import net.gatepost.TestClock;
import net.gatepost.account.People;
import net.gatepost.alert.Often;
import net.gatepost.alert.SavedSearches;
import net.gatepost.alert.SearchView;
import net.gatepost.employer.Employers;
import net.gatepost.job.Listings;
import net.gatepost.job.search.Board;
import net.gatepost.job.search.ListingIndex;
import net.gatepost.job.web.KeptSearches;
import net.gatepost.web.Role;
import net.gatepost.web.Viewer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
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
class SearchPagesTest {

    @Autowired
    MockMvcTester browser;

    @Autowired
    People people;

    @Autowired
    SavedSearches searches;

    @Autowired
    KeptSearches addresses;

    @Autowired
    Listings listings;

    @Autowired
    Employers employers;

    @Autowired
    ListingIndex index;

    @Autowired
    TestClock clock;

    People.Person casey;
    Viewer viewer;

    @BeforeEach
    void aMember() {
        casey = people.member();
        viewer = new Viewer(casey.id(), "Robin Test", Set.of(Role.MEMBER));
    }

    private MvcTestResult get(String path) {
        return browser.get().uri(URI.create(path)).with(casey).exchange();
    }

    private MvcTestResult post(String path, String... fields) {
        var request = browser.post().uri(path).with(casey).with(csrf());
        for (int i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        return request.exchange();
    }

    private static Document page(MvcTestResult answer) {
        return Jsoup.parse(new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8));
    }

    private UUID saved(String address) {
        return searches.save(viewer, addresses.read(address, null), "Mine", Often.DAILY);
    }

    @Test
    void whoHasSavedNoSearchIsToldHow() {
        assertThat(page(get("/me/searches")).select(".empty h2").text()).isEqualTo("You have saved no search yet");
    }

    @Test
    void aSearchIsKeptWithItsFiltersAndShowsWhatItFindsNow() {
        var board = new Board(listings, employers, index, people, clock);
        board.job(board.employer("Halden"), "Radar Engineer");
        board.open();
        String query = "q=" + board.word + "&clearance=us.secret&place=Fort+Meade%2C+MD&within=25&sort=pay";
        var link = page(get("/jobs?" + query)).select(".feed a.btn");
        assertThat(link.attr("href")).isEqualTo("/me/searches/new?" + query);
        assertThat(browser.get().uri("/me/searches/new?q=radar").exchange())
                .redirectedUrl()
                .isEqualTo("/sign-in?next=%2Fme%2Fsearches%2Fnew%3Fq%3Dradar");

        var form = page(get(link.attr("href")));
        assertThat(form.select("form.form input[type=hidden]").eachAttr("name"))
                .contains("q", "clearance", "place", "within")
                .doesNotContain("sort", "page");
        assertThat(form.select("#name").attr("value")).startsWith(board.word + ", Within 25 miles");
        assertThat(searches.count(viewer)).as("a look keeps nothing").isZero();

        assertThat(post(
                        "/me/searches",
                        "name",
                        "<b>Radar</b>",
                        "often",
                        "WEEKLY",
                        "q",
                        board.word,
                        "clearance",
                        "us.secret",
                        "place",
                        "Fort Meade, MD",
                        "within",
                        "25"))
                .redirectedUrl()
                .isEqualTo("/me/searches");

        var row = page(get("/me/searches")).select(".entries > li");
        assertThat(row.select("h3").text()).isEqualTo("<b>Radar</b>");
        assertThat(row.select("h3 a").attr("href"))
                .isEqualTo("/jobs?q=" + board.word + "&clearance=us.secret&place=Fort+Meade%2C+MD&within=25");
        assertThat(row.select(".facts li").eachText())
                .containsExactly(board.word, "Within 25 miles of Fort Meade, MD", "Secret");
        assertThat(row.text()).contains("1 job now", "Once a week");
    }

    @Test
    void theSameSearchTwiceIsSaidToBeTheSame() {
        var id = saved("q=radar&clearance=us.secret&clearance=us.top-secret");
        assertThat(get("/me/searches/new?clearance=us.top-secret&q=radar&clearance=us.secret&sort=newest"))
                .redirectedUrl()
                .isEqualTo("/me/searches/" + id);
        assertThat(post(
                        "/me/searches",
                        "name",
                        "Another name",
                        "often",
                        "OFF",
                        "q",
                        "radar",
                        "clearance",
                        "us.top-secret",
                        "clearance",
                        "us.secret"))
                .redirectedUrl()
                .isEqualTo("/me/searches/" + id);
        assertThat(searches.all(viewer)).extracting(SearchView::name).containsExactly("Mine");
    }

    @Test
    void aSearchIsChangedPausedResumedAndDeleted() {
        var id = saved("q=sonar");
        String path = "/me/searches/" + id;
        assertThat(page(get(path)).select("#name").attr("value")).isEqualTo("Mine");
        assertThat(post(path, "name", " Sonar ", "often", "AT_ONCE"))
                .redirectedUrl()
                .isEqualTo("/me/searches");
        for (int i = 0; i < 2; i++) {
            post(path + "/pause");
            assertThat(searches.one(viewer, id).paused()).isTrue();
        }
        assertThat(page(get("/me/searches")).select(".entries .state").text()).isEqualTo("Paused");
        for (int i = 0; i < 2; i++) {
            post(path + "/resumption");
        }
        assertThat(searches.one(viewer, id)).satisfies(search -> {
            assertThat(search.paused()).isFalse();
            assertThat(search.name()).isEqualTo("Sonar");
            assertThat(search.often()).isEqualTo(Often.AT_ONCE);
        });
        assertThat(get(path + "/jobs")).redirectedUrl().isEqualTo("/jobs?q=sonar");
        assertThat(post(path + "/removal")).redirectedUrl().isEqualTo("/me/searches");
        assertThat(get(path)).hasStatus(404);
    }

    @Test
    void anothersSearchIsNotThere() {
        var id = saved("q=lidar");
        var other = people.member();
        for (String path : List.of("", "/pause", "/resumption", "/removal")) {
            assertThat(browser.post()
                            .uri("/me/searches/" + id + path)
                            .param("name", "Theirs")
                            .param("often", "OFF")
                            .with(other)
                            .with(csrf())
                            .exchange())
                    .hasStatus(404);
        }
        assertThat(browser.get().uri("/me/searches/" + id).with(other).exchange())
                .hasStatus(404);
        assertThat(browser.get().uri("/me/searches/" + id + "/jobs").with(other).exchange())
                .hasStatus(404);
        assertThat(browser.post()
                        .uri("/me/searches/" + id + "/removal")
                        .with(casey)
                        .exchange())
                .hasStatus(403);
        assertThat(searches.one(viewer, id).name()).isEqualTo("Mine");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "two\nlines", "turned \u202Ename", "nul\u0000"})
    void aNameThatWouldNotShowIsRefusedAndNothingTypedIsLost(String name) {
        var refused = post("/me/searches", "name", name, "often", "WEEKLY", "q", "radar", "workplace", "remote");
        assertThat(refused).hasStatus(422);
        var page = page(refused);
        assertThat(page.select(".errors a").eachAttr("href")).containsExactly("#name");
        assertThat(page.select("input[name=q]").attr("value")).isEqualTo("radar");
        assertThat(page.select("input[name=workplace]").attr("value")).isEqualTo("remote");
        assertThat(page.select("#often option[selected]").attr("value")).isEqualTo("WEEKLY");
        assertThat(searches.count(viewer)).isZero();
    }

    @Test
    void whatMakesNoSenseIsRefusedOrLeftOut() {
        assertThat(post("/me/searches", "name", "x".repeat(81), "often", "DAILY", "q", "a radar"))
                .hasStatus(422);
        assertThat(post("/me/searches", "name", "Radar", "often", "HOURLY", "q", "radar"))
                .hasStatus(422);
        assertThat(post("/me/searches", "name", "Radar", "q", "radar")).hasStatus(422);
        var id = saved("q=radar");
        assertThat(post("/me/searches/" + id, "name", "", "often", "DAILY")).hasStatus(422);
        assertThat(post("/me/searches", "name", "Nonsense", "often", "DAILY", "clearance", "nonsense", "page", "7"))
                .hasStatus3xxRedirection();
        assertThat(searches.all(viewer)).extracting(SearchView::address).containsExactly("", "q=radar");
        assertThat(page(get("/me/searches")).select(".facts").eachText()).contains("All jobs");
    }

    @Test
    void whatIsClassifiedIsRefusedWhereverItStands() {
        var refused = post("/me/searches", "name", "TOP SECRET//SI//NOFORN", "often", "DAILY", "q", "radar");
        assertThat(refused).hasStatus(422);
        assertThat(page(refused).text()).doesNotContain("NOFORN");
        assertThat(post("/me/searches", "name", "Radar", "often", "DAILY", "q", "TOP SECRET//SI//NOFORN"))
                .hasStatus(422);
        assertThat(searches.count(viewer)).isZero();
    }

    @Test
    void fiftyAreKeptHoweverManyArePostedAtOnce() throws Exception {
        for (int i = 0; i < SavedSearches.MOST - 1; i++) {
            saved("q=search" + i);
        }
        var tries = new ArrayList<Callable<Integer>>();
        for (int i = 0; i < 6; i++) {
            String q = "last" + i;
            tries.add(() -> post("/me/searches", "name", q, "often", "DAILY", "q", q)
                    .getResponse()
                    .getStatus());
        }
        int kept = 0;
        var several = Executors.newFixedThreadPool(6);
        try {
            for (var answer : several.invokeAll(tries)) {
                assertThat(answer.get()).isIn(302, 422);
                kept += answer.get() == 302 ? 1 : 0;
            }
        } finally {
            several.shutdownNow();
        }
        assertThat(kept).isEqualTo(1);
        assertThat(searches.count(viewer)).isEqualTo(SavedSearches.MOST);
        var refused = post("/me/searches", "name", "One more", "often", "DAILY", "q", "onemore");
        assertThat(page(refused).select(".errors").text()).contains("You keep 50 searches");
        assertThat(page(refused).select("#name").attr("value")).isEqualTo("One more");
    }

    @Test
    void theSameSearchPostedAtOnceIsKeptOnce() throws Exception {
        Callable<Integer> save = () -> post("/me/searches", "name", "Twice", "often", "DAILY", "q", "twice")
                .getResponse()
                .getStatus();
        var several = Executors.newFixedThreadPool(4);
        try {
            for (var answer : several.invokeAll(List.of(save, save, save, save))) {
                assertThat(answer.get()).isEqualTo(302);
            }
        } finally {
            several.shutdownNow();
        }
        assertThat(searches.count(viewer)).isEqualTo(1);
    }

    @Test
    void peopleWhoLookForTheSameShareWhatIsMatched() {
        var other = people.member();
        var theirs = new Viewer(other.id(), "Robin Test", Set.of(Role.MEMBER));
        saved("q=shared");
        searches.save(theirs, addresses.read("q=shared", null), "Theirs", Often.OFF);
        assertThat(searches.all(theirs)).extracting(SearchView::name).containsExactly("Theirs");
        assertThat(Map.of("mine", searches.count(viewer), "theirs", searches.count(theirs)))
                .containsOnly(Map.entry("mine", 1L), Map.entry("theirs", 1L));
    }
}
