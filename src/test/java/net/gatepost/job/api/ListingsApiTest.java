package net.gatepost.job.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import net.gatepost.ModuleTest;
import net.gatepost.TestClock;
import net.gatepost.account.People;
import net.gatepost.account.People.Person;
import net.gatepost.audit.Audit;
import net.gatepost.employer.Companies;
import net.gatepost.employer.Team;
import net.gatepost.job.api.Programs.Program;
import net.gatepost.web.Role;
import net.gatepost.web.Viewer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ModuleTest
class ListingsApiTest {

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private ApiTokens tokens;

    @Autowired
    private AnswerRetention retention;

    @Autowired
    private Companies companies;

    @Autowired
    private Team team;

    @Autowired
    private People people;

    @Autowired
    private Audit audit;

    @Autowired
    private JdbcClient database;

    @Autowired
    private TestClock clock;

    @Autowired
    private JsonMapper json;

    private Person riley;
    private UUID halden;
    private Program program;

    @BeforeEach
    void anEmployerWithAProgram() {
        riley = people.member();
        halden = companies.verified(riley);
        program = new Programs(tokens).of(riley, halden);
    }

    @Test
    void aDraftIsMadeReadChangedPublishedAndClosed() {
        var made = post("/api/listings", "{\"reference\": \"REQ-1\", \"title\": \"Radar Engineer\"}");
        assertThat(made).hasStatus(201);
        assertThat(made.getRequest().getSession(false)).isNull();
        assertThat(made.getResponse().getHeader("Cache-Control")).isEqualTo("no-store");
        var draft = tree(made);
        String path =
                requireNonNull(made.getResponse().getHeader("Location")).substring("http://localhost:8080".length());
        assertThat(path).isEqualTo("/api/listings/" + draft.get("id").stringValue());
        assertThat(draft.get("state").stringValue()).isEqualTo("draft");
        assertThat(draft.has("url")).isFalse();

        var read = get(path);
        assertThat(tree(read)).isEqualTo(draft);
        assertThat(tree(get("/api/listings?reference=REQ-1")).get("listings").get(0))
                .isEqualTo(draft);
        assertThat(tree(get("/api/listings?reference=REQ-2")).get("listings").size())
                .isZero();

        problem(post(path + "/publication", ""), 422);
        var changed = put(path, etag(read), complete());
        assertThat(changed).hasStatusOk();
        assertThat(tree(changed).get("listing").get("reference").stringValue()).isEqualTo("REQ-1");
        var published = post(path + "/publication", "");
        assertThat(published).hasStatusOk();
        assertThat(tree(published).get("state").stringValue()).isEqualTo("live");
        assertThat(mvc.get().uri("/api/jobs/" + draft.get("id").stringValue())).hasStatusOk();
        assertThat(post(path + "/publication", "")).hasStatusOk();

        var closed = post(path + "/closure", "{\"reason\": \"filled-here\"}");
        assertThat(tree(closed).get("state").stringValue()).isEqualTo("closed");
        assertThat(tree(closed).get("closeReason").stringValue()).isEqualTo("filled-here");
        assertThat(post(path + "/closure", "{\"reason\": \"filled-here\"}")).hasStatusOk();
        assertThat(mvc.get().uri("/api/jobs/" + draft.get("id").stringValue())).hasStatus(410);
        problem(put(path, etag(get(path)), complete()), 409);
        assertThat(audit.latestAbout("listing", UUID.fromString(draft.get("id").stringValue())))
                .extracting(Audit.Entry::action)
                .contains("listing.by-token", "listing.drafted", "listing.published", "listing.closed");
    }

    @Test
    void whatIsReadCanBeSentBack() {
        var made = tree(post("/api/listings", publishing(complete())));

        var again = put(
                "/api/listings/" + made.get("id").stringValue(),
                "\"" + made.get("version").asLong() + "\"",
                made.get("listing").toString());

        assertThat(again).hasStatusOk();
        assertThat(tree(again).get("listing")).isEqualTo(made.get("listing"));
    }

    @Test
    void aListingIsPublishedAtOnceOrNotMadeAtAll() {
        var incomplete = problem(post("/api/listings", "{\"title\": \"Engineer\", \"publish\": true}"), 422);
        assertThat(pointers(incomplete))
                .contains("/place", "/workplace", "/employment", "/clearance/level", "/description", "/ends");
        assertThat(incomplete.get("type").stringValue()).endsWith("#problem-not-publishable");
        assertThat(tree(get("/api/listings")).get("listings").size()).isZero();

        var made = tree(post("/api/listings", publishing(complete())));
        assertThat(made.get("state").stringValue()).isEqualTo("live");
        assertThat(made.has("posted")).isTrue();
    }

