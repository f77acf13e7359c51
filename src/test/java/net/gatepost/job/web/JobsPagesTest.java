package net.gatepost.job.web;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.rometools.rome.feed.atom.Entry;
import com.rometools.rome.feed.atom.Feed;
import com.rometools.rome.feed.atom.Link;
import com.rometools.rome.io.WireFeedInput;
import java.io.StringReader;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import net.gatepost.ModuleTest;
import net.gatepost.TestClock;
import net.gatepost.account.People;
import net.gatepost.clearance.Access;
import net.gatepost.clearance.ClearanceRequirement;
import net.gatepost.employer.EmployerNoLongerVerified;
import net.gatepost.employer.EmployerView;
import net.gatepost.employer.Employers;
import net.gatepost.job.ApplyBy;
import net.gatepost.job.CloseReason;
import net.gatepost.job.ListingView;
import net.gatepost.job.Listings;
import net.gatepost.job.PayPeriod;
import net.gatepost.job.Workplace;
import net.gatepost.job.search.Board;
import net.gatepost.job.search.ListingCard;
import net.gatepost.job.search.ListingIndex;
import net.gatepost.job.search.ListingQuery;
import net.gatepost.job.search.ListingSearch;
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
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.util.UriComponentsBuilder;
import tools.jackson.databind.json.JsonMapper;

@ModuleTest
@Tag("search")
class JobsPagesTest {

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private ListingSearch search;

    @Autowired
    private Listings listings;

    @Autowired
    private Employers employers;

    @Autowired
    private ListingIndex index;

    @Autowired
    private People people;

    @Autowired
    private TestClock clock;

    @Autowired
    private JsonMapper json;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private ApplicationEventPublisher events;

    private Board board;
    private EmployerView halden;

    @BeforeEach
    void openABoard() {
        board = new Board(listings, employers, index, people, clock);
        halden = board.employer("Halden Ridge Systems");
    }

    @Test
    void aSearchIsAPageForEverybodyWithoutASession() {
        board.job(halden, "Radar Engineer").saying("Design radars");
        board.open();

        var result = get("/jobs", "q", "radar " + board.word);
        assertThat(result).hasStatusOk();
        assertThat(result.getRequest().getSession(false)).isNull();
        assertThat(result.getResponse().getHeader("ETag")).isNotNull();
        assertThat(result.getResponse().getHeaders("Vary")).anyMatch(vary -> vary.contains("HX-Request"));
        var page = html(result);
        assertThat(page.select(".listing-title").eachText()).containsExactly("Radar Engineer");
        assertThat(page.expectFirst("h1").text()).isEqualTo("1 job");
        assertThat(page.expectFirst("link[rel=canonical]").attr("href"))
                .isEqualTo("http://localhost:8080/jobs?q=radar+" + board.word);
        assertThat(page.expectFirst("link[type=application/atom+xml]").attr("href"))
                .isEqualTo("/jobs.atom?q=radar+" + board.word);
    }

    @Test
    void theUsualOrderIsSentAsNothingSoThatItFollowsTheWords() {
        board.job(halden, "Radar Engineer");
        board.open();

        var all = html(get("/jobs"));
        var words = html(get("/jobs", "q", board.word, "sort", ""));

        assertThat(all.select("#sort option").eachAttr("value")).containsExactly("", "pay");
        assertThat(words.select("#sort option").eachAttr("value")).containsExactly("", "newest", "pay");
        assertThat(words.expectFirst("#sort option[selected]").attr("value")).isEmpty();
    }

    @Test
    void whatIsTypedWaitsForTheButton() {
        var form = html(get("/jobs")).expectFirst("form#search");

        assertThat(form.attr("hx-trigger").split(", ")).contains("submit").doesNotContain("change");
    }

