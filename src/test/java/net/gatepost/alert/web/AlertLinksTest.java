package net.gatepost.alert.web;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.UUID;
import net.gatepost.ModuleTest;
import net.gatepost.account.People;
import net.gatepost.alert.Often;
import net.gatepost.alert.SavedSearches;
import net.gatepost.job.web.KeptSearches;
import net.gatepost.web.Role;
import net.gatepost.web.SignedLinks;
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
class AlertLinksTest {

    @Autowired
    MockMvcTester browser;

    @Autowired
    People people;

    @Autowired
    SavedSearches searches;

    @Autowired
    KeptSearches addresses;

    @Autowired
    SignedLinks links;

    @Autowired
    JdbcTemplate database;

    Viewer viewer;
    UUID id;
    String path;
    String all;

    @BeforeEach
    void aMemberWithASearch() {
        var casey = people.member();
        viewer = new Viewer(casey.id(), "Robin Test", Set.of(Role.MEMBER));
        id = searches.save(viewer, addresses.read("q=radar&holds=us.top-secret", null), "My TS/SCI jobs", Often.WEEKLY);
        path = "/alerts/search/" + links.tokenFor("alerts/search", id);
        all = "/alerts/all/"
                + links.tokenFor(
                        "alerts/all",
                        requireNonNull(database.queryForObject(
                                "select link_id from alert_person where account_id = ?", UUID.class, casey.id())));
    }

    private MvcTestResult get(String address) {
        return browser.get().uri(address).exchange();
    }

    private MvcTestResult post(String address) {
        return browser.post().uri(address).exchange();
    }

    private static Document page(MvcTestResult answer) {
        return Jsoup.parse(new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8));
    }

    @Test
    void aLookStopsNothingAndTellsNothingOfThePerson() {
        for (String act : new String[] {"", "/pause", "/stop"}) {
            var page = page(get(path + act));
            assertThat(page.select("main").text())
                    .contains("radar")
                    .doesNotContain("Robin", "Top Secret", "TS/SCI", "hold");
            assertThat(page.select("main form input[name=_csrf]")).isEmpty();
        }
        get(all);
        assertThat(searches.one(viewer, id)).satisfies(search -> {
            assertThat(search.paused()).isFalse();
            assertThat(search.often()).isEqualTo(Often.WEEKLY);
        });
        assertThat(searches.isMuted(viewer)).isFalse();
    }

    @Test
    void aSearchIsPausedWithoutSigningInAndTheSamePageUndoesIt() {
        assertThat(page(get(path + "/pause")).select("main form").get(0).attr("action"))
                .isEqualTo(path + "/pause");
        for (int i = 0; i < 2; i++) {
            assertThat(post(path + "/pause")).redirectedUrl().isEqualTo(path);
        }
        assertThat(searches.one(viewer, id).paused()).isTrue();
        var done = page(get(path));
        assertThat(done.select("h1").text()).isEqualTo("This alert is paused");
        assertThat(done.select("main form").attr("action")).isEqualTo(path + "/resumption");
        assertThat(post(path + "/resumption")).redirectedUrl().isEqualTo(path);
        assertThat(searches.one(viewer, id).paused()).isFalse();
    }

    @Test
    void aSearchIsStoppedAndResumedAsOftenAsItTold() {
        var stopped = post(path + "/stop");
        assertThat(stopped).redirectedUrl().isEqualTo(path + "?was=WEEKLY");
        assertThat(searches.one(viewer, id).often()).isEqualTo(Often.OFF);
        var done = page(get(path + "?was=WEEKLY"));
        assertThat(done.select("h1").text()).isEqualTo("This alert is stopped");
        assertThat(done.select("input[name=often]").attr("value")).isEqualTo("WEEKLY");
        browser.post().uri(path + "/resumption").param("often", "WEEKLY").exchange();
        assertThat(searches.one(viewer, id).often()).isEqualTo(Often.WEEKLY);
        post(path + "/stop");
        browser.post().uri(path + "/resumption").param("often", "<OFF>").exchange();
        assertThat(searches.one(viewer, id).often()).isEqualTo(Often.DAILY);
    }

    @Test
    void aMailProgramStopsAllAlertsInOneClick() {
        for (int i = 0; i < 2; i++) {
            assertThat(browser.post()
                            .uri(all)
                            .header("Origin", "https://mail.example")
                            .param("List-Unsubscribe", "One-Click")
                            .exchange())
                    .hasStatusOk()
                    .bodyText()
                    .isEqualTo("stopped\n");
        }
        assertThat(searches.isMuted(viewer)).isTrue();
        assertThat(searches.one(viewer, id).often())
                .as("the searches stay as they are")
                .isEqualTo(Often.WEEKLY);
        assertThat(page(get(all)).select("h1").text()).isEqualTo("All alerts are stopped");
        assertThat(post(all + "/resumption")).redirectedUrl().isEqualTo(all);
        assertThat(searches.isMuted(viewer)).isFalse();
    }

    @Test
    void aFormOnAnotherSiteStopsNothing() {
        assertThat(browser.post()
                        .uri(path + "/stop")
                        .header("Origin", "https://evil.example")
                        .exchange())
                .hasStatus(403);
        assertThat(searches.one(viewer, id).often()).isEqualTo(Often.WEEKLY);
    }

    @Test
    void aPageThatItsAddressAloneOpensIsKeptNowhere() {
        for (String address : new String[] {path, path + "/stop", all}) {
            assertThat(get(address)).hasStatusOk().hasHeader("Cache-Control", "no-store");
        }
    }

    @Test
    void aLinkOfAnotherPurposeOrOfNothingLeadsNowhere() {
        String wrong = "/alerts/search/" + all.substring("/alerts/all/".length());
        String another = "/alerts/search/" + links.tokenFor("mailing-list/leave", id);
        String crossed = "/alerts/all/" + path.substring("/alerts/search/".length());
        for (String address : new String[] {wrong, another, "/alerts/search/nonsense"}) {
            assertThat(get(address)).hasStatus(404);
            for (String act : new String[] {"/pause", "/stop", "/resumption"}) {
                assertThat(post(address + act)).hasStatus(404);
            }
        }
        assertThat(get(crossed)).hasStatus(404);
        assertThat(post(crossed)).hasStatus(404);
        assertThat(post(crossed + "/resumption")).hasStatus(404);
        assertThat(searches.one(viewer, id).often()).isEqualTo(Often.WEEKLY);
        searches.remove(viewer, id);
        assertThat(get(path)).hasStatus(404);
        assertThat(post(path + "/stop")).hasStatus(404);
    }
}
