package net.gatepost.candidate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import net.gatepost.ModuleTest;
import net.gatepost.TestClock;
import net.gatepost.account.People;
import net.gatepost.account.People.Person;
import net.gatepost.account.PeopleDesk;
import net.gatepost.candidate.saved.RecruiterSearchAlerts;
import net.gatepost.candidate.search.CandidateQuery;
import net.gatepost.candidate.search.CandidateSearch;
import net.gatepost.candidate.search.ClearanceFilter;
import net.gatepost.candidate.search.HeldStatus;
import net.gatepost.candidate.search.InvestigationAge;
import net.gatepost.clearance.Access;
import net.gatepost.clearance.Clearance;
import net.gatepost.clearance.Investigation;
import net.gatepost.clearance.Polygraph;
import net.gatepost.clearance.PolygraphExam;
import net.gatepost.clearance.PolygraphRequirement;
import net.gatepost.clearance.RequirementKey;
import net.gatepost.employer.Companies;
import net.gatepost.employer.Employers;
import net.gatepost.mail.EmailAddress;
import net.gatepost.web.NotFound;
import net.gatepost.web.Role;
import net.gatepost.web.TooManyRequests;
import net.gatepost.web.Viewer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Who finds whom. Nothing keeps the index in step here: it follows only where a test says so, and until then the database
 * decides alone.
 */
@ModuleTest
@DirtiesContext
@Tag("search")
@TestPropertySource(
        properties = {
            "spring.jpa.properties.hibernate.search.coordination.event_processor.enabled=false",
            "gatepost.candidates.looks-of-recruiter=10",
            "gatepost.candidates.looks-of-employer=15"
        })
class BeingFoundTest {

    @Autowired
    MockMvcTester browser;

    @Autowired
    People people;

    @Autowired
    Companies companies;

    @Autowired
    Employers employers;

    @Autowired
    Candidates candidates;

    @Autowired
    Blocks blocks;

    @Autowired
    Looks looks;

    @Autowired
    Ledger ledger;

    @Autowired
    Requests requests;

    @Autowired
    Grants grants;

    @Autowired
    CandidateIndex index;

    @Autowired
    CandidateSearch search;

    @Autowired
    CandidateMonth month;

    @Autowired
    PeopleDesk desk;

    @Autowired
    RecruiterSearchAlerts alerts;

    @Autowired
    Findable findable;

    @Autowired
    WithheldRepository withheld;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient database;

    @Autowired
    TestClock clock;

    private final String word = "w" + UUID.randomUUID().toString().replace("-", "");

    Person person;
    Viewer casey;
    Person riley;
    UUID employer;
    Person rival;
    UUID rivals;

    @BeforeEach
    void aMemberAndTwoEmployers() {
        person = people.named("Zebedee Quillfeather", new EmailAddress("zq-" + word + "@people.example"));
        casey = new Viewer(person.id(), "Zebedee Quillfeather", Set.of(Role.MEMBER));
        candidates.change(
                casey, -1, new Basics("Radar engineer " + word, "I know radar. Zebedee is my name.", List.of("Radar")));
        riley = people.member();
        employer = companies.verified(riley);
        rival = people.member();
        rivals = companies.verified(rival);
    }

    // Who is found

    @Test
    void whoHasSaidNothingIsSealedAndFoundByNobody() {
        index.rebuild();

        assertThat(isListed(riley, employer)).isFalse();
        assertThat(pageOf(riley, employer)).hasStatus(404);
        assertThat(ledger.count(casey)).isZero();
    }