    @Test
    void filtersNarrowAndChipsTakeThemAway() {
        board.job(halden, "Secret job");
        board.job(halden, "Top job").needing(ClearanceRequirement.of("us.top-secret", Access.SCI));
        board.open();

        var page = html(get("/jobs", "q", board.word, "clearance", "us.top-secret+sci"));

        assertThat(page.select(".listing-title").eachText()).containsExactly("Top job");
        assertThat(page.select("input[name=clearance]").eachAttr("value")).contains("us.top-secret+sci", "us.secret");
        assertThat(page.expectFirst("input[value=us.top-secret+sci]").hasAttr("checked"))
                .isTrue();
        var without = page.select(".chips a").stream()
                .filter(chip -> chip.text().contains("Top Secret, SCI"))
                .findFirst()
                .orElseThrow()
                .attr("href");
        assertThat(without).isEqualTo("/jobs?q=" + board.word);
        // A plus that nobody encoded is a blank when it arrives.
        assertThat(html(mvc.get()
                                .uri(URI.create("/jobs?q=" + board.word + "&clearance=us.top-secret+sci"))
                                .exchange())
                        .select(".listing-title")
                        .eachText())
                .containsExactly("Top job");
    }

    @Test
    void htmxIsAnsweredWithThePartThatItSwaps() {
        board.job(halden, "Radar Engineer");
        board.open();

        var result = mvc.get()
                .uri("/jobs?q={q}&place=&holds=", board.word)
                .header("HX-Request", "true")
                .exchange();

        assertThat(result).hasStatusOk();
        assertThat(body(result))
                .doesNotContain("<html")
                .contains("id=\"search\"")
                .contains("Radar Engineer");
        assertThat(result.getResponse().getHeader("HX-Push-Url")).isEqualTo("/jobs?q=" + board.word);
        var restored = mvc.get()
                .uri("/jobs?q={q}", board.word)
                .header("HX-Request", "true")
                .header("HX-History-Restore-Request", "true")
                .exchange();
        assertThat(body(restored)).contains("<html");
    }

    @Test
    void aPlaceNarrowsToItsSurroundingsAndToRemoteWork() {
        board.job(halden, "Here").at("Fort Meade, MD", Workplace.ON_SITE);
        board.job(halden, "Far").at("Huntsville, AL", Workplace.ON_SITE);
        board.job(halden, "Anywhere").at(null, Workplace.REMOTE);
        board.open();

        assertThat(html(get("/jobs", "q", board.word, "place", "20755", "within", "25"))
                        .select(".listing-title")
                        .eachText())
                .containsExactlyInAnyOrder("Here", "Anywhere");
        assertThat(html(get("/jobs", "q", board.word, "place", "20755", "workplace", "on-site"))
                        .select(".listing-title")
                        .eachText())
                .containsExactly("Here");
        var unknown = html(get("/jobs", "q", board.word, "place", "Xyzzyville"));
        assertThat(unknown.select(".listing-title")).hasSize(3);
        assertThat(unknown.select(".notice").text()).contains("Xyzzyville");
        var several = html(get("/jobs", "q", board.word, "place", "Springfield"));
        assertThat(several.select(".notice a").eachAttr("href"))
                .isNotEmpty()
                .allMatch(href -> href.startsWith("/jobs?q=" + board.word + "&place=Springfield"));
    }

    @Test
    void anEmptyResultSaysWhichFilterToDrop() {
        board.job(halden, "Engineer").at("Fort Meade, MD", Workplace.ON_SITE);
        board.open();

        var page = html(get("/jobs", "q", board.word, "workplace", "hybrid"));

        assertThat(page.expectFirst("h1").text()).isEqualTo("No jobs");
        assertThat(page.select(".empty .chips a").eachText()).contains("Without the workplace: 1 job");
        assertThat(page.select(".empty .chips a").eachAttr("href")).contains("/jobs?q=" + board.word);
    }