    @Test
    void aReferenceHasOneListing() {
        assertThat(post("/api/listings", "{\"reference\": \"R 1\", \"title\": \"One\"}"))
                .hasStatus(201);

        var problem = problem(post("/api/listings", "{\"reference\": \"R 1\", \"title\": \"Two\"}"), 409);

        assertThat(problem.get("type").stringValue()).endsWith("#problem-reference-taken");
        var other = people.member();
        program = new Programs(tokens).of(other, companies.verified(other));
        assertThat(post("/api/listings", "{\"reference\": \"R 1\", \"title\": \"Another's\"}"))
                .hasStatus(201);
    }

    @Test
    void aReferenceStaysWhatItWas() {
        var made = tree(post("/api/listings", "{\"reference\": \"A\", \"title\": \"One\"}"));

        var problem = problem(
                put(
                        "/api/listings/" + made.get("id").stringValue(),
                        "*",
                        "{\"reference\": \"B\", \"title\": \"One\", \"publish\": true}"),
                422);

        assertThat(pointers(problem)).containsExactlyInAnyOrder("/reference", "/publish");
    }

    @Test
    void nobodysChangeIsOverwritten() {
        String path = "/api/listings/"
                + tree(post("/api/listings", "{\"title\": \"One\"}")).get("id").stringValue();
        String first = etag(get(path));
        assertThat(put(path, first, "{\"title\": \"Two\"}")).hasStatusOk();

        problem(put(path, first, "{\"title\": \"Three\"}"), 412);
        problem(put(path, "\"999999999999999999\"", "{\"title\": \"Three\"}"), 412);
        problem(put(path, "nonsense", "{\"title\": \"Three\"}"), 412);
        problem(put(path, null, "{\"title\": \"Three\"}"), 428);
        problem(
                mvc.post()
                        .uri(path + "/publication")
                        .with(program)
                        .header("If-Match", first)
                        .exchange(),
                412);
        assertThat(tree(get(path)).get("listing").get("title").stringValue()).isEqualTo("Two");
        // Sent twice, it has been done once.
        assertThat(put(path, first, "{\"title\": \"Two\"}")).hasStatusOk();
    }

    @Test
    void theSameRequestMakesOneListing() {
        var first = make("key-1", "{\"title\": \"One\"}");
        var again = make("key-1", "{\"title\": \"One\"}");

        assertThat(first).hasStatus(201);
        assertThat(again).hasStatus(201);
        assertThat(tree(again)).isEqualTo(tree(first));
        assertThat(again.getResponse().getHeader("Location"))
                .isEqualTo(first.getResponse().getHeader("Location"));
        assertThat(tree(get("/api/listings")).get("listings").size()).isEqualTo(1);
        assertThat(problem(make("key-1", "{\"title\": \"Two\"}"), 422)
                        .get("type")
                        .stringValue())
                .endsWith("#problem-idempotency-key");
        assertThat(make("key-2", "{\"title\": \"One\"}")).hasStatus(201);
        // A key is one program's.
        program = new Programs(tokens).of(riley, halden);
        assertThat(make("key-1", "{\"title\": \"Three\"}")).hasStatus(201);
    }

    @Test
    void aRefusedRequestLeavesItsKeyFree() {
        problem(make("key", "{\"title\": \"\"}"), 422);
        problem(make("key", "{\"title\": \"One\", \"publish\": true}"), 422);

        assertThat(make("key", "{\"title\": \"One\"}")).hasStatus(201);
    }