    @Test
    void whoIsMaskedIsFoundWithoutNameContactEmployerAndExactDates() {
        candidates.change(
                casey, -1, new Personal("US", null, "+1 555 0100", "Larkspur Harbor", "larkspur-" + word + ".example"));
        candidates.add(
                casey,
                Section.WORK,
                UUID.randomUUID(),
                new Work(
                        "Lead",
                        "Larkspur Harbor",
                        "Laurel, MD",
                        YearMonth.of(2021, 3),
                        null,
                        "At Larkspur Harbor since March 2021"));
        candidates.add(
                casey,
                Section.CLEARANCES,
                UUID.randomUUID(),
                Clearance.inAccess("us.top-secret", Access.SCI)
                        .grantedIn(YearMonth.of(2022, 7))
                        .withPolygraph(new PolygraphExam(Polygraph.CI, YearMonth.of(2022, 5), "Agency Nine"))
                        .withInvestigation(new Investigation("us.t5", YearMonth.of(2022, 6), true)));
        show(Visibility.MASKED);
        index.rebuild();

        var list = list(riley, employer, word);
        assertThat(list.select(".entries > li")).hasSize(1);
        var page = html(pageOf(riley, employer));
        assertThat(page.text()).contains("A cleared professional", "Radar engineer", "Top Secret, SCI");
        assertThat(list.outerHtml() + page.outerHtml())
                .doesNotContain("Zebedee", "Quillfeather", "zq-", "555 0100", "Larkspur", "larkspur", "Agency Nine")
                .doesNotContain("2021", "2022", "March", "July", "May ", "June")
                .doesNotContain(person.id().toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Zebedee", "Quillfeather", "Larkspur", "5550100", "0100", "Agency Nine"})
    void theIndexFindsNobodyByWhatAMaskedProfileDoesNotShow(String identifying) {
        candidates.change(
                casey, -1, new Personal("US", null, "+1 555 0100", "Larkspur Harbor", "larkspur-" + word + ".example"));
        candidates.add(
                casey,
                Section.WORK,
                UUID.randomUUID(),
                new Work("Lead", "Larkspur Harbor", null, YearMonth.of(2021, 3), null, "Larkspur Harbor radar"));
        show(Visibility.OPEN);
        index.rebuild();

        assertThat(found(riley, employer, word)).isEqualTo(1);
        assertThat(found(riley, employer, word + " " + identifying)).isZero();
    }

    @Test
    void whoIsOpenIsFoundByNameByRecruitersOfVerifiedEmployersOnly() {
        show(Visibility.OPEN);
        index.rebuild();

        assertThat(list(riley, employer, word).text())
                .as("a list names nobody, because it stands in no ledger")
                .contains("With their name")
                .doesNotContain("Zebedee", "Quillfeather");
        assertThat(html(pageOf(rival, rivals)).select("h1").text()).isEqualTo("Zebedee Quillfeather");
        var waiting = people.member();
        companies.pending(waiting);
        for (var nobody : List.of(waiting, people.member(), people.editor(), people.administrator())) {
            assertThat(browser.get().uri("/hire/candidates").with(nobody)).hasStatus(403);
            assertThat(browser.get().uri("/hire/candidates/" + handle()).with(nobody))
                    .hasStatus(403);
        }
        assertThat(browser.get().uri("/hire/candidates")).hasStatus(302);
    }

    @Test
    void whoseEmployerIsSuspendedFindsNobodyWithTheNextRequest() {
        show(Visibility.OPEN);
        index.rebuild();
        assertThat(isListed(riley, employer)).isTrue();

        companies.suspend(employer);

        assertThat(browser.get().uri("/hire/candidates").with(riley)).hasStatus(403);
        assertThat(pageOf(riley, employer)).hasStatus(403);
    }

    @Test
    void nobodyLooksForAnEmployerThatIsNotTheirs() {
        show(Visibility.OPEN);
        index.rebuild();

        assertThat(browser.get().uri("/hire/candidates?employer=" + rivals).with(riley))
                .hasStatus(404);
        assertThat(pageOf(riley, rivals)).hasStatus(404);
        assertThat(browser.get().uri("/hire/candidates?employer=nonsense").with(riley))
                .hasStatus(404);
    }

    @Test
    void fewerThanFiveAreNotCounted() {
        show(Visibility.MASKED);
        index.rebuild();

        assertThat(list(riley, employer, word).select("#found").text()).isEqualTo("Fewer than 5 members");
    }

    @Test
    void whoIsFoundHoldsAtLeastWhatIsAskedWithThePolygraphOfThatVeryClearance() {
        candidates.add(
                casey,
                Section.CLEARANCES,
                UUID.randomUUID(),
                Clearance.inAccess("us.top-secret", Access.SCI)
                        .withPolygraph(new PolygraphExam(Polygraph.FULL_SCOPE, null, null)));
        show(Visibility.MASKED);
        index.rebuild();

        assertThat(holding("us.secret", PolygraphRequirement.NONE)).isEqualTo(1);
        assertThat(holding("us.top-secret+sci", PolygraphRequirement.CI)).isEqualTo(1);
        assertThat(holding("us.top-secret+sap", PolygraphRequirement.NONE)).isZero();
        assertThat(holding("us.doe-q", PolygraphRequirement.NONE)).isZero();
    }

    @Test
    void aClearanceThatIsOnlyRememberedIsNotInUse() {
        candidates.add(
                casey,
                Section.CLEARANCES,
                UUID.randomUUID(),
                Clearance.lastUsed(YearMonth.of(2026, 3), "us.top-secret"));
        show(Visibility.MASKED);
        index.rebuild();

        var secret = asking("us.secret");
        assertThat(found(secret)).isEqualTo(1);
        assertThat(found(secret.with(HeldStatus.CURRENT))).isEqualTo(1);
        assertThat(found(secret.with(HeldStatus.ACTIVE))).isZero();
    }

    @Test
    void aClearanceStopsBeingCurrentWithTheMonthAlthoughNobodyChangesAnything() {
        candidates.add(
                casey,
                Section.CLEARANCES,
                UUID.randomUUID(),
                Clearance.lastUsed(thisMonth().minusMonths(24), "us.top-secret"));
        show(Visibility.MASKED);
        index.rebuild();
        var current = asking("us.secret").with(HeldStatus.CURRENT);
        assertThat(found(current)).isEqualTo(1);
        int before = waitingForTheIndex();
        month.bringUpToDate();
        assertThat(waitingForTheIndex()).isEqualTo(before);

        clock.advance(Duration.ofDays(31));
        month.bringUpToDate();
        assertThat(waitingForTheIndex()).isEqualTo(before + 1);
        index.rebuild();

        assertThat(found(current)).isZero();
        assertThat(found(current.with(HeldStatus.ANY))).isEqualTo(1);
        assertThat(search.outdated(thisMonth(), null, 10)).isEmpty();
    }

    @Test
    void theAgeOfAnInvestigationCountsWithItsOwnClearance() {
        candidates.add(
                casey,
                Section.CLEARANCES,
                UUID.randomUUID(),
                Clearance.inAccess("us.secret")
                        .withInvestigation(
                                new Investigation("us.t3", thisMonth().minusYears(1), false)));
        candidates.add(
                casey,
                Section.CLEARANCES,
                UUID.randomUUID(),
                Clearance.lastUsed(thisMonth().minusMonths(20), "us.top-secret")
                        .withInvestigation(
                                new Investigation("us.t5", thisMonth().minusYears(6), false)));
        show(Visibility.MASKED);
        index.rebuild();

        var topSecret = asking("us.top-secret").with(InvestigationAge.SEVEN_YEARS);
        assertThat(found(asking("us.secret").with(InvestigationAge.FIVE_YEARS))).isEqualTo(1);
        assertThat(found(topSecret)).isEqualTo(1);
        assertThat(found(topSecret.with(InvestigationAge.FIVE_YEARS))).isZero();
        assertThat(found(topSecret.with(HeldStatus.ACTIVE))).isZero();
    }

    @Test
    void aSkillIsFoundWhereverTheProfileNamesItAndWhoHasMoreOfWhatIsWantedStandsFirst() {
        candidates.add(
                casey,
                Section.WORK,
                UUID.randomUUID(),
                new Work("Lead", "Harbor", null, YearMonth.of(2021, 3), null, "Kubernetes and Java, day in, day out"));
        show(Visibility.MASKED);
        var other = new Viewer(people.member().id(), "Robin Test", Set.of(Role.MEMBER));
        candidates.change(other, -1, new Basics("Newer " + word, null, List.of("kubernetes")));
        candidates.show(other, Visibility.MASKED, null);
        index.rebuild();

        var any = CandidateQuery.EVERYBODY.withText(word);
        assertThat(found(riley, employer, any.with(List.of("Kubernetes")))).isEqualTo(2);
        assertThat(found(riley, employer, any.with(List.of("Java", "Kubernetes"))))
                .isEqualTo(1);
        var page = html(browser.get()
                .uri("/hire/candidates?employer=" + employer + "&want=kubernetes&want=java&q=" + word)
                .with(riley)
                .exchange());
        assertThat(page.select(".entries > li .reasons").eachText())
                .containsExactly("Has Kubernetes, Java (2 of 2)", "Has Kubernetes (1 of 2) Doesn’t name Java");
    }

    @Test
    void theTextOfAJobBecomesASearchThatSaysWhatWasNotUnderstood() {
        var answer = browser.post()
                .uri("/hire/candidates/for-job")
                .param("employer", employer.toString())
                .param("text", """
                        Platform Engineer Fort Meade, MD
                        Active TS/SCI clearance required, CI polygraph required. Kubernetes and Java.""")
                .with(riley)
                .with(csrf())
                .exchange();

        assertThat(answer).hasStatus(302);
        assertThat(answer.getMvcResult().getResponse().getRedirectedUrl())
                .contains("holds=us.top-secret%2Bsci", "polygraph=ci", "place=Fort+Meade", "want=Kubernetes&want=Java")
                .doesNotContain("Platform");
        assertThat(answer.getMvcResult().getFlashMap().get("jobRemarks")).isEqualTo(List.of());
        var nothing = browser.post()
                .uri("/hire/candidates/for-job")
                .param("text", "Come and join us")
                .with(riley)
                .with(csrf())
                .exchange();
        assertThat(nothing).hasStatus(422).bodyText().contains("Come and join us", "We find no clearance");
    }

    // Kept searches

    @Test
    void aKeptSearchTellsHowManyAreNewOnDaysThatAreOverAndNeverWho() {
        show(Visibility.MASKED);
        keep("q=" + word + "&status=active");
        index.rebuild();
        alerts.run();
        assertThat(told()).isEmpty();

        clock.advance(Duration.ofDays(1));
        alerts.run();
        alerts.run();

        assertThat(told())
                .singleElement()
                .satisfies(notice -> assertThat(notice)
                        .startsWith("candidate.notice.search.few ")
                        .doesNotContain("Zebedee"));
        clock.advance(Duration.ofDays(1));
        alerts.run();
        assertThat(told()).hasSize(1);
    }

    @Test
    void aKeptSearchThatToldWhileTheClockRanAheadGoesOnOnceItIsRight() {
        show(Visibility.MASKED);
        keep("q=" + word + "&status=active");
        index.rebuild();
        database.sql("update recruiter_search set told_until = told_until + interval '400' day")
                .update();
        alerts.run();
        assertThat(told()).isEmpty();

        clock.advance(Duration.ofDays(1));
        alerts.run();

        assertThat(told()).hasSize(1);
    }

    @Test
    void aKeptSearchOfSomebodyWhoMayNotLookAnyMoreTellsOfNothing() {
        show(Visibility.MASKED);
        keep("q=" + word);
        index.rebuild();
        companies.suspend(employer);

        clock.advance(Duration.ofDays(1));
        alerts.run();

        assertThat(told()).isEmpty();
    }

    @Test
    void theSameSearchIsKeptOnceAndNoMoreThanTwentyAre() {
        assertThat(keep("q=" + word)).hasStatus(302);
        assertThat(keep("q=" + word)).hasStatus(302);
        for (int number = 1; number < 20; number++) {
            assertThat(keep("q=" + word + number)).hasStatus(302);
        }

        assertThat(keep("q=" + word + "more")).hasStatus(422).bodyText().contains("Remove one first");

        var list =
                html(browser.get().uri("/hire/candidates/searches").with(riley).exchange());
        assertThat(list.select(".entries > li")).hasSize(20);
        assertThat(html(browser.get()
                                .uri("/hire/candidates/searches")
                                .with(rival)
                                .exchange())
                        .select(".entries > li"))
                .isEmpty();
    }

    private MvcTestResult keep(String address) {
        return browser.post()
                .uri("/hire/candidates/searches?" + address)
                .param("employer", employer.toString())
                .param("name", "Radar people")
                .param("often", "DAILY")
                .with(riley)
                .with(csrf())
                .exchange();
    }

    private List<String> told() {
        return database.sql(
                        "select message_key, arguments from notice where account_id = ? and kind = 'CANDIDATE_SEARCH'")
                .param(riley.id())
                .query((row, number) -> row.getString(1) + ' ' + row.getString(2))
                .list();
    }

    private YearMonth thisMonth() {
        return YearMonth.from(clock.instant().atZone(ZoneOffset.UTC));
    }

    private int waitingForTheIndex() {
        return database.sql("select count(*) from hsearch_outbox_event where entity_id = ?")
                .param(database.sql("select id from candidate_profile where account_id = ?")
                        .param(casey.id())
                        .query((row, number) -> row.getObject(1, UUID.class).toString())
                        .single())
                .query(Integer.class)
                .single();
    }

    @Test
    void whoCouldStartEarlierOrWouldMoveFartherIsFoundToo() {
        candidates.change(casey, version(), new Plans(List.of(), Relocation.ABROAD, Availability.TWO_WEEKS));
        show(Visibility.MASKED);
        index.rebuild();

        var any = CandidateQuery.EVERYBODY.withText(word);
        assertThat(found(riley, employer, any.available(Availability.ONE_MONTH)))
                .isEqualTo(1);
        assertThat(found(riley, employer, any.available(Availability.AT_ONCE))).isZero();
        assertThat(found(riley, employer, any.moving(Relocation.WITHIN_COUNTRY)))
                .isEqualTo(1);
        candidates.change(casey, version(), new Plans(List.of(), Relocation.NO, Availability.TWO_WEEKS));
        index.rebuild();
        assertThat(found(riley, employer, any.moving(Relocation.WITHIN_COUNTRY)))
                .isZero();
    }

    @Test
    void eachChoiceSaysHowManyItWouldFindButNoNumberBelowFive() {
        Viewer last = casey;
        for (int i = 0; i < 6; i++) {
            last = new Viewer(people.member().id(), "Robin Test", Set.of(Role.MEMBER));
            candidates.change(last, -1, new Basics("Counted " + word, null, List.of()));
            candidates.add(
                    last,
                    Section.CLEARANCES,
                    UUID.randomUUID(),
                    Clearance.inAccess(i < 2 ? "us.top-secret" : "us.secret"));
            candidates.show(last, Visibility.MASKED, null);
        }
        index.rebuild();

        assertThat(levels()).contains("Secret (6)", "Top Secret (fewer than 5)").doesNotContain("DOE Q");
        candidates.show(last, Visibility.SEALED, null);
        assertThat(levels()).contains("Secret (5)");
        assertThat(list(riley, employer, word).select("#found").text()).isEqualTo("5 members");
    }

    private List<String> levels() {
        return list(riley, employer, word).select("#holds option").eachText();
    }

    // What takes effect with the next request, while the index stands still

    @Test
    void sealingTakesEffectWithTheNextRequest() {
        show(Visibility.MASKED);
        index.rebuild();
        assertThat(isListed(riley, employer)).isTrue();

        assertThat(post("/me/privacy/visibility", "visibility", "SEALED")).hasStatus(302);

        assertGoneFor(riley, employer);
        assertGoneFor(rival, rivals);
    }

    @Test
    void whoIsDisabledIsNeitherFoundNorCountedFromTheNextSearchOn() {
        show(Visibility.MASKED);
        index.rebuild();
        assertThat(found(riley, employer, word)).isEqualTo(1);
        var administrator = new Viewer(people.administrator().id(), "Robin Test", Set.of(Role.ADMINISTRATOR));

        desk.disable(administrator, casey.id(), "They asked for it.");
        assertThat(found(riley, employer, word)).isZero();
        index.rebuild();
        assertThat(found(riley, employer, word)).isZero();

        desk.enable(administrator, casey.id(), "They are back.");
        index.rebuild();
        assertThat(found(riley, employer, word)).isEqualTo(1);
    }

    @Test
    void notLookingSealsInOneClickAndCanBeUndone() {
        candidates.change(casey, -1, new Plans(List.of(), null, Availability.AT_ONCE));
        show(Visibility.MASKED);
        index.rebuild();

        var answer = post("/me/privacy/rest");
        assertGoneFor(riley, employer);
        assertThat(candidates.profileOf(casey).plans().availability()).isEqualTo(Availability.NOT_LOOKING);

        var before = answer.getMvcResult().getFlashMap();
        post(
                "/me/privacy/visibility",
                "visibility",
                String.valueOf(before.get("undoVisibility")),
                "availability",
                String.valueOf(before.get("undoAvailability")));
        assertThat(candidates.profileOf(casey).plans().availability()).isEqualTo(Availability.AT_ONCE);
        assertThat(isListed(riley, employer)).isTrue();
    }

    @Test
    void blockingTakesEffectWithTheNextRequestForThatEmployerAlone() {
        show(Visibility.MASKED);
        index.rebuild();

        assertThat(post("/me/privacy/blocks", "employer", employer.toString())).hasStatus(302);

        assertGoneFor(riley, employer);
        assertThat(isListed(rival, rivals)).isTrue();

        post("/me/privacy/blocks/" + employer + "/removal");
        assertThat(isListed(riley, employer)).isTrue();
    }

    @Test
    void whoReadsForABlockedEmployerDoesNotFindThemForAnotherEither() {
        show(Visibility.MASKED);
        index.rebuild();
        UUID second = companies.verified(riley);
        assertThat(isListed(riley, second)).isTrue();

        blocks.block(casey, employer);

        assertGoneFor(riley, second);
    }

    @Test
    void aBlockShutsWhatAnApplicationLetsItsEmployerSeeAndOneThatIsMadeAfterItLetsItIn() {
        applied(employer);
        assertThat(grants.letIn(employer, List.of(casey.id()))).containsExactly(casey.id());

        blocks.block(casey, employer);
        assertThat(grants.letIn(employer, List.of(casey.id()))).isEmpty();
        assertThatThrownBy(() -> looks.granted(viewer(riley), employer, casey.id()))
                .isInstanceOf(NotFound.class);

        applied(employer);
        assertThat(grants.letIn(employer, List.of(casey.id()))).containsExactly(casey.id());

        blocks.block(casey, employer);
        assertThat(grants.letIn(employer, List.of(casey.id()))).isEmpty();
        blocks.unblock(casey, employer);
        assertThat(grants.letIn(employer, List.of(casey.id()))).containsExactly(casey.id());
    }

    @Test
    void deletingTheProfileTakesEffectWithTheNextRequest() {
        show(Visibility.OPEN);
        index.rebuild();
        assertThat(isListed(riley, employer)).isTrue();

        candidates.delete(casey);

        assertThat(isListed(riley, employer)).isFalse();
        assertThat(found(riley, employer, word)).isZero();
    }

    @Test
    void whatIsHiddenStaysHiddenUntilTheIndexHasFollowed() {
        show(Visibility.MASKED);
        index.rebuild();
        blocks.block(casey, employer);
        show(Visibility.SEALED);
        clock.advance(Duration.ofHours(1));

        CandidateWork.forget(withheld, search, transaction, clock);
        assertGoneFor(riley, employer);
        assertThat(withheld.findAll()).anyMatch(each -> each.handle().equals(handle()));

        index.rebuild();
        CandidateWork.forget(withheld, search, transaction, clock);
        assertThat(withheld.findAll()).noneMatch(each -> each.handle().equals(handle()));
        assertGoneFor(riley, employer);
    }

    // The current employer

    @ParameterizedTest
    @EnumSource(
            value = Visibility.class,
            names = {"MASKED", "OPEN"})
    void theCurrentEmployerByItsDomainFindsThemNot(Visibility visibility) {
        show(visibility);
        index.rebuild();
        assertThat(isListed(riley, employer)).isTrue();

        var domain = employers.byId(employer).orElseThrow().domain();
        candidates.change(casey, version(), new Personal(null, null, null, null, "mail." + domain));

        assertThat(isListed(riley, employer)).isFalse();
        assertThat(pageOf(riley, employer)).hasStatus(404);
        index.rebuild();
        assertThat(found(riley, employer, word)).isZero();
        assertThat(found(rival, rivals, word)).isEqualTo(1);
    }

    @Test
    void theCurrentEmployerByTheNameInAJobThatGoesOnFindsThemNot() {
        show(Visibility.MASKED);
        var name = employers.byId(employer).orElseThrow().name();
        candidates.add(
                casey,
                Section.WORK,
                UUID.randomUUID(),
                new Work(
                        "Lead",
                        name.toUpperCase(java.util.Locale.ROOT) + ", Inc.",
                        null,
                        YearMonth.of(2021, 3),
                        null,
                        null));
        index.rebuild();

        assertThat(isListed(riley, employer)).isFalse();
        assertThat(found(riley, employer, word)).isZero();
        assertThat(pageOf(riley, employer)).hasStatus(404);
        assertThat(blocks.isBlocked(casey.id(), employer)).isTrue();
        assertThat(isListed(rival, rivals)).isTrue();
    }

    @Test
    void anEmployerOfTheirOwnFindsThemNot() {
        UUID own = companies.verified(riley, person);
        show(Visibility.OPEN);
        index.rebuild();

        assertThat(isListed(riley, own)).isFalse();
        assertThat(found(riley, own, word)).isZero();
        assertThat(pageOf(riley, own)).hasStatus(404);
    }

    // The ledger

    @Test
    void everyLookStandsInTheLedgerWithWhoForWhomWhatAndWhen() {
        show(Visibility.MASKED);
        index.rebuild();

        assertThat(pageOf(riley, employer)).hasStatusOk();
        clock.advance(Duration.ofMinutes(5));
        assertThat(pageOf(riley, employer)).hasStatusOk();

        var lines = ledger.page(casey, 1).getContent();
        assertThat(lines).hasSize(2);
        assertThat(lines.get(0).recruiter()).isEqualTo("Robin Test");
        assertThat(lines.get(0).employerId()).isEqualTo(employer);
        assertThat(lines.get(0).seenKey()).isEqualTo("candidate.seen.MASKED");
        assertThat(lines.get(0).lookedAt()).isCloseTo(clock.instant(), within(1, ChronoUnit.MINUTES));
        var page = html(browser.get().uri("/me/views").with(person).exchange());
        assertThat(page.select("main .entries > li")).hasSize(2);
        assertThat(page.text())
                .contains(employers.byId(employer).orElseThrow().name(), "Robin Test", "your profile, masked");
        assertThat(database.sql("select count(*) from notice where account_id = ? and kind = 'LOOK'")
                        .param(casey.id())
                        .query(Long.class)
                        .single())
                .as("told once a day")
                .isEqualTo(1);
    }

    @Test
    void aLookThatCanNotBeWrittenDownIsNotShown() {
        show(Visibility.OPEN);
        // The ledger can't hold so long a name: the write fails, and with it the whole request.
        var unwritable = new Viewer(riley.id(), "R".repeat(5_000), Set.of(Role.MEMBER, Role.VERIFIED_RECRUITER));

        assertThatThrownBy(() -> looks.found(unwritable, employer, handle())).isNotInstanceOf(NotFound.class);
        assertThat(ledger.count(casey)).isZero();
    }

    @Test
    void whoHasOpenedAsManyAsThereMayBeIsToldWhenToComeBackAndNothingIsInTheLedger() {
        show(Visibility.MASKED);
        for (int look = 0; look < 10; look++) {
            assertThat(pageOf(riley, employer)).hasStatusOk();
        }

        assertThat(pageOf(riley, employer)).hasStatus(429).headers().containsHeader("Retry-After");
        assertThat(ledger.count(casey)).isEqualTo(10);
        assertThat(pageOf(rival, rivals)).hasStatusOk();
        var desk = html(browser.get().uri("/admin").with(people.administrator()).exchange());
        assertThat(desk.select("main .entries > li").eachText())
                .contains(employers.byId(employer).orElseThrow().name() + "10 of 15");

        clock.advance(Duration.ofDays(1));
        assertThat(pageOf(riley, employer)).hasStatusOk();
    }

    @Test
    void recruitersOfOneEmployerShareWhatItMayOpen() throws Exception {
        var second = people.member();
        UUID shared = companies.verified(riley, second);
        show(Visibility.MASKED);
        UUID handle = handle();
        for (int look = 0; look < 8; look++) {
            looks.found(viewer(riley), shared, handle);
        }

        var outcomes = atOnce(10, () -> {
            try {
                looks.found(viewer(second), shared, handle);
                return "seen";
            } catch (TooManyRequests full) {
                return "full";
            }
        });

        assertThat(outcomes).filteredOn("seen"::equals).hasSize(7);
        assertThat(ledger.count(casey)).isEqualTo(15);
    }

    @Test
    void theLedgerIsItsOwnersAlone() {
        show(Visibility.MASKED);
        pageOf(riley, employer);

        assertThat(html(browser.get().uri("/me/views").with(rival).exchange()).text())
                .contains("Nobody has looked")
                .doesNotContain(employers.byId(employer).orElseThrow().name());
    }

    @Test
    void aPageOfTheLedgerBeyondItsEndLeadsBack() {
        show(Visibility.MASKED);
        pageOf(riley, employer);

        var page = browser.get().uri("/me/views?page=900").with(person).exchange();
        assertThat(page).hasStatusOk();
        assertThat(html(page).select("main a[href='/me/views']")).isNotEmpty();
    }

    // Asking who somebody is

    @Test
    void aRecruiterAsksAndTheMemberTellsThatEmployerAloneAndTakesItBack() {
        show(Visibility.MASKED);
        index.rebuild();
        assertThat(ask(riley, employer, "We build radars.")).hasStatus(302);
        var page = html(browser.get().uri("/me/privacy").with(person).exchange());
        assertThat(page.text()).contains("We build radars.", "Waits for you");
        UUID request = request();

        assertThat(post("/me/privacy/requests/" + request, "answer", "REVEALED"))
                .hasStatus(302);
        assertThat(html(pageOf(riley, employer)).select("h1").text()).isEqualTo("Zebedee Quillfeather");
        assertThat(html(pageOf(rival, rivals)).text()).doesNotContain("Zebedee");

        assertThat(post("/me/privacy/requests/" + request, "answer", "TAKEN_BACK"))
                .hasStatus(302);
        assertThat(html(pageOf(riley, employer)).text())
                .doesNotContain("Zebedee")
                .contains("Masked again");
    }

    @Test
    void whoSaidNoIsNotAskedAgainFor90Days() {
        show(Visibility.MASKED);
        ask(riley, employer, null);
        assertThat(html(pageOf(riley, employer)).select("textarea")).isEmpty();
        post("/me/privacy/requests/" + request(), "answer", "DECLINED");

        assertThat(ask(riley, employer, "Please")).hasStatus(302);
        assertThat(requests.of(casey, 1).getContent().get(0).status()).isEqualTo(RequestStatus.DECLINED);

        clock.advance(Duration.ofDays(91));
        ask(riley, employer, "And now?");
        assertThat(requests.of(casey, 1).getContent())
                .singleElement()
                .satisfies(asked -> assertThat(asked.message()).isEqualTo("And now?"));
    }

    @Test
    void twentyRequestsAtOnceAreOne() throws Exception {
        show(Visibility.MASKED);
        UUID handle = handle();
        var outcomes = atOnce(20, () -> {
            try {
                requests.ask(viewer(riley), employer, handle, "At once");
                return "asked";
            } catch (Requests.NotNow late) {
                return "not now";
            }
        });

        assertThat(outcomes).filteredOn("asked"::equals).hasSize(1);
        assertThat(requests.of(casey, 1)).hasSize(1);
    }

    @Test
    void tellingAndDecliningAtOnceEndsInOneOfTheTwo() throws Exception {
        show(Visibility.MASKED);
        ask(riley, employer, null);
        UUID request = request();

        var answers = List.of(RequestStatus.REVEALED, RequestStatus.DECLINED);
        var threads = Executors.newFixedThreadPool(2);
        try {
            threads.invokeAll(answers.stream()
                            .map(answer -> (Callable<Void>) () -> {
                                try {
                                    requests.answer(casey, request, answer);
                                } catch (Requests.Answered late) {
                                    // the other one was faster
                                }
                                return null;
                            })
                            .toList())
                    .forEach(done -> assertThat(done).succeedsWithin(Duration.ofSeconds(30)));
        } finally {
            threads.shutdownNow();
        }

        boolean told = requests.of(casey, 1).getContent().get(0).status() == RequestStatus.REVEALED;
        assertThat(grants.letIn(employer, List.of(casey.id())).isEmpty()).isEqualTo(!told);
    }

    @Test
    void whoIsSealedOrBlocksCanNotBeAsked() {
        assertThat(ask(riley, employer, null)).hasStatus(404);
        show(Visibility.MASKED);
        blocks.block(casey, employer);
        assertThat(ask(riley, employer, null)).hasStatus(404);
        assertThat(requests.of(casey, 1)).isEmpty();
    }

    @Test
    void theQuestionOfSomebodyElseIsNotAnswered() {
        show(Visibility.MASKED);
        ask(riley, employer, null);

        assertThat(browser.post()
                        .uri("/me/privacy/requests/" + request())
                        .param("answer", "REVEALED")
                        .with(rival)
                        .with(csrf()))
                .hasStatus(404);
        assertThat(requests.of(casey, 1).getContent().get(0).status()).isEqualTo(RequestStatus.ASKED);
    }

    @Test
    void aMessageThatIsTooLongIsSaidAndKept() {
        show(Visibility.MASKED);
        var answer = ask(riley, employer, "x".repeat(501));

        assertThat(answer).hasStatus(422);
        var page = html(answer);
        assertThat(page.select("textarea").val()).hasSize(501);
        assertThat(page.select(".errors").text()).contains("At most 500 characters");
        assertThat(requests.of(casey, 1)).isEmpty();
    }

    @Test
    void whatIsAskedOfAMemberIsGoneFromTheSiteWithTheSeal() {
        show(Visibility.MASKED);
        ask(riley, employer, null);
        post("/me/privacy/requests/" + request(), "answer", "REVEALED");

        show(Visibility.SEALED);

        assertThat(pageOf(riley, employer)).hasStatus(404);
    }

    // The page of one's own

    @Test
    void employersAreBlockedByNameOnceAndUpToAsManyAsThereMayBe() {
        var name = employers.byId(employer).orElseThrow().name();
        var found = html(browser.get()
                .uri("/me/privacy")
                .param("find", name)
                .with(person)
                .exchange());
        assertThat(found.select("input[name=employer][value=" + employer + "]")).hasSize(1);

        post("/me/privacy/blocks", "employer", employer.toString());
        post("/me/privacy/blocks", "employer", employer.toString());
        assertThat(blocks.of(casey)).hasSize(1);
        assertThat(post("/me/privacy/blocks")).hasStatus(404);
        assertThat(post("/me/privacy/blocks", "employer", UUID.randomUUID().toString()))
                .hasStatus(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "HIDDEN", "sealed or not"})
    void whatIsNoVisibilityChangesNothing(String typed) {
        show(Visibility.MASKED);

        var answer = post("/me/privacy/visibility", "visibility", typed);

        assertThat(answer.getResponse().getStatus()).isIn(302, 400);
        assertThat(candidates.profileOf(casey).visibility()).isEqualTo(Visibility.MASKED);
    }

    @Test
    void whatIsSearchedForIsEscaped() {
        var page = html(browser.get()
                .uri("/hire/candidates")
                .param("q", "<script>alert(1)</script>\u0000\u202e")
                .param("place", "\"><b>")
                .param("within", "-1")
                .param("holds", "us.nonsense")
                .param("polygraph", "ci")
                .param("availability", "whenever")
                .param("page", "99999999999999999999")
                .with(riley)
                .exchange());

        assertThat(page.select("main script, main b")).isEmpty();
        assertThat(page.text()).contains("We don’t know that place", "choose one, and they are searched for");
    }

    // Helpers

    private void assertGoneFor(Person recruiter, UUID forWhom) {
        assertThat(found(recruiter, forWhom, word)).as("count").isZero();
        assertThat(isListed(recruiter, forWhom)).as("list").isFalse();
        assertThat(pageOf(recruiter, forWhom)).as("page").hasStatus(404);
        assertThat(ask(recruiter, forWhom, null)).as("request").hasStatus(404);
    }

    private boolean isListed(Person recruiter, UUID forWhom) {
        return !list(recruiter, forWhom, word)
                .select("a[href^='/hire/candidates/" + handle() + "']")
                .isEmpty();
    }

    private Document list(Person recruiter, UUID forWhom, String words) {
        var answer = browser.get()
                .uri("/hire/candidates")
                .param("employer", forWhom.toString())
                .param("q", words)
                .with(recruiter)
                .exchange();
        assertThat(answer).hasStatusOk();
        return html(answer);
    }

    private long found(Person recruiter, UUID forWhom, String words) {
        return found(recruiter, forWhom, CandidateQuery.EVERYBODY.withText(words));
    }

    private long holding(String level, PolygraphRequirement polygraph) {
        var key = RequirementKey.parse(level).orElseThrow();
        return found(ClearanceFilter.of(key).with(polygraph));
    }

    private static ClearanceFilter asking(String level) {
        return ClearanceFilter.of(RequirementKey.parse(level).orElseThrow());
    }

    private long found(ClearanceFilter filter) {
        return found(riley, employer, CandidateQuery.EVERYBODY.withText(word).holding(filter));
    }

    private long found(Person recruiter, UUID forWhom, CandidateQuery query) {
        return search.search(findable.finder(viewer(recruiter), forWhom), query).total();
    }

    private MvcTestResult pageOf(Person recruiter, UUID forWhom) {
        return browser.get()
                .uri("/hire/candidates/" + handle() + "?employer=" + forWhom)
                .with(recruiter)
                .exchange();
    }

    private MvcTestResult ask(Person recruiter, UUID forWhom, @Nullable String message) {
        var post = browser.post()
                .uri("/hire/candidates/" + handle() + "/request")
                .param("employer", forWhom.toString())
                .with(recruiter)
                .with(csrf());
        return (message == null ? post : post.param("message", message)).exchange();
    }

    private MvcTestResult post(String path, String... fields) {
        var post = browser.post().uri(path).with(person).with(csrf());
        for (int at = 0; at < fields.length; at += 2) {
            post.param(fields[at], fields[at + 1]);
        }
        return post.exchange();
    }

    private UUID request() {
        return requests.of(casey, 1).getContent().get(0).id();
    }

    private void show(Visibility visibility) {
        candidates.show(casey, visibility, null);
    }

    private void applied(UUID where) {
        transaction.executeWithoutResult(status -> grants.applied(casey.id(), where, UUID.randomUUID()));
    }

    private UUID handle() {
        return handleOf.computeIfAbsent(
                casey.id(), unused -> candidates.handleOf(casey).orElseThrow());
    }

    /** Kept, because it is asked for after the profile is gone too. */
    private final java.util.Map<UUID, UUID> handleOf = new java.util.HashMap<>();

    private long version() {
        return candidates.profileOf(casey).version();
    }

    private static Viewer viewer(Person recruiter) {
        return new Viewer(recruiter.id(), "Robin Test", Set.of(Role.MEMBER, Role.VERIFIED_RECRUITER));
    }

    private static Document html(MvcTestResult answer) {
        return Jsoup.parse(new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8));
    }

    private static List<String> atOnce(int times, Callable<String> what) throws Exception {
        var threads = Executors.newFixedThreadPool(times);
        try {
            var all = threads.invokeAll(
                    IntStream.range(0, times).mapToObj(at -> what).toList());
            return all.stream()
                    .map(done -> {
                        try {
                            return done.get();
                        } catch (Exception failure) {
                            throw new AssertionError(failure);
                        }
                    })
                    .toList();
        } finally {
            threads.shutdownNow();
        }
    }
}
