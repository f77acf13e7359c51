package net.gatepost.job.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import net.gatepost.ModuleTest;
import net.gatepost.TestClock;
import net.gatepost.account.People;
import net.gatepost.clearance.Access;
import net.gatepost.clearance.ClearanceRequirement;
import net.gatepost.clearance.ClearanceRequirement.Importance;
import net.gatepost.clearance.LevelCode;
import net.gatepost.clearance.PolygraphRequirement;
import net.gatepost.employer.Companies;
import net.gatepost.employer.EmployerView;
import net.gatepost.employer.Employers;
import net.gatepost.job.CloseReason;
import net.gatepost.job.EmploymentType;
import net.gatepost.job.ListingView;
import net.gatepost.job.Listings;
import net.gatepost.job.PayPeriod;
import net.gatepost.job.Workplace;
import net.gatepost.job.search.Board;
import net.gatepost.job.search.ListingIndex;
import net.gatepost.job.search.ListingQuery;
import net.gatepost.job.search.ListingSearch;
import net.gatepost.web.Role;
import net.gatepost.web.Viewer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;

@ModuleTest
@Tag("search")
class FeedsTest {

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private ListingSearch search;

    @Autowired
    private Listings listings;

    @Autowired
    private Employers employers;

    @Autowired
    private Companies companies;

    @Autowired
    private ListingIndex index;

    @Autowired
    private People people;

    @Autowired
    private TestClock clock;

    private Board board;
    private EmployerView halden;

    @BeforeEach
    void openABoard() {
        board = new Board(listings, employers, index, people, clock);
        halden = board.employer("Halden Ridge <Systems> & Co");
    }

    @Test
    void aJobIsToldInTheElementsAndWordsOfTheFormat() throws Exception {
        board.job(halden, "Radar <Engineer> & more")
                .saying("Design **radars** ]]> and more")
                .at("Fort Meade, MD", Workplace.HYBRID)
                .as(EmploymentType.CONTRACT)
                .needing(new ClearanceRequirement(
                        new LevelCode("us.top-secret"),
                        java.util.Set.of(Access.SCI),
                        PolygraphRequirement.FULL_SCOPE,
                        false,
                        false,
                        Importance.REQUIRED))
                .paying(68, 72, PayPeriod.HOUR);
        board.open();

        var answer = get("/jobs.xml?q=" + board.word);
        assertThat(answer).hasStatusOk().hasContentType("application/xml;charset=UTF-8");
        assertThat(answer.getRequest().getSession(false)).isNull();
        var source = xml(answer).getDocumentElement();
        assertThat(source.getTagName()).isEqualTo("source");
        assertThat(text(source, "publisherurl")).isEqualTo("http://localhost:8080/");
        var job = jobs(answer).get(0);
        var listing = only();
        assertThat(text(job, "title")).isEqualTo("Radar <Engineer> & more");
        assertThat(text(job, "date"))
                .isEqualTo(requireNonNull(listing.postedAt()).toString());
        assertThat(text(job, "referencenumber")).isEqualTo(listing.id().toString());
        assertThat(text(job, "url")).isEqualTo("http://localhost:8080" + listing.path());
        assertThat(text(job, "company")).isEqualTo("Halden Ridge <Systems> & Co");
        assertThat(text(job, "city")).isEqualTo("Fort Meade");
        assertThat(text(job, "state")).isEqualTo("MD");
        assertThat(text(job, "country")).isEqualTo("US");
        assertThat(text(job, "description")).contains("<strong>radars</strong>").contains("]]&gt; and more");
        assertThat(text(job, "salary")).isEqualTo("$68 – $72 an hour");
        assertThat(text(job, "jobtype")).isEqualTo("contract");
        assertThat(text(job, "category")).startsWith("Top Secret").contains("Full-scope polygraph");
        assertThat(text(job, "remotetype")).isEqualTo("Hybrid remote");
        assertThat(text(job, "expirationdate"))
                .isEqualTo(requireNonNull(listing.content().ends()).toString());
        assertThat(raw(answer)).contains("<description><![CDATA[");
    }

    @Test
    void whatIsNotStatedHasNoElement() throws Exception {
        board.job(halden, "Remote job").at(null, Workplace.REMOTE).paying(null, null, PayPeriod.YEAR);
        board.open();

        var job = jobs(get("/jobs.xml?q=" + board.word)).get(0);

        assertThat(job.getElementsByTagName("salary").getLength()).isZero();
        assertThat(job.getElementsByTagName("city").getLength()).isZero();
        assertThat(text(job, "country")).isEqualTo("US");
        assertThat(text(job, "remotetype")).isEqualTo("Fully remote");
    }

    @Test
    void whatXmlCannotHoldIsLeftOut() throws Exception {
        board.job(halden, "Tester \u0001\uFFFF of 😀 signs").saying("Bell \u0007 and \uD800 half a pair");
        board.open();

        var job = jobs(get("/jobs.xml?q=" + board.word)).get(0);

        assertThat(text(job, "title")).isEqualTo("Tester  of 😀 signs");
        assertThat(text(job, "description")).contains("Bell  and");
    }

    @Test
    void filtersNarrowTheFeedAsTheyNarrowThePage() throws Exception {
        board.job(halden, "Secret job");
        board.job(halden, "Top job").needing(ClearanceRequirement.of("us.top-secret", Access.SCI));
        board.open();

        assertThat(titles(get("/jobs.xml?q=" + board.word + "&clearance=us.top-secret%2Bsci")))
                .containsExactly("Top job");
    }

