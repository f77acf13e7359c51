package net.gatepost.job.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import net.gatepost.ModuleTest;
import net.gatepost.TestClock;
import net.gatepost.account.People;
import net.gatepost.clearance.PolygraphRequirement;
import net.gatepost.employer.Companies;
import net.gatepost.employer.Employers;
import net.gatepost.job.ApplyBy;
import net.gatepost.job.CloseReason;
import net.gatepost.job.EmploymentType;
import net.gatepost.job.ListingState;
import net.gatepost.job.Listings;
import net.gatepost.job.PayPeriod;
import net.gatepost.job.Workplace;
import net.gatepost.job.search.Board;
import net.gatepost.job.search.ListingIndex;
import net.gatepost.job.web.JobsRequests;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What is documented is what there is: the same routes, and answers that are as their schemas say. */
@ModuleTest
class ApiDocumentTest {

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private RequestMappingHandlerMapping requestMappingHandlerMapping;

    @Autowired
    private ApiDocument document;

    @Autowired
    private ApiTokens tokens;

    @Autowired
    private Companies companies;

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

    @Test
    void everyRouteIsDocumentedAndNoOther() {
        Set<String> routes = requestMappingHandlerMapping.getHandlerMethods().keySet().stream()
                .flatMap(info -> info.getPatternValues().stream()
                        .filter(pattern -> pattern.startsWith("/api/"))
                        // A mail provider's webhook, which docs/mail.md documents for who runs the site.
                        .filter(pattern -> !pattern.startsWith("/api/mailing-list/"))
                        .flatMap(pattern -> info.getMethodsCondition().getMethods().stream()
                                .map(RequestMethod::name)
                                .map(method -> method + " " + pattern)))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> documented = new TreeSet<>();
        document.content()
                .get("paths")
                .forEachEntry((path, methods) -> methods.forEachEntry(
                        (method, operation) -> documented.add(method.toUpperCase(java.util.Locale.ROOT) + " " + path)));

        assertThat(documented).isEqualTo(routes);
    }

    @Test
    void theParametersOfASearchAreThoseItTakes() {
        var documented = document.content()
                .at("/paths/~1api~1jobs/get/parameters")
                .valueStream()
                .map(parameter -> parameter.get("name").stringValue())
                .toList();

        assertThat(documented).containsExactlyInAnyOrderElementsOf(JobsApi.PARAMETERS);
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        references(document.content(), new TreeSet<>())
                .forEach(reference -> assertThat(
                                document.content().at(reference.substring(1)).isMissingNode())
                        .as(reference)
                        .isFalse());
    }

    @Test
    void choicesAreThoseThatTheCodeKnows() {
        choices("Polygraph", PolygraphRequirement.values());
        choices("Workplace", Workplace.values());
        choices("Employment", EmploymentType.values());
        choices("CloseReason", CloseReason.values());
        choices("Pay/properties/period", PayPeriod.values());
        choices("Apply/properties/by", ApplyBy.values());
        choices("KeptListing/properties/state", ListingState.values());
    }

    @Test
    void realAnswersAreAsTheirSchemasSay() {
        var board = new Board(listings, employers, index, people, clock);
        var halden = board.employer("Halden Ridge Systems");
        board.job(halden, "Radar Engineer").saying("Design radars");
        board.job(halden, "Remote job")
                .at(null, Workplace.REMOTE)
                .paying(null, null, PayPeriod.YEAR)
                .needing(net.gatepost.clearance.ClearanceRequirement.none());
        board.job(halden, "Third job");
        board.open();

        var page = tree(mvc.get()
                .uri("/api/jobs")
                .param("q", board.word)
                .param("limit", "2")
                .exchange());
        valid(page, "Jobs");
        assertThat(page.has("next")).isTrue();
        String id = page.get("jobs").get(0).get("id").stringValue();
        valid(tree(mvc.get().uri("/api/jobs/" + id).exchange()), "Job");
        valid(tree(mvc.get().uri("/api/jobs/" + UUID.randomUUID()).exchange()), "Problem");
        valid(tree(mvc.get().uri("/api/jobs?limit=x").exchange()), "Problem");
    }

