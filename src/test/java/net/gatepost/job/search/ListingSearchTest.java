package net.gatepost.job.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import net.gatepost.ModuleTest;
import net.gatepost.TestClock;
import net.gatepost.account.People;
import net.gatepost.clearance.Access;
import net.gatepost.clearance.ClearanceRequirement;
import net.gatepost.clearance.PolygraphRequirement;
import net.gatepost.clearance.RequirementKey;
import net.gatepost.employer.EmployerView;
import net.gatepost.employer.Employers;
import net.gatepost.job.EmploymentType;
import net.gatepost.job.Listings;
import net.gatepost.job.PayPeriod;
import net.gatepost.job.Workplace;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@ModuleTest
@Tag("search")
class ListingSearchTest {

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

    private Board board;
    private EmployerView halden;

    @BeforeEach
    void openABoard() {
        board = new Board(listings, employers, index, people, clock);
        halden = board.employer("Halden Ridge Systems");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            engineers            | Signals Engineer            |
            engineering          | Signals Engineer            |
            software developer   | Senior Software Engineer    |
            software engineers   | Software Developers wanted  |
            swe                  | Software Engineer           |
            TS/SCI               | Analyst                     | Needs a Top Secret clearance with SCI
            top secret sci       | Analyst                     | An active TS/SCI is needed
            RN                   | Registered Nurse            |
            registered nurses    | RN, night shift             |
            sys admin            | Systems Administrator       |
            system administrator | SysAdmin                    |
            C++                  | Radar Developer (C++)       |
            c/c++                | Developer                   | You know C and C++ well
            C#                   | Developer                   | C#, and a little F#
            .NET                 | Developer                   | Ten years of .Net
            asp.net              | Developer                   | ASP.NET, SQL
            .net                 | Developer                   | ASP.NET, SQL
            it specialist        | IT Specialist               |
            all-source           | All-source Analyst          |
            all source           | All-source Analyst          |
            ci/cd                | Builder                     | We keep CI/CD running
            halden               | Analyst                     |
            fort meade analyst   | Analyst                     |
            "night shift"        | Nurse                       | Works the night shift
            analyst -java        | Analyst                     | Python
            résumé               | Editor                      | Write a resume
            the analyst          | Analyst                     |
            """)
    void aSearchFindsWhatIsMeant(String typed, String title, @Nullable String text) {
        board.job(halden, title).saying(text == null ? "" : text);
        board.open();

        assertThat(titles(typed)).containsExactly(title);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            C#              | C Developer      | C and C++
            C++             | C Developer      | Plain C
            "night shift"   | Nurse            | Shifts at night
            "engineering"   | Engineer         |
            analyst -java   | Analyst          | Java
            .net            | Webmaster        | Write to us at example.net
            """)
    void aSearchDoesNotFindWhatIsNotMeant(String typed, String title, @Nullable String text) {
        board.job(halden, title).saying(text == null ? "" : text);
        board.open();

        var found = search.search(query(TextQuery.parse(typed + " " + board.word)));

        assertThat(found.loosened() ? List.of() : found.cards()).isEmpty();
    }

    @Test
    void whatIsInTheTitleStandsFirst() {
        board.job(halden, "Analyst").saying("You work beside a cartographer and the cartographer of another team");
        board.job(halden, "Cartographer").saying("Maps");
        board.open();

        assertThat(titles("cartographer")).containsExactly("Cartographer", "Analyst");
    }

    @Test
    void allWordsAreWantedAndSomeWillDoWhereNoListingHasAll() {
        board.job(halden, "Radar Engineer");
        board.job(halden, "Sonar Engineer");
        board.open();

        assertThat(titles("radar engineer")).containsExactly("Radar Engineer");
        var loosened = search.search(query(TextQuery.parse("lidar engineer \"" + board.word + "\"")));
        assertThat(loosened.loosened()).isTrue();
        assertThat(loosened.total()).isEqualTo(2);
    }