    @Test
    void onlyWhatIsLiveIsLetOutAtOnce() throws Exception {
        board.job(halden, "Open job");
        board.job(halden, "Closed job");
        board.open();
        var closed = views().stream()
                .filter(view -> view.title().equals("Closed job"))
                .findFirst()
                .orElseThrow();
        listings.close(recruiter(), closed.id(), CloseReason.FILLED_HERE);

        assertThat(titles(get("/jobs.xml?q=" + board.word))).containsExactly("Open job");
        clock.advance(Duration.ofDays(40));
        assertThat(titles(get("/jobs.xml?q=" + board.word))).isEmpty();
    }

    @Test
    void theFeedGoesOnPartByPartUntilItHasAll() throws Exception {
        for (int i = 0; i < IndeedFeed.MOST_JOBS + 5; i++) {
            // Many at the same moment, so that the place among them matters.
            board.job(halden, "Job " + i).postedBefore(Duration.ofMinutes(i / 40));
        }
        board.open();

        var first = get("/jobs.xml?q=" + board.word);
        String link = requireNonNull(first.getResponse().getHeader("Link"));
        assertThat(link).endsWith("; rel=\"next\"");
        board.job(halden, "Posted meanwhile");
        board.open();
        var second = get(link.substring(link.indexOf("/jobs.xml"), link.indexOf('>')));

        var all = new ArrayList<>(titles(first));
        all.addAll(titles(second));
        assertThat(titles(first)).hasSize(IndeedFeed.MOST_JOBS);
        assertThat(all)
                .hasSize(IndeedFeed.MOST_JOBS + 5)
                .doesNotHaveDuplicates()
                .doesNotContain("Posted meanwhile");
        assertThat(second.getResponse().getHeader("Link")).isNull();
    }

    @Test
    void theSameFeedIsNotSentTwice() {
        board.job(halden, "Job");
        board.open();
        for (String feed : List.of("/jobs.xml", "/employers/" + halden.slug() + "/jobs.atom")) {
            String etag = requireNonNull(get(feed).getResponse().getHeader("ETag"));

            var again = mvc.get().uri(feed).header("If-None-Match", etag).exchange();

            assertThat(again).hasStatus(304);
            assertThat(again.getResponse().getContentAsByteArray()).isEmpty();
        }
    }

    @Test
    void anEmployerHasFeedsOfItsOwn() throws Exception {
        var other = board.employer("Other");
        board.job(halden, "Ours");
        board.job(other, "Theirs");
        board.open();
        String path = "/employers/" + halden.slug();

        assertThat(titles(get(path + "/jobs.xml"))).containsExactly("Ours");
        assertThat(titles(get(path + "/jobs.xml?employer=" + other.slug()))).containsExactly("Ours");
        var atom = get(path + "/jobs.atom");
        assertThat(atom).hasStatusOk().hasContentTypeCompatibleWith("application/atom+xml");
        assertThat(raw(atom)).contains("Ours").doesNotContain("Theirs").contains(path + "\"");
        var page = get(path);
        assertThat(raw(page)).contains("href=\"" + path + "/jobs.atom\"").contains("href=\"" + path + "/jobs.xml\"");
    }

    @Test
    void whoIsNotVerifiedHasNoFeed() {
        var pending = employers.byId(companies.pending(people.member())).orElseThrow();

        assertThat(get("/employers/" + pending.slug() + "/jobs.xml")).hasStatus(404);
        assertThat(get("/employers/" + pending.slug() + "/jobs.atom")).hasStatus(404);
        assertThat(get("/employers/nobody-at-all/jobs.xml")).hasStatus(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"x", "AAAA", "%00", "../..", "f_____________________________________________", "%F0%9F%98%80"})
    void aPlaceInTheFeedThatNobodyWasGivenIsABadRequest(String cursor) {
        assertThat(get("/jobs.xml?cursor=" + cursor)).hasStatus(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"q=%27%22%3C%3E", "pay=lots&page=-1", "place=%00", "clearance=x&clearance=y", "within=9e99"})
    void whatMakesNoSenseBreaksNoFeed(String query) {
        assertThat(get("/jobs.xml?" + query)).hasStatusOk();
    }

    private List<ListingView> views() {
        return listings.publishedAmong(search.part(ListingQuery.everything().ofEmployer(halden.slug()), null, 10)
                .ids());
    }

    private ListingView only() {
        assertThat(views()).hasSize(1);
        return views().get(0);
    }

    private Viewer recruiter() {
        return new Viewer(board.recruiter.id(), "Robin Test", java.util.Set.of(Role.RECRUITER));
    }

    private MvcTestResult get(String address) {
        return mvc.get().uri(URI.create(address)).exchange();
    }

    private static String raw(MvcTestResult answer) {
        return new String(answer.getResponse().getContentAsByteArray(), UTF_8);
    }

    private static Document xml(MvcTestResult answer) throws Exception {
        return DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(raw(answer))));
    }

    private static List<Element> jobs(MvcTestResult answer) throws Exception {
        var nodes = xml(answer).getElementsByTagName("job");
        var jobs = new ArrayList<Element>();
        for (int at = 0; at < nodes.getLength(); at++) {
            jobs.add((Element) nodes.item(at));
        }
        return jobs;
    }

    private static List<String> titles(MvcTestResult answer) throws Exception {
        return jobs(answer).stream().map(job -> text(job, "title")).toList();
    }

    private static String text(Element parent, String name) {
        Node node = parent.getElementsByTagName(name).item(0);
        assertThat(node).as(name).isNotNull();
        return node.getTextContent();
    }
}