    @Test
    void theExamplesWork() {
        var riley = people.member();
        var program = new Programs(tokens).of(riley, companies.verified(riley));
        var example = (ObjectNode) example("/paths/~1api~1listings/post").deepCopy();
        valid(example, "Listing");

        var draft = send(HttpMethod.POST, "/api/listings", program, example, null);
        assertThat(draft).hasStatus(201);
        valid(tree(draft), "KeptListing");
        valid(tree(draft).get("listing"), "Listing");
        valid(tree(mvc.get().uri("/api/listings").with(program).exchange()), "KeptListings");

        example.remove("reference");
        example.put(
                "ends",
                LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)
                        .plusDays(20)
                        .toString());
        example.put("publish", true);
        var live = send(HttpMethod.POST, "/api/listings", program, example, null);
        assertThat(live).hasStatus(201);
        valid(tree(live), "KeptListing");

        String path = "/api/listings/" + tree(draft).get("id").stringValue();
        var changed = send(HttpMethod.PUT, path, program, example("/paths/~1api~1listings~1{id}/put"), "\"0\"");
        assertThat(changed).hasStatusOk();
        valid(tree(changed), "KeptListing");
        var closed = send(
                HttpMethod.POST,
                "/api/listings/" + tree(live).get("id").stringValue() + "/closure",
                program,
                example("/paths/~1api~1listings~1{id}~1closure/post"),
                null);
        assertThat(closed).hasStatusOk();
        valid(tree(closed), "KeptListing");
    }

    @Test
    void theDocumentIsServedAndNamesThisSite() {
        var answer = mvc.get().uri("/api/openapi.json").exchange();

        assertThat(answer).hasStatusOk().hasContentType("application/json");
        assertThat(tree(answer).get("openapi").stringValue()).startsWith("3.1");
        assertThat(tree(answer).at("/servers/0/url").stringValue()).isEqualTo("http://localhost:8080");
        String etag = requireNonNull(answer.getResponse().getHeader("ETag"));
        assertThat(mvc.get().uri("/api/openapi.json").header("If-None-Match", etag))
                .hasStatus(304);
    }

    @Test
    void thePageShowsAllOfIt() {
        var answer = mvc.get().uri("/api").exchange();

        assertThat(answer).hasStatusOk();
        assertThat(answer.getRequest().getSession(false)).isNull();
        var page = Jsoup.parse(raw(answer));
        document.content()
                .get("paths")
                .forEachEntry((path, methods) ->
                        assertThat(page.select("article code").eachText()).anyMatch(text -> text.endsWith(path)));
        document.content()
                .at("/components/schemas")
                .forEachEntry((name, schema) -> assertThat(page.getElementById("schema-" + name))
                        .as(name)
                        .isNotNull());
        ApiPages.PROBLEMS
                .keySet()
                .forEach(name -> assertThat(page.getElementById("problem-" + name))
                        .as(name)
                        .isNotNull());
        for (var link : page.select("main a[href^=#]")) {
            assertThat(page.getElementById(link.attr("href").substring(1)))
                    .as(link.attr("href"))
                    .isNotNull();
        }
        assertThat(page.text()).doesNotContain("??");
    }

    private MvcTestResult send(
            HttpMethod method,
            String path,
            Programs.Program program,
            JsonNode body,
            @org.jspecify.annotations.Nullable String match) {
        var request = mvc.method(method)
                .uri(path)
                .with(program)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body.toString());
        return (match == null ? request : request.header("If-Match", match)).exchange();
    }

    private JsonNode example(String operation) {
        return document.content().at(operation + "/requestBody/content/application~1json/example");
    }

    private void valid(JsonNode answer, String name) {
        var schema = json.createObjectNode();
        schema.put("$ref", "#/components/schemas/" + name);
        schema.set("components", document.content().get("components"));
        var wrong = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(schema)
                .validate(answer, context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)));
        assertThat(wrong).as(answer.toPrettyString()).isEmpty();
    }

    private void choices(String schema, Enum<?>[] constants) {
        assertThat(document.content()
                        .at("/components/schemas/" + schema + "/enum")
                        .valueStream()
                        .map(JsonNode::stringValue))
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(constants).map(JobsRequests::lower).toList());
    }

    private static Set<String> references(JsonNode node, Set<String> found) {
        if (node.isObject()) {
            node.forEachEntry((name, value) -> {
                if (name.equals("$ref")) {
                    found.add(value.stringValue());
                } else {
                    references(value, found);
                }
            });
        } else if (node.isArray()) {
            node.forEach(each -> references(each, found));
        }
        return found;
    }

    private static String raw(MvcTestResult answer) {
        return new String(answer.getResponse().getContentAsByteArray(), UTF_8);
    }

    private JsonNode tree(MvcTestResult answer) {
        return json.readTree(raw(answer));
    }
}