    @Test
    void countsAreWhatCountingByHandGives() {
        var random = new java.util.Random(20_261_123);
        var firms = List.of(halden, board.employer("Northmere Research"), board.employer("Corvane Group"));
        var keys = List.of(
                ClearanceRequirement.none(),
                ClearanceRequirement.of("us.secret"),
                ClearanceRequirement.of("us.top-secret"),
                ClearanceRequirement.of("us.top-secret", Access.SCI),
                ClearanceRequirement.of("us-doe.q"),
                ClearanceRequirement.of("us.top-secret", Access.SCI).preferred());
        var towns = new ArrayList<@Nullable String>(
                List.of("Fort Meade, MD", "Huntsville, AL", "Colorado Springs, CO", "20755", "Arlington, VA"));
        var made = new ArrayList<Made>();
        for (int n = 0; n < 300; n++) {
            var firm = firms.get(random.nextInt(firms.size()));
            var clearance = keys.get(random.nextInt(keys.size()))
                    .withPolygraph(PolygraphRequirement.values()[random.nextInt(5)]);
            var workplace = Workplace.values()[random.nextInt(3)];
            var town = workplace == Workplace.REMOTE && random.nextBoolean()
                    ? null
                    : towns.get(random.nextInt(towns.size()));
            var employment = EmploymentType.values()[random.nextInt(6)];
            var pay = random.nextInt(4) == 0 ? null : 40_000 + random.nextInt(40) * 5_000;
            boolean hourly = pay != null && random.nextInt(5) == 0;
            int ageInHours = random.nextInt(40 * 24);
            var spec = board.job(firm, "Job " + n)
                    .at(town, workplace)
                    .as(employment)
                    .needing(clearance)
                    .postedBefore(Duration.ofHours(ageInHours).plusMinutes(1));
            if (pay == null) {
                spec.paying(null, null, PayPeriod.YEAR);
            } else if (hourly) {
                spec.paying(pay / 4000, pay / 2000, PayPeriod.HOUR);
            } else {
                spec.paying(pay / 2, pay, PayPeriod.YEAR);
            }
            var place = town == null ? null : Board.place(town);
            made.add(new Made(
                    firm.slug(),
                    clearance,
                    workplace,
                    employment,
                    place == null ? null : new double[] {place.latitude(), place.longitude()},
                    pay == null ? null : hourly ? pay / 2000 * 100L * 2080 : pay * 100L,
                    ageInHours));
        }
        board.open();
        var meade = Board.place("Fort Meade, MD");

        for (int round = 0; round < 60; round++) {
            var query = new ListingQuery(
                    TextQuery.parse(board.word),
                    random.nextInt(3) > 0
                            ? Set.of()
                            : some(
                                    random,
                                    keys.stream()
                                            .map(ClearanceRequirement::key)
                                            .distinct()
                                            .toList()),
                    random.nextInt(4) > 0
                            ? null
                            : RequirementKey.parse("us.top-secret").orElseThrow(),
                    null,
                    random.nextInt(3) > 0 ? Set.of() : some(random, List.of(PolygraphRequirement.values())),
                    random.nextInt(3) > 0
                            ? null
                            : new Near(meade.latitude(), meade.longitude(), 10 + random.nextInt(800)),
                    random.nextInt(3) > 0 ? Set.of() : some(random, List.of(Workplace.values())),
                    random.nextInt(3) > 0 ? Set.of() : some(random, List.of(EmploymentType.values())),
                    random.nextInt(3) > 0
                            ? Set.of()
                            : some(
                                    random,
                                    firms.stream().map(EmployerView::slug).toList()),
                    random.nextInt(3) > 0 ? null : ListingQuery.PAY_STEPS.get(random.nextInt(6)) * 100L,
                    random.nextInt(3) > 0 ? null : ListingQuery.POSTED_STEPS.get(random.nextInt(5)),
                    ListingSort.values()[random.nextInt(4)],
                    1);
            var found = search.search(query);
            var facets = found.facets();
            assertThat(found.total()).as("total of %s", query).isEqualTo(count(made, query, null, one -> true));
            for (var key :
                    keys.stream().map(ClearanceRequirement::key).distinct().toList()) {
                assertThat(facets.clearances().getOrDefault(key, 0L))
                        .as("%s of %s", key, query)
                        .isEqualTo(count(
                                made,
                                query,
                                Filter.CLEARANCE,
                                one -> one.clearance.key().equals(key)));
            }
            for (var polygraph : PolygraphRequirement.values()) {
                assertThat(facets.polygraphs().getOrDefault(polygraph, 0L))
                        .as("%s of %s", polygraph, query)
                        .isEqualTo(count(made, query, Filter.POLYGRAPH, one -> one.clearance.polygraph() == polygraph));
            }
            for (var workplace : Workplace.values()) {
                assertThat(facets.workplaces().getOrDefault(workplace, 0L))
                        .as("%s of %s", workplace, query)
                        .isEqualTo(count(made, query, Filter.WORKPLACE, one -> one.workplace == workplace));
            }
            for (var employment : EmploymentType.values()) {
                assertThat(facets.employments().getOrDefault(employment, 0L))
                        .as("%s of %s", employment, query)
                        .isEqualTo(count(made, query, Filter.EMPLOYMENT, one -> one.employment == employment));
            }
            for (var firm : firms) {
                var counted = facets.employers().get(firm.slug());
                assertThat(counted == null ? 0 : counted.listings())
                        .as("%s of %s", firm.slug(), query)
                        .isEqualTo(count(made, query, Filter.EMPLOYER, one -> one.employer.equals(firm.slug())));
            }
            for (int step : ListingQuery.PAY_STEPS) {
                assertThat(facets.pay().getOrDefault(step, 0L))
                        .as("pay of %s and more in %s", step, query)
                        .isEqualTo(count(made, query, Filter.PAY, one -> one.pay != null && one.pay >= step * 100L));
            }
            for (int step : ListingQuery.POSTED_STEPS) {
                assertThat(facets.posted().getOrDefault(step, 0L))
                        .as("posted within %s days in %s", step, query)
                        .isEqualTo(count(made, query, Filter.POSTED, one -> one.hours < step * 24));
            }
            for (var without : search.foundWithout(query).entrySet()) {
                if (without.getKey() != Filter.TEXT) {
                    assertThat(without.getValue())
                            .as("without %s in %s", without.getKey(), query)
                            .isEqualTo(count(made, query, without.getKey(), one -> true));
                }
            }
        }
    }