    @Test
    void aPageBeyondTheEndSaysSo() {
        for (int n = 0; n < 21; n++) {
            board.job(halden, "Job " + n);
        }
        board.open();

        assertThat(html(get("/jobs", "q", board.word, "page", "2")).select(".listing"))
                .hasSize(1);
        for (var deep : List.of("3", "100", "101", "99999999", "99999999999999999999")) {
            var page = html(get("/jobs", "q", board.word, "page", deep));
            assertThat(page.select(".listing")).isEmpty();
            assertThat(page.select(".notice").text()).contains("There are only 2 pages");
            assertThat(page.select(".notice a").attr("href")).isEqualTo("/jobs?q=" + board.word + "&page=2");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "q=%00%01%1F",
                "q=%22",
                "q=%22%22%22",
                "q=-",
                "q=--- %2B%2B",
                "q=AND OR NOT",
                "q=title:(foo* %7C~3) ^4 [a TO b] %5C",
                "q=the of and",
                "q=%F0%9F%9A%80 %E2%80%AE %ED%A0%80",
                "q=%C3%28",
                "clearance=nonsense&clearance=us.nothing&clearance=",
                "holds=none",
                "polygraph=maybe",
                "place=%00",
                "within=-5&place=20755",
                "within=999999999&place=20755",
                "within=many&place=20755",
                "workplace=moon",
                "employment=slave",
                "employer=../../etc/passwd",
                "employer=no-such-employer",
                "pay=lots",
                "pay=-1",
                "pay=99999999999999999999",
                "posted=2",
                "posted=-7",
                "sort=price",
                "sort=distance",
                "page=-1",
                "page=0",
                "page=x",
                "page=1&page=2",
                "utm_source=mail&q=a&q=b",
            })
    void nonsenseIsNeverAnError(String query) {
        assertThat(mvc.get()
                        .uri(URI.create("/jobs?"
                                + query.replace(" ", "%20")
                                        .replace("^", "%5E")
                                        .replace("[", "%5B")
                                        .replace("]", "%5D")))
                        .exchange())
                .hasStatusOk();
        assertThat(mvc.get()
                        .uri(URI.create("/jobs.atom?"
                                + query.replace(" ", "%20")
                                        .replace("^", "%5E")
                                        .replace("[", "%5B")
                                        .replace("]", "%5D")))
                        .exchange())
                .hasStatusOk();
    }

    @Test
    void whatMakesNoSenseIsLeftOutAndSaid() {
        board.job(halden, "Engineer");
        board.open();

        var page = html(get("/jobs", "q", board.word, "pay", "lots", "polygraph", "maybe", "utm_source", "x"));

        assertThat(page.select(".listing")).hasSize(1);
        assertThat(page.select(".notice").text()).contains("the pay").contains("a polygraph");
        assertThat(html(get("/jobs", "q", "x".repeat(100_000)))
                        .select(".notice")
                        .text())
                .contains("first 200 characters");
        assertThat(html(get("/jobs", "q", "radar ".repeat(5_000))).select("#q").attr("value"))
                .hasSizeLessThanOrEqualTo(200);
    }

    @Test
    void textIsNeverMarkup() {
        board.job(halden, "<script>alert(1)</script> & Co").saying("</script><b>bold</b>");
        board.open();
        var view = onlyOne();

        assertThat(body(get("/jobs", "q", board.word + " <script>alert(2)</script>")))
                .doesNotContain("<script>alert");
        var page = body(get(view.path()));
        assertThat(page).doesNotContain("<script>alert").doesNotContain("<b>bold");
        assertThat(Jsoup.parse(page).select("script[type=application/ld+json]")).hasSize(1);
    }

    @Test
    void aListingHasOneAddress() {
        board.job(halden, "Radar Engineer (C++)");
        board.open();
        var view = onlyOne();

        assertThat(get(view.path())).hasStatusOk();
        for (var other : List.of("/jobs/" + view.id(), "/jobs/" + view.id() + "/wrong")) {
            assertThat(get(other)).hasStatus(301).hasHeader("Location", view.path());
        }
        assertThat(get("/jobs/00000000-0000-7000-8000-000000000000/x")).hasStatus(404);
        assertThat(get("/jobs/not-an-id")).hasStatus(404);
        assertThat(get("/jobs/not-an-id/x")).hasStatus(404);
    }

