package net.gatepost.job.search;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import net.gatepost.ModuleTest;
import net.gatepost.TestClock;
import net.gatepost.account.People;
import net.gatepost.clearance.Access;
import net.gatepost.clearance.Clearance;
import net.gatepost.clearance.ClearanceCatalogue;
import net.gatepost.clearance.ClearanceLevel;
import net.gatepost.clearance.ClearanceRequirement;
import net.gatepost.clearance.ClearanceRequirement.Importance;
import net.gatepost.clearance.Eligibility.Verdict;
import net.gatepost.clearance.Investigation;
import net.gatepost.clearance.LevelCode;
import net.gatepost.clearance.Polygraph;
import net.gatepost.clearance.PolygraphExam;
import net.gatepost.clearance.PolygraphRequirement;
import net.gatepost.clearance.RequirementKey;
import net.gatepost.employer.EmployerView;
import net.gatepost.employer.Employers;
import net.gatepost.job.Listings;
import net.gatepost.job.Workplace;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What a search for "that I qualify for" finds, counted by hand over 10,000 listings: each is asked for itself, as its own
 * page asks, and the index has to give the same.
 */
@ModuleTest
@Tag("search")
class QualifyingSearchTest {

    private static final int LISTINGS = 10_000;
    private static final int PROFILES = 24;

    @Autowired
    private ListingSearch search;

    @Autowired
    private Listings listings;

    @Autowired
    private Employers employers;

    @Autowired
    private ListingIndex index;

    @Autowired
    private ClearanceCatalogue catalogue;

    @Autowired
    private People people;

    @Autowired
    private TestClock clock;

    @Autowired
    private JdbcTemplate database;

    private final Random random = new Random(20_261_125);
    private final List<Made> made = new ArrayList<>();
    private Board board;
    private EmployerView halden;
    private LocalDate today;

    private record Made(String title, ClearanceRequirement asked, Workplace workplace) {}

    @BeforeEach
    void openABoard() {
        today = LocalDate.now(clock);
        board = new Board(listings, employers, index, people, clock);
        halden = board.employer("Halden Ridge Systems");
        for (int n = 0; n < LISTINGS; n++) {
            var one = new Made("Job " + n, requirement(), one(Workplace.values()));
            board.job(halden, one.title).needing(one.asked).at("Fort Meade, MD", one.workplace);
            made.add(one);
        }
        board.open();
    }

    /** Other tests build the index over and over, and not over so many. */
    @AfterEach
    void takeThemAwayAgain() {
        database.update("delete from listing where employer_id = ?", halden.id());
        index.rebuild();
    }

    @Test
    void aSearchForWhatOneQualifiesForFindsAndCountsWhatEachListingSaysOfItself() {
        for (int n = 0; n < PROFILES; n++) {
            var held = n == 0 ? List.<Clearance>of() : profile();
            var judged = made.stream()
                    .map(one -> new Judged(one, verdict(held, one.asked)))
                    .toList();
            for (var least : List.of(Verdict.MEETS, Verdict.COULD_MEET)) {
                var query = query(held, least, Set.of());
                var found = search.first(query, LISTINGS);
                assertThat(titles(found))
                        .as("profile %s, %s", n, least)
                        .isEqualTo(judged.stream()
                                .filter(one -> one.isAtLeast(least))
                                .map(one -> one.listing.title)
                                .collect(Collectors.toCollection(TreeSet::new)));
                // What a row shows is worked out of its card.
                assertThat(found)
                        .allSatisfy(card ->
                                assertThat(verdict(held, card.requirement())).isLessThanOrEqualTo(least));
                countsAgree(judged, query);
            }
            countsAgree(judged, query(held, null, Set.of()));
            var remote = query(held, Verdict.COULD_MEET, Set.of(Workplace.REMOTE));
            countsAgree(judged, remote);
            assertThat(search.foundWithout(remote).getOrDefault(Filter.QUALIFY, 0L))
                    .isEqualTo(count(judged, one -> one.listing.workplace == Workplace.REMOTE));
        }
    }

    private record Judged(Made listing, Verdict verdict) {

