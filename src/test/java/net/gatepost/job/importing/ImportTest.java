package net.gatepost.job.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import net.gatepost.ModuleTest;
import net.gatepost.TestClock;
import net.gatepost.account.People;
import net.gatepost.account.People.Person;
import net.gatepost.employer.Companies;
import net.gatepost.job.EmployerListings;
import net.gatepost.job.ListingState;
import net.gatepost.job.ListingView;
import net.gatepost.job.Listings;
import net.gatepost.job.PayPeriod;
import net.gatepost.job.Workplace;
import net.gatepost.web.Role;
import net.gatepost.web.Viewer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** From a file to listings, and what the report says of each row. */
@ModuleTest
class ImportTest {

    private static final String HEADER =
            "reference,title,description,location,employment,clearance,applyurl,citizensonly,citizensonlybasis\n";

    @Autowired
    MockMvcTester browser;

    @Autowired
    People people;

    @Autowired
    Companies companies;

    @Autowired
    Listings listings;

    @Autowired
    EmployerListings ofEmployer;

    @Autowired
    Imports imports;

    @Autowired
    ImportRows rows;

    @Autowired
    ImportRunRepository runs;

    @Autowired
    JdbcClient database;

    @Autowired
    TestClock clock;

    private Person recruiter;
    private UUID employer;

    @BeforeEach
    void anEmployer() {
        recruiter = people.member();
        employer = companies.verified(recruiter);
    }

    @Test
    void aFeedOfIndeedsFormatBecomesListings() throws IOException {
        var run = bringIn(resource("indeed.xml"), false);

        assertThat(outcomes(run)).isEqualTo(Map.of(Outcome.MADE, 2L, Outcome.REFUSED, 1L));
        var one = listing("HR-2026-1041");
        assertThat(one.state()).isEqualTo(ListingState.LIVE);
        assertThat(one.content().place()).isNotNull();
        assertThat(one.content().workplace()).isEqualTo(Workplace.HYBRID);
        assertThat(one.content().payMin()).isEqualTo(142_000_00L);
        assertThat(one.content().description()).contains("- Design filters").doesNotContain("alert", "<");
        assertThat(listing("HR-2026-1042").content().clearance().level()).hasToString("us.secret");
        assertThat(page(run)).contains("We do not know what the clearance “Must be cleared to Omega” means");
    }

    @Test
    void anExportOfAnApplicantTrackingSystemBecomesListings() throws IOException {
        var run = bringIn(resource("ats.csv"), false);

        assertThat(outcomes(run)).isEqualTo(Map.of(Outcome.MADE, 2L, Outcome.REFUSED, 3L));
        var second = listing("R2");
        assertThat(second.content().clearance().willSponsor()).isTrue();
        assertThat(second.content().payPeriod()).isEqualTo(PayPeriod.HOUR);
        assertThat(second.content().workplace()).isEqualTo(Workplace.REMOTE);
        assertThat(page(run))
                .contains("more or fewer fields", "was in the feed before", "/hire/listings/" + second.id());
    }

    @Test
    void theSameFeedAgainChangesNothingAndAnotherWordChangesOneListing() {
        String feed = HEADER + row("A", "Welder", "Secret") + row("B", "Rigger", "None");
        bringIn(feed, false);
        var before = listing("A");

        var again = bringIn(feed, false);
        assertThat(outcomes(again)).isEqualTo(Map.of(Outcome.UNCHANGED, 2L));
        assertThat(listing("A").version()).isEqualTo(before.version());

        var changed = bringIn(feed.replace("Rigger", "Master Rigger"), false);
        assertThat(outcomes(changed)).isEqualTo(Map.of(Outcome.UNCHANGED, 1L, Outcome.CHANGED, 1L));
        assertThat(listing("B").title()).isEqualTo("Master Rigger");
        assertThat(listing("B").postedAt()).isNotNull();
    }

    @Test
    void whatAFullFeedNoLongerNamesIsClosedAndNeverMoreThanHalfUnasked() {
        bringIn(feedOf(10), true);
        assertThat(outcomes(bringIn(feedOf(5), true))).isEqualTo(Map.of(Outcome.UNCHANGED, 5L, Outcome.CLOSED, 5L));

        var halted = bringIn(feedOf(2), true);
        assertThat(state(halted)).isEqualTo(ImportState.HALTED);
        assertThat(listing("N3").isLive()).isTrue();
        assertThat(page(halted)).contains("It would close 3 listings");
        assertThat(send(recruiter, employer, "other.csv", feedOf(2).getBytes(StandardCharsets.UTF_8), false))
                .as("while it waits no other begins")
                .hasStatus(409);

        assertThat(answer(people.member(), halted, "close")).hasStatus(404);
        assertThat(answer(recruiter, halted, "close")).hasStatus(302);
        imports.carryOut(halted);
        assertThat(state(halted)).isEqualTo(ImportState.DONE);
        assertThat(outcomes(halted)).isEqualTo(Map.of(Outcome.UNCHANGED, 2L, Outcome.CLOSED, 3L));
        assertThat(listing("N3").state()).isEqualTo(ListingState.CLOSED);
    }