    @Test
    void pagesNeitherRepeatNorMissAListingInAnyOrder() {
        for (int n = 0; n < 65; n++) {
            // Many ties: the same pay, place and time of posting.
            board.job(halden, "Job " + n).postedBefore(Duration.ofHours(n / 30));
        }
        board.open();
        var meade = Board.place("Fort Meade, MD");
        for (var sort : ListingSort.values()) {
            var query = new ListingQuery(
                    TextQuery.parse(board.word),
                    Set.of(),
                    null,
                    null,
                    Set.of(),
                    new Near(meade.latitude(), meade.longitude(), 50),
                    Set.of(),
                    Set.of(),
                    Set.of(),
                    null,
                    null,
                    sort,
                    1);
            var seen = new ArrayList<String>();
            for (int page = 1; page <= 4; page++) {
                search.search(query.onPage(page)).cards().forEach(card -> seen.add(card.title()));
            }
            assertThat(seen).as("by %s", sort).hasSize(65).doesNotHaveDuplicates();
            assertThat(search.search(query.onPage(5)).cards()).isEmpty();
            assertThat(search.search(query).pages()).isEqualTo(4);
        }
    }

    @Test
    void ordersAreWhatTheySay() {
        board.job(halden, "Far").at("Huntsville, AL", Workplace.ON_SITE).paying(50_000, 300_000, PayPeriod.YEAR);
        board.job(halden, "Near").paying(50, 60, PayPeriod.HOUR).postedBefore(Duration.ofHours(2));
        board.job(halden, "Nowhere")
                .at(null, Workplace.REMOTE)
                .paying(null, null, PayPeriod.YEAR)
                .postedBefore(Duration.ofHours(1));
        board.open();
        var meade = Board.place("Fort Meade, MD");
        var query = query(TextQuery.parse(board.word));

        assertThat(titlesOf(query.sorted(ListingSort.PAY))).containsExactly("Far", "Near", "Nowhere");
        assertThat(titlesOf(query.sorted(ListingSort.NEWEST))).containsExactly("Far", "Nowhere", "Near");
        var everywhere = new ListingQuery(
                query.text(),
                Set.of(),
                null,
                null,
                Set.of(),
                new Near(meade.latitude(), meade.longitude(), 5000),
                Set.of(),
                Set.of(),
                Set.of(),
                null,
                null,
                ListingSort.DISTANCE,
                1);
        assertThat(titlesOf(everywhere)).containsExactly("Near", "Far", "Nowhere");
    }

