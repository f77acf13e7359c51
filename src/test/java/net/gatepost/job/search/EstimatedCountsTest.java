package net.gatepost.job.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.text.NumberFormat;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import net.gatepost.ModuleTest;
import net.gatepost.TestClock;
import net.gatepost.account.People;
import net.gatepost.clearance.ClearanceCatalogue;
import net.gatepost.clearance.ClearanceRequirement;
import net.gatepost.clearance.Eligibility.Verdict;
import net.gatepost.clearance.RequirementKey;
import net.gatepost.employer.EmployerView;
import net.gatepost.employer.Employers;
import net.gatepost.job.EmploymentType;
import net.gatepost.job.Listings;
import net.gatepost.job.PayPeriod;
import net.gatepost.job.Workplace;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.json.JsonMapper;

/** A site that counts up to twenty listings, and has two hundred. */
@ModuleTest
@Tag("search")
@Import(EstimatedCountsTest.Few.class)
@DirtiesContext
class EstimatedCountsTest {

    @TestConfiguration
    static class Few {

        @Bean
        @Primary
        CountedPages fewCounted(JsonMapper json) {
            return new CountedPages(20, json);
        }
    }

    private static final int LISTINGS = 200;
    private static final RequirementKey RARE = RequirementKey.parse("us-doe.q").orElseThrow();

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
    private JdbcClient database;

    @Autowired
    private ClearanceCatalogue catalogue;

    @Autowired
    private MockMvc mvc;

    private Board board;
    private EmployerView large;
    private EmployerView small;

    @BeforeEach
    void openABoard() {
        board = new Board(listings, employers, index, people, clock);
        large = board.employer("Halden Ridge Systems");
        small = board.employer("Orrin Quarry Works");
        for (int n = 0; n < LISTINGS; n++) {
            board.job(large, "Analyst " + n)
                    .as(n % 2 == 0 ? EmploymentType.FULL_TIME : EmploymentType.CONTRACT)
                    .paying(100_000 + 1_000 * (n % 7), 120_000 + 1_000 * (n % 7), PayPeriod.YEAR)
                    .saying("radar ".repeat(n % 5))
                    .postedBefore(Duration.ofMinutes(n));
        }
        board.job(small, "Cartographer")
                .needing(ClearanceRequirement.of("us-doe.q"))
                .at("Fort Meade, MD", Workplace.HYBRID)
                .postedBefore(Duration.ofDays(2));
        board.open();
    }

    @Test
    void ofMoreThanIsCountedItIsSaidHowManyThereAreAbout() {
        var found = search.search(all());

        assertThat(found.estimated()).isTrue();
        assertThat(found.total()).isEqualTo(Math.max(20, Sample.about(sampled("1 = 1"))));
        assertThat(found.facets().estimated()).contains(Filter.EMPLOYMENT, Filter.CLEARANCE, Filter.EMPLOYER);
        assertThat(found.facets().employments())
                .containsEntry(EmploymentType.CONTRACT, Sample.about(sampled("employment_type = 'CONTRACT'")))
                .containsEntry(EmploymentType.FULL_TIME, Sample.about(sampled("employment_type = 'FULL_TIME'")));
        assertThat(found.facets().pay())
                .containsEntry(100_000, Sample.about(sampled("1 = 1")))
                .containsEntry(200_000, 0L);
        assertThat(found.facets().posted())
                .containsEntry(1, Sample.about(sampled("employer_id = '" + large.id() + "'")));
    }

    @ParameterizedTest
    @EnumSource
    void theFirstOfThemAreTheOnesThatStandFirstAmongAll(ListingSort sort) {
        var place = Board.place("Fort Meade, MD");
        var query = words("radar", new Near(place.latitude(), place.longitude(), 50))
                .sorted(sort);
        var all = search.first(query, 60);

        assertThat(all).hasSize(60);
        for (int page = 1; page <= 3; page++) {
            var found = search.search(query.onPage(page));
            assertThat(found.estimated()).isTrue();
            assertThat(found.cards()).isEqualTo(all.subList(20 * page - 20, 20 * page));
        }
    }

    @Test
    void whoMeetsNothingThatListingsAskForIsShownNone() {
        var nothing = catalogue.qualification(List.of(), LocalDate.now(clock));
        var query = all().asking(new Qualifying(nothing, Verdict.MEETS));

        assertThat(search.search(query).total()).isZero();
        assertThat(search.count(query)).isZero();
        assertThat(search.foundWithout(query)).containsEntry(Filter.QUALIFY, LISTINGS + 1L);
    }

