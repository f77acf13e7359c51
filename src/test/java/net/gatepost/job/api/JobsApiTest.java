package net.gatepost.job.api;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.DispatcherType;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
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
import net.gatepost.job.ApplyBy;
import net.gatepost.job.CloseReason;
import net.gatepost.job.Listings;
import net.gatepost.job.PayPeriod;
import net.gatepost.job.Workplace;
import net.gatepost.job.search.Board;
import net.gatepost.job.search.ListingIndex;
import net.gatepost.web.Role;
import net.gatepost.web.Viewer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ModuleTest
@Tag("search")
class JobsApiTest {

    @Autowired
    private MockMvcTester mvc;

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

    @Autowired
    private JsonMapper json;

    private Board board;
    private EmployerView halden;

    @BeforeEach
    void openABoard() {
        board = new Board(listings, employers, index, people, clock);
        halden = board.employer("Halden Ridge Systems");
    }

    @Test
    void aJobSaysWhatItsPageSays() {
        board.job(halden, "Radar Engineer <b>")
                .saying("Design **radars** <script>alert(1)</script>")
                .at("Fort Meade, MD", Workplace.HYBRID)
                .needing(new ClearanceRequirement(
                        new LevelCode("us.top-secret"),
                        Set.of(Access.SCI),
                        PolygraphRequirement.FULL_SCOPE,
                        true,
                        false,
                        Importance.PREFERRED))
                .paying(68, 72, PayPeriod.HOUR)
                .applyingBy(ApplyBy.EMAIL, "jane.doe@halden.example");
        board.open();

        var answer = get("/api/jobs?q=" + board.word);

        assertThat(answer).hasStatusOk().hasContentType("application/json");
        assertThat(answer.getRequest().getSession(false)).isNull();
        assertThat(answer.getResponse().getHeader("Set-Cookie")).isNull();
        var page = tree(answer);
        assertThat(page.get("total").longValue()).isEqualTo(1);
        assertThat(page.has("next")).isFalse();
        var job = page.get("jobs").get(0);
        assertThat(job.get("title").stringValue()).isEqualTo("Radar Engineer <b>");
        assertThat(job.get("employer").get("slug").stringValue()).isEqualTo(halden.slug());
        assertThat(job.get("workplace").stringValue()).isEqualTo("hybrid");
        assertThat(job.get("employment").stringValue()).isEqualTo("full-time");
        var clearance = job.get("clearance");
        assertThat(clearance.get("key").stringValue()).isEqualTo("us.top-secret+sci");
        assertThat(clearance.get("level").stringValue()).isEqualTo("us.top-secret");
        assertThat(clearance.get("accesses").get(0).stringValue()).isEqualTo("sci");
        assertThat(clearance.get("polygraph").stringValue()).isEqualTo("full-scope");
        assertThat(clearance.get("required").booleanValue()).isFalse();
        assertThat(clearance.get("interimAccepted").booleanValue()).isTrue();
        assertThat(job.get("pay").toString())
                .isEqualTo("{\"min\":68,\"max\":72,\"currency\":\"USD\",\"period\":\"hour\"}");
        assertThat(job.get("place").get("region").stringValue()).isEqualTo("MD");
        assertThat(job.get("posted").stringValue()).startsWith("20").endsWith("Z");
        assertThat(job.has("confirmed") && job.has("ends") && job.has("endsAt")).isTrue();
        assertThat(job.get("description").stringValue()).contains("<script>");
        assertThat(job.get("descriptionHtml").stringValue())
                .contains("<strong>radars</strong>")
                .doesNotContain("<script>");
        // Where to apply is on the page: an address may be a person's.
        assertThat(raw(answer))
                .doesNotContain("jane.doe")
                .doesNotContain(board.recruiter.id().toString());
        var one = get("/api/jobs/" + job.get("id").stringValue());
        assertThat(one).hasStatusOk();
        assertThat(tree(one)).isEqualTo(job);
        assertThat(get(URI.create(job.get("url").stringValue()).getPath())).hasStatusOk();
    }

    @Test
    void filtersAreThoseOfThePage() {
        board.job(halden, "Secret job");
        board.job(halden, "Top job").needing(ClearanceRequirement.of("us.top-secret", Access.SCI));
        var other = board.employer("Other");
        board.job(other, "Another's job");
        board.open();

        assertThat(titles(get("/api/jobs?q=" + board.word + "&clearance=us.top-secret%2Bsci")))
                .containsExactly("Top job");
        assertThat(titles(get("/api/jobs?employer=" + other.slug()))).containsExactly("Another's job");
        assertThat(titles(get("/api/jobs?q=" + board.word + "&place=Fort+Meade,+MD&within=20&pay=100000")))
                .hasSize(3);
    }