    @Test
    void whoKeepsThemOpenKeepsThemOpen() {
        bringIn(feedOf(4), true);
        var halted = bringIn(feedOf(1), true);

        assertThat(answer(recruiter, halted, "keep")).hasStatus(302);
        imports.carryOut(halted);

        assertThat(state(halted)).isEqualTo(ImportState.DONE);
        assertThat(listing("N3").isLive()).isTrue();
    }

    @Test
    void aRefusedRowDoesNotCloseItsListing() {
        bringIn(HEADER + row("A", "Welder", "Secret") + row("B", "Rigger", "None"), true);

        var run = bringIn(HEADER + row("A", "Welder", "Gibberish") + row("B", "Rigger", "None"), true);

        assertThat(outcomes(run)).isEqualTo(Map.of(Outcome.REFUSED, 1L, Outcome.UNCHANGED, 1L));
        assertThat(listing("A").isLive()).isTrue();
    }

    @Test
    void besideARowWhoseNumberCanNotBeReadNothingIsClosedUnasked() {
        bringIn(feedOf(6), true);

        var marked = bringIn(feedOf(5) + row("N5", "TOP SECRET//SI//NOFORN", "Secret"), true);
        assertThat(state(marked)).isEqualTo(ImportState.HALTED);
        assertThat(listing("N5").isLive()).isTrue();
        assertThat(answer(recruiter, marked, "keep")).hasStatus(302);

        var broken = bringIn(feedOf(5) + "N5,too few\n", true);
        assertThat(state(broken)).isEqualTo(ImportState.HALTED);
        assertThat(answer(recruiter, broken, "close")).hasStatus(302);
        imports.carryOut(broken);
        assertThat(listing("N5").state()).isEqualTo(ListingState.CLOSED);
    }