    @Test
    void whatIsRareCanBeChosenAlthoughTheSampleMayNotHaveIt() {
        assertThat(search.search(all()).facets().clearances())
                .containsEntry(RARE, Sample.about(sampled("employer_id = '" + small.id() + "'")));
    }

    @Test
    void aSearchThatFindsFewIsCountedExactly() {
        var found = search.search(words("cartographer"));

        assertThat(found.estimated()).isFalse();
        assertThat(found.total()).isEqualTo(1);
        assertThat(found.facets().estimated()).isEmpty();
        assertThat(found.facets().clearances()).isEqualTo(Map.of(RARE, 1L));
    }

    @Test
    void aFilterWithoutWhichThereAreFewIsCountedExactlyToo() {
        var found = search.search(words("cartographer").ofEmployer(small.slug()));

        assertThat(found.facets().estimated()).isEmpty();
        assertThat(found.facets().employers().get(small.slug()))
                .isEqualTo(new Facets.EmployerCount("Orrin Quarry Works", 1));
    }

    @Test
    void aFilterThatLeavesFewIsCountedExactlyAndOnlyItsOwnValuesAreEstimates() {
        var found = search.search(all().ofEmployer(small.slug()));

        assertThat(found.estimated()).isFalse();
        assertThat(found.total()).isEqualTo(1);
        assertThat(found.facets().estimated()).containsExactly(Filter.EMPLOYER);
        assertThat(found.facets().clearances()).isEqualTo(Map.of(RARE, 1L));
        assertThat(found.facets().employers())
                .hasEntrySatisfying(
                        small.slug(), counted -> assertThat(counted.name()).isEqualTo("Orrin Quarry Works"));
    }

    @Test
    void thePageSaysThatItsNumbersAreEstimatesAndShowsNoneWhereItKnowsNone() throws Exception {
        var page = page("/jobs?q=" + board.word);

        assertThat(page.select("#found").text())
                .isEqualTo("About "
                        + NumberFormat.getIntegerInstance(Locale.US)
                                .format(search.search(all()).total())
                        + " jobs");
        assertThat(page.select(".facets .hint").text()).contains("estimates");
        var rare = page.select("label[for=pay-200000]");
        assertThat(rare.text()).isNotEmpty();
        assertThat(rare.select(".num")).isEmpty();
        assertThat(page.select("nav.pages").text()).isNotEmpty();
    }

    @Test
    void aPageOfFewSaysNothingOfEstimates() throws Exception {
        var page = page("/jobs?q=cartographer+" + board.word);

        assertThat(page.select("#found").text()).isEqualTo("1 job");
        assertThat(page.select(".facets").text()).doesNotContain("estimates");
    }

    @Test
    void onlyAFilterWhoseCountsAreEstimatesIsMarkedWhereFewAreFound() throws Exception {
        var page = page("/jobs?q=" + board.word + "&employer=" + small.slug());

        assertThat(page.select("#found").text()).isEqualTo("1 job");
        assertThat(page.select(".facets legend:contains(estimates)").eachText())
                .containsExactly("Employer (estimates)");
    }

    @Test
    void anEmployersPageSaysHowManyItHasAbout() throws Exception {
        assertThat(page("/employers/" + large.slug()).select("#open").text()).startsWith("About ");
        assertThat(page("/employers/" + small.slug()).select("#open").text()).isEqualTo("1 open job");
    }

    private ListingQuery all() {
        return words("");
    }

    private ListingQuery words(String more) {
        return words(more, null);
    }

    private ListingQuery words(String more, @Nullable Near near) {
        return new ListingQuery(
                TextQuery.parse(more + " " + board.word),
                Set.of(),
                null,
                null,
                Set.of(),
                near,
                Set.of(),
                Set.of(),
                Set.of(),
                null,
                null,
                ListingSort.NEWEST,
                1);
    }

    /** How many of this test's listings of which this is true are of the sample. */
    private long sampled(String condition) {
        List<UUID> ids = database.sql("select id from listing where employer_id in (:employers) and " + condition)
                .param("employers", List.of(large.id(), small.id()))
                .query((row, number) -> row.getObject(1, UUID.class))
                .list();
        return ids.stream().filter(Sample::has).count();
    }

    private Document page(String address) throws Exception {
        return Jsoup.parse(mvc.perform(get(address))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString());
    }
}