    @Test
    void structuredDataSaysWhatThePageSays() {
        board.job(halden, "Radar Engineer")
                .saying("# Radars\n\nYou **design** them.")
                .needing(ClearanceRequirement.of("us.top-secret", Access.SCI))
                .paying(60, 75, PayPeriod.HOUR)
                .applyingBy(ApplyBy.URL, "https://careers.halden.example/7?a=1&b=2");
        board.open();
        var view = onlyOne();

        var page = html(get(view.path()));
        Map<?, ?> posting = structured(page);
        assertThat(posting.get("@type")).isEqualTo("JobPosting");
        assertThat(posting.get("title"))
                .isEqualTo("Radar Engineer")
                .isEqualTo(page.expectFirst("h1").text());
        assertThat(String.valueOf(posting.get("description"))).contains("<strong>design</strong>");
        assertThat(posting.get("employmentType")).isEqualTo("FULL_TIME");
        assertThat(posting.get("securityClearanceRequirement")).isEqualTo("Top Secret, SCI");
        assertThat(posting.get("directApply")).isEqualTo(false);
        assertThat(posting.get("validThrough")).isEqualTo(String.valueOf(view.endsAt()));
        assertThat(posting.get("datePosted"))
                .isEqualTo(requireNonNull(view.postedAt())
                        .atZone(view.zone())
                        .toLocalDate()
                        .toString());
        assertThat(at(posting, "hiringOrganization", "name")).isEqualTo("Halden Ridge Systems");
        assertThat(at(posting, "jobLocation", "address", "addressRegion")).isEqualTo("MD");
        assertThat(at(posting, "jobLocation", "address", "addressCountry")).isEqualTo("US");
        assertThat(at(posting, "baseSalary", "currency")).isEqualTo("USD");
        assertThat(at(posting, "baseSalary", "value", "minValue")).isEqualTo(60.0);
        assertThat(at(posting, "baseSalary", "value", "maxValue")).isEqualTo(75.0);
        assertThat(at(posting, "baseSalary", "value", "unitText")).isEqualTo("HOUR");
        assertThat(posting.containsKey("jobLocationType")).isFalse();
        assertThat(page.select("aside a.btn").attr("href")).isEqualTo("/jobs/" + view.id() + "/apply");
        assertThat(page.select("aside a.btn").attr("rel")).contains("nofollow");
        assertThat(page.select("link[rel=canonical]").attr("href")).isEqualTo("http://localhost:8080" + view.path());
    }

    @Test
    void remoteWorkIsToldAsSuch() {
        board.job(halden, "Writer")
                .at(null, Workplace.REMOTE)
                .paying(null, null, PayPeriod.YEAR)
                .applyingBy(ApplyBy.EMAIL, "jobs@halden.example");
        board.open();

        var view = onlyOne();
        var page = html(get(view.path()));
        var posting = structured(page);
        assertThat(posting.get("jobLocationType")).isEqualTo("TELECOMMUTE");
        assertThat(at(posting, "applicantLocationRequirements", "name")).isEqualTo("United States");
        assertThat(page.text()).contains("Remote within United States");
        assertThat(posting.containsKey("jobLocation")).isFalse();
        assertThat(posting.containsKey("baseSalary")).isFalse();
        assertThat(page.select("aside a.btn").attr("href")).isEqualTo("/jobs/" + view.id() + "/apply");
    }