    @Test
    void aRowThatCanNotBePublishedIsRefusedAloneAndThoseAroundItAreMade() {
        var run = bringIn(
                HEADER + row("A", "Welder", "Secret")
                        + "B,Rigger,,\"Fort Meade, MD\",fulltime,Secret,https://ats.example/B,,\n"
                        + row("C", "Cook", "None"),
                false);

        assertThat(outcomes(run)).isEqualTo(Map.of(Outcome.MADE, 2L, Outcome.REFUSED, 1L));
        assertThat(ofEmployer.byReference(viewer(), employer, "B")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            $80,000 - $100,000 a year | 8000000 | 10000000 | YEAR | USD
            £45 to £60 per hour       | 4500    | 6000     | HOUR | GBP
            $140-160K                 | 14000000 | 16000000 | YEAR | USD
            120,000 CAD annually      | 12000000 | 12000000 | YEAR | CAD
            $55 - $70                 | 5500    | 7000     | HOUR | USD
            $8,000 a month            |         |          | YEAR | USD
            Competitive               |         |          | YEAR | USD
            """)
    void payInWordsIsReadOrLeftOut(String words, Long min, Long max, PayPeriod period, String currency) {
        bringIn(
                "reference,title,description,location,clearance,salary\nP,Cook,Soup,\"Fort Meade, MD\",None,\"" + words
                        + "\"\n",
                false);

        var content = listing("P").content();
        assertThat(content.payMin()).isEqualTo(min);
        assertThat(content.payMax()).isEqualTo(max);
        assertThat(content.payPeriod()).isEqualTo(period);
        assertThat(content.payCurrency().getCurrencyCode()).isEqualTo(currency);
    }

    @Test
    void aPageThatFollowsTheProgressIsShownAfreshWhenItIsOver() {
        var run = begin(feedOf(1), false);
        assertThat(browser.get().uri("/hire/import/runs/" + run).with(recruiter).header("HX-Request", "true"))
                .hasStatusOk()
                .doesNotContainHeader("HX-Refresh")
                .bodyText()
                .contains("0 of 1 rows", "id=\"progress-now\"");

        imports.carryOut(run);
        assertThat(browser.get().uri("/hire/import/runs/" + run).with(recruiter).header("HX-Request", "true"))
                .hasHeader("HX-Refresh", "true");
        assertThat(browser.get().uri("/hire/import/runs/" + run).with(recruiter))
                .doesNotContainHeader("HX-Refresh");
    }

    @Test
    void aRejectedFormKeepsWhatWasTicked() {
        assertThat(send(recruiter, employer, "a.csv", new byte[] {'x'}, true))
                .hasStatus(422)
                .bodyText()
                .containsOnlyOnce("checked=\"checked\"");
    }

    @Test
    void aClosedListingIsNotOpenedAgain() {
        bringIn(HEADER + row("A", "Welder", "Secret"), false);
        listings.close(viewer(), listing("A").id(), net.gatepost.job.CloseReason.FILLED_HERE);

        var run = bringIn(HEADER + row("A", "Welder", "Secret"), false);

        assertThat(outcomes(run)).isEqualTo(Map.of(Outcome.REFUSED, 1L));
        assertThat(page(run)).contains("a closed listing stays closed");
    }

    @Test
    void aCrashInTheMiddleGoesOnWhereItWas() {
        var run = begin(feedOf(60), false);
        assertThat(rows.waiting(run, 100)).hasSize(60);
        database.sql("update import_row set fields = '{\"TITLE\":' where run_id = ? and ordinal = 54")
                .param(run)
                .update();
        assertThatThrownBy(() -> imports.carryOut(run))
                .as("as if the process had died")
                .isNotNull();
        assertThat(outcomes(run)).isEqualTo(Map.of(Outcome.MADE, 50L, Outcome.WAITING, 10L));
        database.sql("update import_row set outcome = 'REFUSED' where run_id = ? and ordinal = 54")
                .param(run)
                .update();

        imports.carryOut(run);
        imports.carryOut(run);

        assertThat(state(run)).isEqualTo(ImportState.DONE);
        assertThat(outcomes(run)).isEqualTo(Map.of(Outcome.MADE, 59L, Outcome.REFUSED, 1L));
        assertThat(ofEmployer.part(viewer(), employer, null, 100)).hasSize(59);
    }

    @Test
    void twoWhoCarryOutTheSameRunDoEachRowOnce() throws Exception {
        var run = begin(feedOf(30), false);
        var both = java.util.concurrent.Executors.newFixedThreadPool(2);
        try {
            List<java.util.concurrent.Callable<Boolean>> same = List.of(
                    () -> {
                        imports.carryOut(run);
                        return true;
                    },
                    () -> {
                        imports.carryOut(run);
                        return true;
                    });
            for (var done : both.invokeAll(same)) {
                assertThat(done.get()).isTrue();
            }
        } finally {
            both.shutdownNow();
        }
        assertThat(ofEmployer.part(viewer(), employer, null, 50)).hasSize(30);
        assertThat(outcomes(run)).isEqualTo(Map.of(Outcome.MADE, 30L));
    }

    @Test
    void aMarkedRowIsRefusedAndNothingOfItIsKept() {
        var run = bringIn(
                HEADER
                        + row("A", "Welder", "Secret")
                        + row("B", "TOP SECRET//SI//NOFORN project quetzalcoatl", "Secret"),
                false);

        assertThat(outcomes(run)).isEqualTo(Map.of(Outcome.MADE, 1L, Outcome.REFUSED, 1L));
        assertThat(page(run)).contains("marking of classified").doesNotContain("quetzalcoatl");
        assertThat(database.sql(
                                "select count(*) from import_row where fields like '%quetzal%' or title like '%quetzal%'")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void htmlInEveryFieldIsShownAsItWasTyped() {
        String html = "<img src=x onerror=alert(1)>";
        var run = bringIn(
                "reference,title,description,location,clearance,applyurl,client,openings\n"
                        + "\"X1\",\"T " + html + "\",\"D " + html + "\",\"" + html + "\",\"" + html + "\",\"" + html
                        + "\",\"" + html + "\",\"" + html + "\"\n\"" + html + "\",A,B,C,None,,,\n",
                false);

        assertThat(outcomes(run)).isEqualTo(Map.of(Outcome.REFUSED, 2L));
        assertThat(page(run)).doesNotContain(html).contains("&lt;img src=x onerror=alert(1)&gt;");
    }

    @Test
    void anUnverifiedEmployersRowsBecomeDraftsAndGoLiveOnceItIsVerified() {
        var sasha = people.member();
        var pending = companies.pending(sasha);
        String feed = HEADER + row("A", "Welder", "Secret");
        var run = begin(sasha, pending, feed, false);
        imports.carryOut(run);
        assertThat(outcomes(run)).isEqualTo(Map.of(Outcome.DRAFTED, 1L));

        companies.verify(pending);
        var again = begin(sasha, pending, feed, false);
        imports.carryOut(again);

        assertThat(outcomes(again)).isEqualTo(Map.of(Outcome.MADE, 1L));
    }

    @Test
    void aRecruiterWhoIsRemovedInTheMiddleEndsIt() {
        var run = begin(feedOf(3), false);
        database.sql("delete from employer_recruiter where account_id = ?")
                .param(recruiter.id())
                .update();

        imports.carryOut(run);

        assertThat(state(run)).isEqualTo(ImportState.FAILED);
        assertThat(runs.findById(run).orElseThrow().failure()).contains("does not recruit for this employer");
        assertThat(browser.get().uri("/hire/import/runs/" + run).with(recruiter))
                .hasStatus(404);
    }

    @Test
    void whatIsNoFeedIsRefusedBesideTheFile() {
        var bad = Map.of(
                "bomb.xml", "<!DOCTYPE a [<!ENTITY b \"c\">]><a><job/></a>",
                "page.xml", "<html><body>Sign in</body></html>",
                "cut.xml", "<source><job><title>A</title>",
                "words.csv", "just words",
                "empty.csv", "");
        bad.forEach((name, content) -> assertThat(
                        send(recruiter, employer, name, content.getBytes(StandardCharsets.UTF_8), false))
                .as(name)
                .hasStatus(422)
                .bodyText()
                .contains("id=\"file-error\""));
        assertThat(runs.findByEmployerIdOrderByBeganAtDescIdDesc(
                        employer, org.springframework.data.domain.PageRequest.of(0, 5)))
                .isEmpty();
    }

    @Test
    void aPackedFileIsUnpacked() throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(feedOf(2).getBytes(StandardCharsets.UTF_8));
        }
        assertThat(outcomes(bringIn(packed.toByteArray(), false))).isEqualTo(Map.of(Outcome.MADE, 2L));
    }

    @Test
    void anotherEmployersImportsAreNotThere() {
        var run = bringIn(feedOf(1), false);
        var rival = people.member();
        companies.verified(rival);

        assertThat(browser.get().uri("/hire/import?employer=" + employer).with(rival))
                .hasStatus(404);
        assertThat(browser.get().uri("/hire/import/runs/" + run).with(rival)).hasStatus(404);
        assertThat(answer(rival, run, "close")).hasStatus(404);
        assertThat(send(rival, employer, "a.csv", feedOf(1).getBytes(StandardCharsets.UTF_8), false))
                .hasStatus(404);
        for (String act : List.of("source", "source/pause", "source/removal")) {
            assertThat(browser.post()
                            .uri("/hire/import/" + employer + "/" + act)
                            .with(rival)
                            .with(csrf())
                            .param("address", "https://feed.example/jobs.xml")
                            .param("hours", "24"))
                    .as(act)
                    .hasStatus(404);
        }
    }

    @Test
    void aFeedIsFetchedAgainAndAgainAndAHostInTheOwnNetworkIsNot() {
        assertThat(source("http://feed.example/jobs.xml", "24")).hasStatus(422);
        assertThat(source("https://riley:secret@feed.example/", "24")).hasStatus(422);
        assertThat(source("https://feed.example/jobs.xml", "7")).hasStatus(422);
        assertThat(source("https://127.0.0.1/jobs.xml", "24")).hasStatus(302);

        imports.beginDue();
        var run = imports.of(viewer(), employer, 1).getContent().get(0).run();
        imports.carryOut(run.id());

        assertThat(state(run.id())).isEqualTo(ImportState.FAILED);
        assertThat(page(run.id())).contains("is not on the public Internet");
        imports.beginDue();
        assertThat(imports.of(viewer(), employer, 1)).as("not before its time").hasSize(1);
        clock.advance(Duration.ofHours(25));
        imports.beginDue();
        imports.beginDue();
        assertThat(imports.of(viewer(), employer, 1)).hasSize(2);
        assertThat(browser.get().uri("/hire/import?employer=" + employer).with(recruiter))
                .bodyText()
                .contains("https://127.0.0.1/jobs.xml", "Every 24 hours");
    }

    @Test
    void aFeedThatWasFetchedWhileTheClockRanAheadIsFetchedAgainOnceItIsRight() {
        source("https://127.0.0.1/jobs.xml", "24");
        clock.advance(Duration.ofDays(400));
        imports.beginDue();
        imports.carryOut(
                imports.of(viewer(), employer, 1).getContent().get(0).run().id());

        clock.advance(Duration.ofDays(-400));
        imports.beginDue();

        assertThat(imports.of(viewer(), employer, 1)).hasSize(2);
    }

    @Test
    void aPausedFeedRests() {
        source("https://127.0.0.1/jobs.xml", "1");
        post("/hire/import/" + employer + "/source/pause", Map.of("paused", "true"));
        imports.beginDue();
        assertThat(imports.of(viewer(), employer, 1)).isEmpty();

        post("/hire/import/" + employer + "/source/pause", Map.of("paused", "false"));
        imports.beginDue();
        assertThat(imports.of(viewer(), employer, 1)).hasSize(1);

        post("/hire/import/" + employer + "/source/removal", Map.of());
        assertThat(imports.source(viewer(), employer)).isEmpty();
    }

    @Test
    void aFileWhoseReadingWasInterruptedDoesNotStandInTheWay() {
        var left = runs.saveAndFlush(new ImportRun(employer, recruiter.id(), null, "left.csv", false, clock.instant()));
        clock.advance(Duration.ofMinutes(16));

        imports.beginDue();

        assertThat(state(left.id())).isEqualTo(ImportState.FAILED);
        bringIn(feedOf(1), false);
    }

    private String feedOf(int jobs) {
        return HEADER
                + IntStream.range(0, jobs)
                        .mapToObj(at -> row("N" + at, "Job number " + at, "Secret"))
                        .collect(Collectors.joining());
    }

    private static String row(String reference, String title, String clearance) {
        return reference + "," + title + ",\"Words about " + title + "\",\"Fort Meade, MD\",fulltime," + clearance
                + ",https://ats.example/" + reference + ",,\n";
    }

    private UUID bringIn(String feed, boolean full) {
        return bringIn(feed.getBytes(StandardCharsets.UTF_8), full);
    }

    private UUID bringIn(byte[] feed, boolean full) {
        var run = idIn(send(recruiter, employer, "feed.csv", feed, full));
        imports.carryOut(run);
        return run;
    }

    private UUID begin(String feed, boolean full) {
        return begin(recruiter, employer, feed, full);
    }

    private UUID begin(Person person, UUID of, String feed, boolean full) {
        return idIn(send(person, of, "feed.csv", feed.getBytes(StandardCharsets.UTF_8), full));
    }

    private static UUID idIn(MvcTestResult sent) {
        assertThat(sent).hasStatus(302);
        String location = String.valueOf(sent.getResponse().getRedirectedUrl());
        return UUID.fromString(location.substring(location.lastIndexOf('/') + 1));
    }

    private MvcTestResult send(Person person, UUID of, String name, byte[] content, boolean full) {
        return browser.post()
                .uri("/hire/import/" + of + "/files")
                .multipart()
                .file(new MockMultipartFile("file", name, "text/csv", content))
                .with(person)
                .with(csrf())
                .param("full", String.valueOf(full))
                .exchange();
    }

    private MvcTestResult answer(Person person, UUID run, String answer) {
        return browser.post()
                .uri("/hire/import/runs/" + run + "/closing")
                .with(person)
                .with(csrf())
                .param("answer", answer)
                .exchange();
    }

    private MvcTestResult source(String address, String hours) {
        return post("/hire/import/" + employer + "/source", Map.of("address", address, "hours", hours));
    }

    private MvcTestResult post(String path, Map<String, String> fields) {
        var request = browser.post().uri(path).with(recruiter).with(csrf());
        fields.forEach(request::param);
        return request.exchange();
    }

    private String page(UUID run) {
        var answer =
                browser.get().uri("/hire/import/runs/" + run).with(recruiter).exchange();
        assertThat(answer).hasStatusOk();
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private Map<Outcome, Long> outcomes(UUID run) {
        return rows.counts(run);
    }

    private ImportState state(UUID run) {
        return runs.findById(run).orElseThrow().state();
    }

    private ListingView listing(String reference) {
        Optional<ListingView> found = ofEmployer.byReference(viewer(), employer, reference);
        return found.orElseThrow();
    }

    private Viewer viewer() {
        return new Viewer(recruiter.id(), "Robin Test", Set.of(Role.MEMBER));
    }

    private static byte[] resource(String name) throws IOException {
        try (var stream = ImportTest.class.getResourceAsStream(name)) {
            return java.util.Objects.requireNonNull(stream).readAllBytes();
        }
    }
}