    @Test
    void otherMoneyIsNeverComparedWithDollars() {
        board.job(halden, "Pounds").paying(500_000, 600_000, PayPeriod.YEAR).inCurrency("GBP");
        board.job(halden, "Dollars").paying(90_000, 110_000, PayPeriod.YEAR);
        board.open();

        assertThat(titlesOf(query(TextQuery.parse(board.word)).sorted(ListingSort.PAY)))
                .containsExactly("Dollars", "Pounds");
    }

    @Test
    void aListingIsGoneTheMomentItEndsWithoutAnythingRunning() {
        board.job(halden, "Ends soon").endingIn(1);
        board.job(halden, "Stays").endingIn(40);
        board.open();
        assertThat(titles("")).containsExactlyInAnyOrder("Ends soon", "Stays");

        var query = query(TextQuery.parse(board.word));
        var end = search.search(query).cards().stream()
                .filter(card -> card.title().equals("Ends soon"))
                .findFirst()
                .orElseThrow()
                .endsAt();
        clock.advance(Duration.between(clock.instant(), end.minusSeconds(1)));
        assertThat(search.count(query)).isEqualTo(2);
        clock.advance(Duration.ofSeconds(1));
        assertThat(search.count(query)).isEqualTo(1);

        assertThat(titles("")).containsExactly("Stays");
        assertThat(search.search(query(TextQuery.parse(board.word))).total()).isEqualTo(1);
    }

    private List<String> titles(String typed) {
        var found = search.search(query(TextQuery.parse(typed + " \"" + board.word + "\"")));
        return found.loosened()
                ? List.of()
                : found.cards().stream().map(ListingCard::title).toList();
    }

    private List<String> titlesOf(ListingQuery query) {
        return search.search(query).cards().stream().map(ListingCard::title).toList();
    }

    private static ListingQuery query(TextQuery text) {
        return new ListingQuery(
                text,
                Set.of(),
                null,
                null,
                Set.of(),
                null,
                Set.of(),
                Set.of(),
                Set.of(),
                null,
                null,
                ListingSort.RELEVANCE,
                1);
    }

    private static <T> Set<T> some(java.util.Random random, List<T> all) {
        var few = new java.util.HashSet<T>();
        int count = 1 + random.nextInt(2);
        for (int n = 0; n < count; n++) {
            few.add(all.get(random.nextInt(all.size())));
        }
        return few;
    }

    private record Made(
            String employer,
            ClearanceRequirement clearance,
            Workplace workplace,
            EmploymentType employment,
            double @Nullable [] point,
            @Nullable Long pay,
            int hours) {}

    private static long count(
            List<Made> made, ListingQuery query, @Nullable Filter except, java.util.function.Predicate<Made> further) {
        return made.stream()
                .filter(one -> except == Filter.CLEARANCE
                        || query.clearances().isEmpty()
                        || query.clearances().contains(one.clearance.key()))
                .filter(one -> except == Filter.HOLDS
                        || query.holds() == null
                        || one.clearance.isPreferred()
                        || one.clearance.level() == null
                        || Set.of("us.secret", "us.top-secret", "us.confidential")
                                .contains(one.clearance.key().format()))
                .filter(one -> except == Filter.POLYGRAPH
                        || query.polygraphs().isEmpty()
                        || query.polygraphs().contains(one.clearance.polygraph()))
                .filter(one -> {
                    var near = query.near();
                    return except == Filter.PLACE
                            || near == null
                            || one.workplace == Workplace.REMOTE
                            || one.point != null
                                    && net.gatepost.place.Distance.between(
                                                            near.latitude(),
                                                            near.longitude(),
                                                            one.point[0],
                                                            one.point[1])
                                                    .miles()
                                            <= near.miles();
                })
                .filter(one -> except == Filter.WORKPLACE
                        || query.workplaces().isEmpty()
                        || query.workplaces().contains(one.workplace))
                .filter(one -> except == Filter.EMPLOYMENT
                        || query.employments().isEmpty()
                        || query.employments().contains(one.employment))
                .filter(one -> except == Filter.EMPLOYER
                        || query.employers().isEmpty()
                        || query.employers().contains(one.employer))
                .filter(one -> {
                    var pay = query.pay();
                    return except == Filter.PAY || pay == null || one.pay != null && one.pay >= pay;
                })
                .filter(one -> {
                    var days = query.postedWithin();
                    return except == Filter.POSTED || days == null || one.hours < days * 24;
                })
                .filter(further)
                .count();
    }
}