    @Test
    void whatWasOpenOnceIsGoneWithWhatIsSimilar() {
        board.job(halden, "Zymurgy Radar Engineer").endingIn(2);
        board.job(halden, "Zymurgy Radar Technician").endingIn(40);
        board.open();
        var first = search.search(query("technician")).cards().get(0);
        var ending = search.search(query("\"Radar Engineer\"")).cards().get(0);

        clock.advance(Duration.ofDays(4));

        var gone = get(ending.path());
        assertThat(gone).hasStatus(410);
        assertThat(html(gone).select("h1").text()).contains("Zymurgy Radar Engineer");
        assertThat(html(gone).select(".listing-title").eachText())
                .contains("Zymurgy Radar Technician")
                .doesNotContain("Zymurgy Radar Engineer");
        assertThat(html(gone).select("script[type=application/ld+json]")).isEmpty();
        assertThat(get("/jobs/" + ending.id())).hasStatus(410);
        assertThat(get(first.path())).hasStatusOk();
    }

    @Test
    void whatIsClosedIsGoneAtOnceThoughTheIndexMayNotKnow() {
        board.job(halden, "Radar Engineer");
        board.open();
        var view = onlyOne();

        listings.close(recruiter(), view.id(), CloseReason.MISTAKE);

        assertThat(html(get("/jobs", "q", board.word)).select(".listing")).isEmpty();
        assertThat(feed("/jobs.atom?q=" + board.word).getEntries()).isEmpty();
        assertThat(get(view.path())).hasStatus(410);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () -> assertThat(search.search(query("")).total()).isZero());
    }

    @Test
    void anEmployerThatIsNotVerifiedAnyMoreShowsNothingAtOnce() {
        board.job(halden, "Wyvernry Engineer");
        board.open();
        var view = onlyOne();

        transaction.executeWithoutResult(status -> events.publishEvent(new EmployerNoLongerVerified(halden.id())));

        assertThat(html(get("/jobs", "q", board.word)).select(".listing")).isEmpty();
        var gone = get(view.path());
        assertThat(gone).hasStatus(410);
        assertThat(body(gone)).doesNotContain("Wyvernry");
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () -> assertThat(search.search(query("")).total()).isZero());
    }

    @Test
    void whatIsPublishedIsSoonFound() {
        var draft = board.job(halden, "Radar Engineer")
                .saying("Design radars for ships")
                .toDraft();
        var id = listings.draft(recruiter(), halden.id(), java.util.UUID.randomUUID(), draft);
        assertThat(get("/jobs/" + id + "/radar-engineer")).hasStatus(404);

        listings.publish(recruiter(), id, listings.hiring(recruiter(), id).version());

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(search.search(query("radar")).cards())
                        .extracting(ListingCard::id)
                        .containsExactly(id));
    }

    @Test
    void aSearchIsAlsoAFeed() throws Exception {
        for (int n = 0; n < 60; n++) {
            board.job(halden, "Job " + n).postedBefore(Duration.ofMinutes(n));
        }
        board.open();

        var feed = feed("/jobs.atom?q=" + board.word + "&sort=pay&page=3");
        assertThat(feed.getEntries()).hasSize(50);
        assertThat(feed.getEntries().get(0).getTitle()).isEqualTo("Job 0");
        assertThat(feed.getOtherLinks()).extracting(Link::getRel).contains("self");
        assertThat(feed.getOtherLinks().get(0).getHref()).startsWith("http://localhost:8080/jobs.atom?q=");
        assertThat(feed.getUpdated()).isEqualTo(((Entry) feed.getEntries().get(0)).getUpdated());
        assertThat(feed.getEntries()).extracting(Entry::getId).doesNotHaveDuplicates();
        assertThat(feed("/jobs.atom?q=" + board.word + "nothing").getEntries()).isEmpty();
    }

    @Test
    void theSitemapHoldsWhatIsLive() {
        board.job(halden, "Stays").endingIn(50);
        board.job(halden, "Ends").endingIn(1);
        board.open();
        var stays = search.search(query("stays")).cards().get(0);
        var ends = search.search(query("ends")).cards().get(0);

        assertThat(body(get("/sitemap.xml")))
                .contains("/sitemap/1.xml</loc><lastmod>")
                .contains("/sitemap/pages.xml");
        assertThat(body(get("/sitemap/1.xml"))).contains(stays.path()).contains(ends.path());
        assertThat(body(get("/sitemap/pages.xml"))).contains("/employers/" + halden.slug());
        assertThat(get("/sitemap/99999.xml")).hasStatus(404);
        assertThat(get("/sitemap/x.xml")).hasStatus(404);
        assertThat(Jsoup.parse(body(get("/sitemap/1.xml")), "", org.jsoup.parser.Parser.xmlParser())
                        .select("url > loc")
                        .eachText())
                .allMatch(address -> address.startsWith("http://localhost:8080/jobs/"));

        clock.advance(Duration.ofDays(3));
        assertThat(body(get("/sitemap/1.xml"))).contains(stays.path()).doesNotContain(ends.path());
    }

    @Test
    void anEmployerHasAPageWithItsJobs() {
        board.job(halden, "Radar Engineer");
        board.open();

        var page = html(get("/employers/" + halden.slug()));
        assertThat(page.select("h1").text()).isEqualTo("Halden Ridge Systems");
        assertThat(page.select(".listing-title").eachText()).containsExactly("Radar Engineer");
        assertThat(get("/employers/no-such-employer")).hasStatus(404);
        assertThat(get("/employers/" + halden.slug() + "?page=99")).hasStatusOk();
        assertThat(get("/employers/" + halden.slug() + "?page=-x")).hasStatusOk();
    }

    private ListingQuery query(String typed) {
        return new ListingQuery(
                net.gatepost.job.search.TextQuery.parse(typed + " \"" + board.word + "\""),
                java.util.Set.of(),
                null,
                null,
                java.util.Set.of(),
                null,
                java.util.Set.of(),
                java.util.Set.of(),
                java.util.Set.of(),
                null,
                null,
                net.gatepost.job.search.ListingSort.RELEVANCE,
                1);
    }

    private ListingView onlyOne() {
        var cards = search.search(query("")).cards();
        assertThat(cards).hasSize(1);
        return listings.published(cards.get(0).id()).orElseThrow();
    }

    private Viewer recruiter() {
        return new Viewer(board.recruiter.id(), "Robin Test", java.util.Set.of(Role.MEMBER, Role.RECRUITER));
    }

    private MvcTestResult get(String path, String... namesAndValues) {
        var uri = UriComponentsBuilder.fromPath("");
        for (int at = 0; at < namesAndValues.length; at += 2) {
            uri.queryParam(namesAndValues[at], "{" + at + "}");
        }
        Map<String, Object> values = new java.util.HashMap<>();
        for (int at = 0; at < namesAndValues.length; at += 2) {
            values.put(String.valueOf(at), namesAndValues[at + 1]);
        }
        String query = uri.encode().buildAndExpand(values).toUriString();
        return mvc.get().uri(URI.create(path + query)).exchange();
    }

    private static String body(MvcTestResult result) {
        try {
            return result.getResponse().getContentAsString(java.nio.charset.StandardCharsets.UTF_8);
        } catch (java.io.UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Document html(MvcTestResult result) {
        return Jsoup.parse(body(result));
    }

    private Feed feed(String path) {
        try {
            return (Feed) new WireFeedInput()
                    .build(new StringReader(body(mvc.get().uri(URI.create(path)).exchange())));
        } catch (com.rometools.rome.io.FeedException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private Map<?, ?> structured(Document page) {
        return json.readValue(
                page.expectFirst("script[type=application/ld+json]").data(), Map.class);
    }

    private static Object at(Map<?, ?> map, String... path) {
        Object value = map;
        for (String name : path) {
            value = requireNonNull(((Map<?, ?>) value).get(name), name);
        }
        return value;
    }
}