        boolean isAtLeast(@Nullable Verdict least) {
            return least == null || verdict.compareTo(least) <= 0;
        }
    }

    /** The total, the two counts of the filter itself without it, and another filter's counts with it. */
    private void countsAgree(List<Judged> judged, ListingQuery query) {
        var least = requireNonNull(query.qualifying()).least();
        var there = judged.stream()
                .filter(one ->
                        query.workplaces().isEmpty() || query.workplaces().contains(one.listing.workplace))
                .toList();
        var result = search.search(query);
        assertThat(result.total()).isEqualTo(count(there, one -> one.isAtLeast(least)));
        for (var other : List.of(Verdict.MEETS, Verdict.COULD_MEET)) {
            assertThat(result.facets().qualifying()).containsEntry(other, count(there, one -> one.isAtLeast(other)));
        }
        for (var polygraph : PolygraphRequirement.values()) {
            assertThat(result.facets().polygraphs().getOrDefault(polygraph, 0L))
                    .isEqualTo(count(there, one -> one.isAtLeast(least) && one.listing.asked.polygraph() == polygraph));
        }
    }

    private static long count(List<Judged> judged, Predicate<Judged> which) {
        return judged.stream().filter(which).count();
    }

    private Verdict verdict(List<Clearance> held, ClearanceRequirement asked) {
        return catalogue.eligibility(held, asked, today).verdict();
    }

    private ListingQuery query(List<Clearance> held, @Nullable Verdict least, Set<Workplace> workplaces) {
        return new ListingQuery(
                TextQuery.parse(board.word),
                Set.of(),
                null,
                new Qualifying(catalogue.qualification(held, today), least),
                Set.of(),
                null,
                workplaces,
                Set.of(),
                Set.of(),
                null,
                null,
                ListingSort.NEWEST,
                1);
    }

    private static Set<String> titles(List<ListingCard> cards) {
        assertThat(cards).extracting(ListingCard::id).doesNotHaveDuplicates();
        return cards.stream().map(ListingCard::title).collect(Collectors.toCollection(TreeSet::new));
    }

    /** What listings may say, and what only an older catalogue let them say: a level that is gone, an access on any level. */
    private ClearanceRequirement requirement() {
        if (random.nextInt(25) == 0) {
            return ClearanceRequirement.none();
        }
        var keys = catalogue.keys();
        RequirementKey key = keys.get(random.nextInt(keys.size()));
        LevelCode level = random.nextInt(50) == 0 ? new LevelCode("us.gone") : key.level();
        return new ClearanceRequirement(
                level,
                random.nextInt(20) == 0 ? accesses() : key.accesses(),
                one(PolygraphRequirement.values()),
                random.nextInt(3) == 0,
                random.nextInt(4) == 0,
                random.nextInt(6) == 0 ? Importance.PREFERRED : Importance.REQUIRED);
    }

    private List<Clearance> profile() {
        var held = new ArrayList<Clearance>();
        for (int count = 1 + random.nextInt(3); count > 0; count--) {
            held.add(clearance());
        }
        return held;
    }

    private Clearance clearance() {
        var levels = catalogue.levels();
        ClearanceLevel level = levels.get(random.nextInt(random.nextBoolean() ? 5 : levels.size()));
        var month = YearMonth.from(today).minusMonths(random.nextInt(40) - 2);
        boolean inAccess = random.nextInt(3) > 0;
        return new Clearance(
                random.nextInt(20) == 0 ? new LevelCode("us.gone") : level.code(),
                accesses(),
                random.nextBoolean() ? new PolygraphExam(one(Polygraph.values()), month, null) : null,
                random.nextInt(5) == 0,
                inAccess,
                inAccess || random.nextInt(8) == 0 ? null : month,
                random.nextInt(5) == 0 ? month : null,
                new Investigation(null, month.minusYears(random.nextInt(10)), random.nextBoolean()));
    }

    private Set<Access> accesses() {
        var some = EnumSet.noneOf(Access.class);
        for (var access : Access.values()) {
            if (random.nextBoolean()) {
                some.add(access);
            }
        }
        return some;
    }

    private <T> T one(T[] values) {
        return values[random.nextInt(values.length)];
    }
}