    @Test
    void pagesByCursorNeitherRepeatNorMissWhenOthersArePosted() {
        for (int i = 0; i < 7; i++) {
            board.job(halden, "Job " + i).postedBefore(Duration.ofMinutes(i / 3));
        }
        board.open();

        var all = new ArrayList<String>();
        var next = "/api/jobs?limit=3&q=" + board.word;
        for (int page = 0; page < 3; page++) {
            var answer = get(next);
            all.addAll(titles(answer));
            board.job(halden, "Posted meanwhile " + page);
            board.open();
            if (page < 2) {
                next = tree(answer).get("next").stringValue().substring("http://localhost:8080".length());
                assertThat(answer.getResponse().getHeader(HttpHeaders.LINK))
                        .contains(next)
                        .contains("rel=\"next\"");
            } else {
                assertThat(tree(answer).has("next")).isFalse();
            }
        }

        assertThat(all).hasSize(7).doesNotHaveDuplicates().noneMatch(title -> title.startsWith("Posted"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cursor=x",
                "cursor=",
                "cursor=%00",
                "cursor=_____________________________________________",
                "limit=0",
                "limit=101",
                "limit=-1",
                "limit=1e9",
                "pay=lots",
                "posted=2",
                "clearance=top",
                "polygraph=maybe",
                "place=Nowhereville-on-Sea",
                "within=-3&place=Fort+Meade,+MD",
                "employer=%3Cscript%3E",
                "clearence=us.secret",
                "page=2",
                "sort=pay",
                "qualify=yes"
            })
    void aParameterThatMakesNoSenseIsNamedAndNothingSearched(String query) {
        var answer = get("/api/jobs?" + query);

        var problem = problem(answer, 400);
        assertThat(problem.get("errors").get(0).get("parameter").stringValue())
                .isEqualTo(query.substring(0, query.indexOf('=')));
        assertThat(problem.get("errors").get(0).get("detail").stringValue()).isNotBlank();
    }

    @Test
    void aPlaceOfWhichThereAreSeveralIsAskedBack() {
        assertThat(problem(get("/api/jobs?place=Springfield"), 400).toString()).contains("Springfield, MO");
    }

    @Test
    void whatIsNotThereIsAProblemAndNeverAPage() {
        problem(get("/api/jobs/" + UUID.randomUUID()), 404);
        problem(get("/api/jobs/nonsense"), 404);
        problem(get("/api/nothing/here"), 404);
        problem(get("/api/"), 404);
        problem(get("/api/jobs/"), 404);
        problem(mvc.get().uri("/api/jobs").accept("text/html").exchange(), 406);
        var post = mvc.post().uri("/api/jobs").exchange();
        problem(post, 405);
        assertThat(post.getResponse().getHeader("Allow")).contains("GET");
        problem(mvc.delete().uri("/api/jobs/" + UUID.randomUUID()).exchange(), 405);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/jobs?%00=%00", "/jobs?%00=%00", "/jobs.xml?%00=%00", "/api/jobs?%0A=1"})
    void aParameterThatNobodyMayReadIsABadRequest(String address) {
        assertThat(get(address)).hasStatus(400);
    }

    @Test
    void whatTheContainerRefusesIsAProblemToo() {
        var answer = mvc.get()
                .uri("/error")
                .requestAttr("jakarta.servlet.error.request_uri", "/api/jobs")
                .requestAttr("jakarta.servlet.error.status_code", 400)
                .with(request -> {
                    request.setDispatcherType(DispatcherType.ERROR);
                    return request;
                })
                .exchange();

        assertThat(problem(answer, 400).get("instance").stringValue()).isEqualTo("/api/jobs");
    }

    @Test
    void anEndedListingIsGone() {
        board.job(halden, "Closed job");
        board.job(halden, "Expired job").endingIn(1);
        board.open();
        var page = tree(get("/api/jobs?q=" + board.word)).get("jobs");
        listings.close(recruiter(), id(page, "Closed job"), CloseReason.FILLED_HERE);

        assertThat(titles(get("/api/jobs?q=" + board.word))).containsExactly("Expired job");
        assertThat(problem(get("/api/jobs/" + id(page, "Closed job")), 410).toString())
                .doesNotContain("Closed job");
        clock.advance(Duration.ofDays(3));
        problem(get("/api/jobs/" + id(page, "Expired job")), 410);
        assertThat(titles(get("/api/jobs?q=" + board.word))).isEmpty();
    }

    @Test
    void aDraftAndAWithheldListingAreNotLetOut() {
        var owner = people.member();
        var employer = companies.verified(owner);
        var viewer = new Viewer(owner.id(), "Robin Test", Set.of(Role.RECRUITER));
        var draft = board.job(halden, "Draft").toDraft();
        var id = listings.draft(viewer, employer, UUID.randomUUID(), draft);

        problem(get("/api/jobs/" + id), 404);
        listings.publish(viewer, id, 0);
        assertThat(get("/api/jobs/" + id)).hasStatusOk();
        companies.suspend(employer);
        problem(get("/api/jobs/" + id), 410);
    }

    @Test
    void theSameAnswerIsNotSentTwice() {
        board.job(halden, "Job");
        board.open();
        String address = "/api/jobs?q=" + board.word;
        var first = get(address);
        assertThat(first.getResponse().getHeader("Cache-Control")).isEqualTo("no-cache");

        var again = mvc.get()
                .uri(address)
                .header("If-None-Match", requireNonNull(first.getResponse().getHeader("ETag")))
                .exchange();

        assertThat(again).hasStatus(304);
        assertThat(again.getResponse().getContentAsByteArray()).isEmpty();
    }

    @Test
    void aVersionIsAskedForByItsMediaType() {
        assertThat(mvc.get()
                        .uri("/api/jobs")
                        .accept("application/vnd.gatepost.v1+json")
                        .exchange())
                .hasStatusOk()
                .hasContentType("application/vnd.gatepost.v1+json");
        assertThat(mvc.get().uri("/api/jobs").accept("application/*").exchange())
                .hasStatusOk()
                .hasContentType("application/json");
        problem(
                mvc.get()
                        .uri("/api/jobs")
                        .accept("application/vnd.gatepost.v2+json")
                        .exchange(),
                406);
        assertThat(mvc.get().uri("/api/jobs").accept("nonsense").exchange()).hasStatus(406);
    }

    @Test
    void pagesOfOtherSitesMayReadAndNothingElse() {
        var get = mvc.get()
                .uri("/api/jobs")
                .header("Origin", "https://elsewhere.example")
                .exchange();
        assertThat(get).hasStatusOk();
        assertThat(get.getResponse().getHeader("Access-Control-Allow-Origin")).isEqualTo("*");
        assertThat(get.getResponse().getHeader("Access-Control-Allow-Credentials"))
                .isNull();
        assertThat(get.getResponse().getHeader("Cross-Origin-Resource-Policy")).isEqualTo("cross-origin");
        assertThat(preflight("/api/jobs", "GET")).hasStatusOk();
        assertThat(preflight("/api/jobs", "POST")).hasStatus(403);
        assertThat(preflight("/api/listings", "POST").getResponse().getHeader("Access-Control-Allow-Origin"))
                .isNull();
    }

    @Test
    void markedTextInAParameterIsRefusedAndNeverRepeated() {
        var answer =
                mvc.get().uri("/api/jobs").param("q", "TOP SECRET//SI//NOFORN").exchange();

        var problem = problem(answer, 422);
        assertThat(problem.get("errors").get(0).get("parameter").stringValue()).isEqualTo("q");
        assertThat(problem.toString()).doesNotContain("NOFORN");
    }

    /** Tokens come back while they are used, so there is no saying which request is the one too many. */
    @Test
    void whoAsksTooOftenIsToldWhenToComeBack() {
        var id = UUID.randomUUID();
        MvcTestResult answer;
        int asked = 0;
        do {
            answer = mvc.get()
                    .uri("/api/jobs/" + id)
                    .with(request -> {
                        request.setRemoteAddr("203.0.113.8");
                        return request;
                    })
                    .exchange();
        } while (answer.getResponse().getStatus() == 404 && ++asked < 10 * JobsApi.REQUESTS);
        problem(answer, 429);
        assertThat(Integer.parseInt(requireNonNull(answer.getResponse().getHeader("Retry-After"))))
                .isBetween(1, 5);
    }

    private Viewer recruiter() {
        return new Viewer(board.recruiter.id(), "Robin Test", Set.of(Role.RECRUITER));
    }

    private MvcTestResult preflight(String address, String method) {
        return mvc.options()
                .uri(address)
                .header("Origin", "https://elsewhere.example")
                .header("Access-Control-Request-Method", method)
                .exchange();
    }

    private MvcTestResult get(String address) {
        return mvc.get().uri(URI.create(address)).exchange();
    }

    private static String raw(MvcTestResult answer) {
        return new String(answer.getResponse().getContentAsByteArray(), java.nio.charset.StandardCharsets.UTF_8);
    }

    private JsonNode tree(MvcTestResult answer) {
        return json.readTree(raw(answer));
    }

    private JsonNode problem(MvcTestResult answer, int status) {
        assertThat(answer).hasStatus(status).hasContentType("application/problem+json");
        var problem = tree(answer);
        assertThat(problem.get("status").intValue()).isEqualTo(status);
        assertThat(problem.get("type").stringValue()).startsWith("http://localhost:8080/api#problem-");
        assertThat(problem.get("title").stringValue()).isNotBlank();
        assertThat(problem.get("detail").stringValue()).isNotBlank();
        return problem;
    }

    private List<String> titles(MvcTestResult answer) {
        assertThat(answer).hasStatusOk();
        var titles = new ArrayList<String>();
        tree(answer).get("jobs").forEach(job -> titles.add(job.get("title").stringValue()));
        return titles;
    }

    private static UUID id(JsonNode jobs, String title) {
        for (var job : jobs) {
            if (job.get("title").stringValue().equals(title)) {
                return UUID.fromString(job.get("id").stringValue());
            }
        }
        throw new AssertionError("no " + title);
    }
}