    @Test
    void theSameRequestAtTheSameMomentMakesOneListing() throws Exception {
        List<Callable<MvcTestResult>> same = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            same.add(() -> make("at-once", "{\"title\": \"One\"}"));
        }
        var pool = Executors.newFixedThreadPool(8);
        try {
            Set<String> answers = new java.util.HashSet<>();
            for (Future<MvcTestResult> answer : pool.invokeAll(same)) {
                assertThat(answer.get()).hasStatus(201);
                answers.add(raw(answer.get()));
            }
            assertThat(answers).hasSize(1);
        } finally {
            pool.shutdownNow();
        }
        assertThat(tree(get("/api/listings")).get("listings").size()).isEqualTo(1);
    }

    @Test
    void answersAreForgottenAfterTwoDays() {
        make("old", "{\"title\": \"One\"}");
        clock.advance(AnswerRetention.KEPT.minusHours(1));
        retention.forget();
        assertThat(tree(make("old", "{\"title\": \"One\"}")).get("version").asLong())
                .isZero();
        assertThat(tree(get("/api/listings")).get("listings").size()).isEqualTo(1);
        clock.advance(Duration.ofHours(2));
        retention.forget();

        assertThat(make("old", "{\"title\": \"One\"}")).hasStatus(201);
        assertThat(tree(get("/api/listings")).get("listings").size()).isEqualTo(2);
    }

    @Test
    void anotherEmployersListingsAreNotThere() {
        var theirs = people.member();
        var rival = companies.verified(theirs, riley);
        var others = new Programs(tokens).of(theirs, rival);
        var made = mvc.post()
                .uri("/api/listings")
                .with(others)
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"reference\": \"X\", \"title\": \"Theirs\"}")
                .exchange();
        String path = "/api/listings/" + tree(made).get("id").stringValue();

        // Although the maker of the token recruits for both.
        problem(get(path), 404);
        problem(put(path, "*", "{\"title\": \"Ours\"}"), 404);
        problem(put(path, null, "{\"title\": \"Ours\"}"), 404);
        problem(post(path + "/publication", ""), 404);
        problem(post(path + "/closure", "{\"reason\": \"withdrawn\"}"), 404);
        problem(get("/api/listings/nonsense"), 404);
        problem(get("/api/listings/" + UUID.randomUUID()), 404);
        assertThat(tree(get("/api/listings")).get("listings").size()).isZero();
        assertThat(tree(get("/api/listings?reference=X")).get("listings").size())
                .isZero();
        var same = mvc.get().uri(path).with(others).exchange();
        assertThat(tree(same).get("listing").get("title").stringValue()).isEqualTo("Theirs");
    }

    @Test
    void listingsAreGoneThroughInParts() {
        for (int i = 0; i < 5; i++) {
            post("/api/listings", "{\"title\": \"Job " + i + "\"}");
        }
        var first = tree(get("/api/listings?limit=3"));
        post("/api/listings", "{\"title\": \"Made meanwhile\"}");
        var second = tree(get(first.get("next").stringValue().substring("http://localhost:8080".length())));

        var titles = new ArrayList<String>();
        first.get("listings")
                .forEach(each -> titles.add(each.get("listing").get("title").stringValue()));
        second.get("listings")
                .forEach(each -> titles.add(each.get("listing").get("title").stringValue()));
        assertThat(titles).containsExactly("Job 4", "Job 3", "Job 2", "Job 1", "Job 0");
        assertThat(second.has("next")).isFalse();
        problem(get("/api/listings?limit=0"), 400);
        problem(get("/api/listings?cursor=nonsense"), 400);
    }

    @Test
    void withoutATokenOrWithABadOneNothingOpens() {
        for (String header :
                List.of("", "Bearer", "Bearer x", "Basic cmlsZXk6eA==", "Bearer gp_" + "A".repeat(43), "gp_x")) {
            var answer = mvc.get()
                    .uri("/api/listings")
                    .header("Authorization", header)
                    .exchange();
            problem(answer, 401);
            assertThat(answer.getResponse().getHeader("WWW-Authenticate")).startsWith("Bearer");
        }
        problem(mvc.get().uri("/api/listings").exchange(), 401);
        problem(mvc.get().uri("/api/listings/" + UUID.randomUUID()).exchange(), 401);
        problem(mvc.post().uri("/api/listings").exchange(), 401);
        problem(mvc.delete().uri("/api/listings").exchange(), 401);
    }

    @Test
    void whoIsSignedInOnTheSiteIsNobodyHere() {
        problem(mvc.get().uri("/api/listings").with(riley).exchange(), 401);
        problem(
                mvc.post()
                        .uri("/api/listings")
                        .with(riley)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"title\": \"One\"}")
                        .exchange(),
                401);
    }

    @Test
    void aTokenOpensNoPageOfTheSite() {
        assertThat(mvc.get().uri("/hire/listings").with(program)).hasStatus(302);
        assertThat(mvc.get().uri("/me").with(program)).hasStatus(302);
    }

    @Test
    void aTokenDoesNoMoreThanItsScopes() {
        program = new Programs(tokens).of(riley, halden, null, Scope.READ);
        assertThat(get("/api/listings")).hasStatusOk();
        problem(post("/api/listings", "{\"title\": \"One\"}"), 403);
        program = new Programs(tokens).of(riley, halden, null, Scope.WRITE);
        assertThat(post("/api/listings", "{\"title\": \"One\"}")).hasStatus(201);
        problem(get("/api/listings"), 403);
    }

    @Test
    void aTokenEndsOnItsDay() {
        program = new Programs(tokens).of(riley, halden, clock.instant().plus(Duration.ofHours(1)), Scope.READ);
        assertThat(get("/api/listings")).hasStatusOk();
        clock.advance(Duration.ofHours(1));
        problem(get("/api/listings"), 401);
    }

    @Test
    void aTokenEndsWithTheNextRequestWhenItsMakerIsRemoved() {
        var quinn = people.member();
        var both = companies.verified(riley, quinn);
        program = new Programs(tokens).of(quinn, both);
        assertThat(get("/api/listings")).hasStatusOk();
        var roster = team.roster(viewer(riley), both);
        var row = roster.colleagues().stream()
                .filter(each -> each.accountId().equals(quinn.id()))
                .findFirst()
                .orElseThrow();
        team.remove(viewer(riley), both, row.id());

        problem(get("/api/listings"), 401);
    }

    @Test
    void aTokenSleepsWhileTheEmployerIsNotVerified() {
        companies.suspend(halden);
        problem(get("/api/listings"), 401);
        companies.verify(halden);
        assertThat(get("/api/listings")).hasStatusOk();
    }

    @Test
    void thatATokenWasUsedIsKnownByTheDay() {
        get("/api/listings");
        var day = database.sql("select last_used_on from api_token where employer_id = ?")
                .param(halden)
                .query(LocalDate.class)
                .single();
        assertThat(day).isEqualTo(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
    }

    @Test
    void onlyAFingerprintOfATokenIsKept() {
        var rows = database.sql("select * from api_token where employer_id = ?")
                .param(halden)
                .query()
                .listOfRows();
        assertThat(rows.toString()).doesNotContain(program.secret()).contains(TokenSecret.hash(program.secret()));
        assertThat(new TokenSecret(program.secret()).toString()).doesNotContain("gp_");
    }

    @Test
    void whoAsksTooOftenIsToldWhenToComeBack() {
        MvcTestResult answer;
        int asked = 0;
        do {
            answer = get("/api/listings/" + halden);
        } while (answer.getResponse().getStatus() == 404 && ++asked < 10 * TokenSignIn.REQUESTS);

        problem(answer, 429);
        assertThat(answer.getResponse().getHeader("Retry-After")).matches("[1-9]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"title\": \"TOP SECRET//SI//NOFORN\"} | /title",
                "{\"title\": \"One\", \"description\": \"(S//NF) Words\"} | /description",
                "{\"title\": \"One\", \"questions\": [\"Why?\", \"SECRET//REL TO USA, FVEY\"]} | /questions/1",
                "{\"title\": \"One\", \"apply\": {\"by\": \"url\", \"to\": \"CUI//SP-CTI\"}} | /apply/to",
                "{\"title\": \"One\", \"pay\": {\"TOP SECRET//SI//NOFORN\": 1}} | /pay",
                "{\"title\": \"One\", \"unknown\": {\"deep\": [[\"TOP SECRET//SI//NOFORN\"]]}} | /unknown/deep/0/0"
            })
    void markedTextIsRefusedWhereverItStandsAndNeverRepeated(String body, String pointer) {
        var answer = post("/api/listings", body);

        var problem = problem(answer, 422);
        assertThat(problem.get("type").stringValue()).endsWith("#problem-spill");
        assertThat(pointers(problem)).containsExactly(pointer);
        assertThat(problem.toString())
                .doesNotContain("NOFORN")
                .doesNotContain("//SI")
                .doesNotContain("FVEY");
        assertThat(tree(get("/api/listings")).get("listings").size()).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\u0001',
            value = {
                "{} | /title",
                "{\"title\": null} | /title",
                "{\"title\": \"   \"} | /title",
                "{\"title\": 5} | /title",
                "{\"title\": [\"One\"]} | /title",
                "{\"title\": \"One\\u0000\"} | /title",
                "{\"title\": \"One\\u0007\"} | /title",
                "{\"title\": \"One\\ud800\"} | /title",
                "{\"title\": \"One\", \"titel\": \"x\"} | /titel",
                "{\"title\": \"One\", \"a/b~c\": \"x\"} | /a~1b~0c",
                "{\"title\": \"One\", \"place\": \"Nowhereville-on-Sea\"} | /place",
                "{\"title\": \"One\", \"place\": \"Springfield\"} | /place",
                "{\"title\": \"One\", \"workplace\": \"moon\"} | /workplace",
                "{\"title\": \"One\", \"employment\": \"forced\"} | /employment",
                "{\"title\": \"One\", \"clearance\": {\"level\": \"us.none-such\"}} | /clearance/level",
                "{\"title\": \"One\", \"clearance\": {\"accesses\": [\"tk\"]}} | /clearance/accesses",
                "{\"title\": \"One\", \"clearance\": {\"polygraph\": \"yes\"}} | /clearance/polygraph",
                "{\"title\": \"One\", \"clearance\": \"us.secret\"} | /clearance",
                "{\"title\": \"One\", \"clearance\": {\"required\": \"yes\"}} | /clearance/required",
                "{\"title\": \"One\", \"pay\": {\"min\": -5}} | /pay/min",
                "{\"title\": \"One\", \"pay\": {\"min\": 1e999999999}} | /pay/min",
                "{\"title\": \"One\", \"pay\": {\"min\": 0.001}} | /pay/min",
                "{\"title\": \"One\", \"pay\": {\"min\": \"100\"}} | /pay/min",
                "{\"title\": \"One\", \"pay\": {\"currency\": \"XXX\"}} | /pay/currency",
                "{\"title\": \"One\", \"pay\": {\"period\": \"day\"}} | /pay/period",
                "{\"title\": \"One\", \"pay\": {\"min\": true}} | /pay/min",
                "{\"title\": \"One\", \"contingent\": 1} | /contingent",
                "{\"title\": \"One\", \"contingent\": \"true\"} | /contingent",
                "{\"title\": \"One\", \"openings\": \"2\"} | /openings",
                "{\"title\": \"One\", \"openings\": 0} | /openings",
                "{\"title\": \"One\", \"openings\": 1.5} | /openings",
                "{\"title\": \"One\", \"openings\": 99999999999} | /openings",
                "{\"title\": \"One\", \"apply\": {\"by\": \"fax\"}} | /apply/by",
                "{\"title\": \"One\", \"ends\": \"tomorrow\"} | /ends",
                "{\"title\": \"One\", \"questions\": [\"1\",\"2\",\"3\",\"4\",\"5\",\"6\"]} | /questions",
                "{\"title\": \"One\", \"reference\": \"<script>\"} | /reference"
            })
    void whatIsWrongIsNamedByItsPlace(String body, String pointer) {
        var problem = problem(post("/api/listings", body), 422);

        assertThat(pointers(problem)).contains(pointer);
        assertThat(problem.get("errors").get(0).get("detail").stringValue()).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "nonsense",
                "[]",
                "\"text\"",
                "null",
                "{",
                "{\"title\": \"One\"} {}",
                "{\"title\": \"One\", \"title\": \"Two\"}",
                "{'title': 'One'}",
                "{\"title\": \"One\",}",
                "{\"title\": 00001}",
                "<listing/>"
            })
    void whatIsNoJsonObjectIsABadRequest(String body) {
        problem(post("/api/listings", body), 400);
    }

    @Test
    void whatIsTooLargeOrTooDeepIsRefused() {
        problem(post("/api/listings", "{\"title\": \"" + "x".repeat(300_000) + "\"}"), 413);
        assertThat(pointers(problem(post("/api/listings", "{\"title\": \"" + "x".repeat(121) + "\"}"), 422)))
                .containsExactly("/title");
        problem(post("/api/listings", "{\"title\": " + "[".repeat(50_000) + "]".repeat(50_000) + "}"), 400);
        problem(post("/api/listings", "{\"openings\": " + "9".repeat(100_000) + "}"), 400);
        problem(post("/api/listings", "{\"" + "n".repeat(100_000) + "\": 1}"), 400);
    }

    @Test
    void anotherKindOfContentIsNotTaken() {
        for (String type : List.of(
                "text/plain",
                "application/xml",
                "application/x-www-form-urlencoded",
                "multipart/form-data; boundary=x")) {
            problem(
                    mvc.post()
                            .uri("/api/listings")
                            .with(program)
                            .contentType(type)
                            .content("title=One")
                            .exchange(),
                    415);
        }
        problem(
                mvc.post()
                        .uri("/api/listings")
                        .with(program)
                        .content("{\"title\": \"One\"}")
                        .exchange(),
                415);
        problem(mvc.patch().uri("/api/listings").with(program).exchange(), 405);
        problem(make("not\u00e4ascii", "{\"title\": \"One\"}"), 400);
        problem(make(" ", "{\"title\": \"One\"}"), 400);
        problem(make("k".repeat(101), "{\"title\": \"One\"}"), 400);
        problem(mvc.get().uri("/api/listings/x/y/z").with(program).exchange(), 404);
    }

    @Test
    void wrongEncodingsBreakNothing() {
        var latin = mvc.post()
                .uri("/api/listings")
                .with(program)
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"title\": \"Ingénieur\"}".getBytes(java.nio.charset.StandardCharsets.ISO_8859_1))
                .exchange();
        problem(latin, 400);
        var sixteen = mvc.post()
                .uri("/api/listings")
                .with(program)
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"title\": \"Ingénieur\"}".getBytes(java.nio.charset.StandardCharsets.UTF_16BE))
                .exchange();
        assertThat(tree(sixteen).get("listing").get("title").stringValue()).isEqualTo("Ingénieur");
    }

    @Test
    void htmlInEveryFieldStaysText() {
        String html = "<img src=x onerror=alert(1)>";
        String body = complete().replace("Radar Engineer", html).replace("Design radars", html);
        var made = tree(post("/api/listings", publishing(body)));

        assertThat(made.get("listing").get("title").stringValue()).isEqualTo(html);
        String page = raw(mvc.get()
                .uri(java.net.URI.create(made.get("url").stringValue()).getPath())
                .exchange());
        assertThat(page).doesNotContain("<img src=x");
    }

    @Test
    void aClosureSaysWhy() {
        String path = "/api/listings/"
                + tree(post("/api/listings", "{\"title\": \"One\"}")).get("id").stringValue();
        assertThat(pointers(problem(post(path + "/closure", "{\"reason\": \"bored\"}"), 422)))
                .containsExactly("/reason");
        assertThat(pointers(problem(post(path + "/closure", "{}"), 422))).containsExactly("/reason");
        assertThat(problem(post(path + "/closure", "{\"reason\": \"mistake\"}"), 409)
                        .get("type")
                        .stringValue())
                .endsWith("#problem-not-published");
    }

    private String complete() {
        return """
                {"title": "Radar Engineer", "description": "Design radars", "place": "Fort Meade, MD", "workplace": "on-site",
                 "employment": "full-time", "clearance": {"level": "us.top-secret", "accesses": ["sci"], "polygraph": "ci"},
                 "citizensOnly": {"required": true, "basis": "The contract"},
                 "pay": {"min": 100000, "max": 120000.50, "currency": "USD", "period": "year"}, "openings": 2,
                 "apply": {"by": "url", "to": "https://careers.company.example/1"}, "questions": ["Why?"],
                 "ends": "%s"}""".formatted(
                        LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(20));
    }

    private static String publishing(String body) {
        return body.substring(0, body.lastIndexOf('}')) + ", \"publish\": true}";
    }

    private static Viewer viewer(Person person) {
        return new Viewer(person.id(), "Robin Test", Set.of(Role.RECRUITER));
    }

    private MvcTestResult get(String address) {
        return mvc.get().uri(address).with(program).exchange();
    }

    private MvcTestResult post(String address, String body) {
        return mvc.post()
                .uri(address)
                .with(program)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    private MvcTestResult make(String key, String body) {
        return mvc.post()
                .uri("/api/listings")
                .with(program)
                .header("Idempotency-Key", key)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    private MvcTestResult put(String address, @org.jspecify.annotations.Nullable String match, String body) {
        var request = mvc.put()
                .uri(address)
                .with(program)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body);
        return (match == null ? request : request.header("If-Match", match)).exchange();
    }

    private static String etag(MvcTestResult answer) {
        return requireNonNull(answer.getResponse().getHeader("ETag"));
    }

    private static String raw(MvcTestResult answer) {
        return new String(answer.getResponse().getContentAsByteArray(), UTF_8);
    }

    private JsonNode tree(MvcTestResult answer) {
        return json.readTree(raw(answer));
    }

    private JsonNode problem(MvcTestResult answer, int status) {
        assertThat(answer).hasStatus(status).hasContentType("application/problem+json");
        return tree(answer);
    }

    private static List<String> pointers(JsonNode problem) {
        return problem.get("errors")
                .valueStream()
                .map(error -> error.path("pointer").asString(""))
                .toList();
    }
}
