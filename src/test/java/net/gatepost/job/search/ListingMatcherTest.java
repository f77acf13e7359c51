package net.gatepost.job.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import net.gatepost.ModuleTest;
import net.gatepost.TestClock;
import net.gatepost.account.People;
import net.gatepost.clearance.Access;
import net.gatepost.clearance.ClearanceRequirement;
import net.gatepost.clearance.ClearanceRequirement.Importance;
import net.gatepost.clearance.PolygraphRequirement;
import net.gatepost.employer.EmployerView;
import net.gatepost.employer.Employers;
import net.gatepost.job.EmploymentType;
import net.gatepost.job.Listings;
import net.gatepost.job.PayPeriod;
import net.gatepost.job.Workplace;
import net.gatepost.job.web.KeptSearches;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** The matcher finds what the search page finds, over many random searches and listings. */
@ModuleTest
@Tag("search")
class ListingMatcherTest {

    private static final List<String> WORDS = List.of(
            "engineer",
            "engineers",
            "engineering",
            "software developer",
            "software engineer",
            "swe",
            "radar",
            "signals",
            "analyst",
            "all-source",
            "C++",
            "C#",
            ".NET",
            "c/c++",
            "TS/SCI",
            "top secret sci",
            "RN",
            "registered nurse",
            "sys admin",
            "systems administrator",
            "résumé",
            "it specialist",
            "night shift",
            "shift",
            "Fort Meade",
            "halden",
            "the",
            "CI/CD");

    private static final List<String> PLACES =
            List.of("Fort Meade, MD", "Huntsville, AL", "Denver, CO", "Honolulu, HI", "Anchorage, AK", "20755");

    private static final List<String> LEVELS = List.of(
            "us.secret",
            "us.top-secret",
            "us.top-secret+sci",
            "us-doe.q",
            "us.confidential",
            "us-public-trust.high",
            "none");

    @Autowired
    ListingMatcher matcher;

    @Autowired
    ListingSearch search;

    @Autowired
    KeptSearches searches;

    @Autowired
    Listings listings;

    @Autowired
    Employers employers;

    @Autowired
    ListingIndex index;

    @Autowired
    People people;

    @Autowired
    JdbcTemplate database;

    @Autowired
    TestClock clock;

    private final Random random = new Random(20_261_125);

    private Board board;
    private List<EmployerView> hiring;

    @BeforeEach
    void openABoard() {
        board = new Board(listings, employers, index, people, clock);
        hiring = List.of(board.employer("Halden Ridge Systems"), board.employer("Night Shift Staffing"));
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private boolean percent(int chance) {
        return random.nextInt(100) < chance;
    }

    private String words(int most) {
        var some = new ArrayList<String>();
        for (int i = random.nextInt(most) + 1; i > 0; i--) {
            some.add(one(WORDS));
        }
        return String.join(" ", some);
    }

    private Set<UUID> randomJobs(int count) {
        for (int i = 0; i < count; i++) {
            var spec = board.job(one(hiring), words(2)).saying(words(8));
            spec.at(one(PLACES), one(List.of(Workplace.values())));
            if (percent(20)) {
                spec.at(null, Workplace.REMOTE);
            }
            spec.as(one(List.of(EmploymentType.values())));
            spec.needing(requirement());
            if (percent(25)) {
                spec.paying(null, null, PayPeriod.YEAR);
            } else {
                int pay = 40_000 + random.nextInt(180_000);
                spec.paying(pay, pay + random.nextInt(40_000), PayPeriod.YEAR);
            }
            if (percent(10)) {
                spec.inCurrency("CAD");
            }
            spec.postedBefore(Duration.ofHours(random.nextInt(20 * 24)));
        }
        board.open();
        return new HashSet<>(
                database.queryForList("select id from listing where created_by = ?", UUID.class, board.recruiter.id()));
    }

    private ClearanceRequirement requirement() {
        String level =
                one(List.of("us.secret", "us.top-secret", "us-doe.q", "us.confidential", "us-public-trust.high"));
        var asked = level.equals("us.top-secret") && percent(50)
                ? ClearanceRequirement.of(level, Access.SCI)
                : ClearanceRequirement.of(level);
        if (percent(15)) {
            asked = ClearanceRequirement.none();
        }
        if (percent(30)) {
            asked = asked.withPolygraph(one(List.of(PolygraphRequirement.values())));
        }
        return percent(20)
                ? new ClearanceRequirement(
                        asked.level(),
                        asked.accesses(),
                        asked.polygraph(),
                        asked.interimAccepted(),
                        asked.willSponsor(),
                        Importance.PREFERRED)
                : asked;
    }

    private String randomSearch() {
        var parameters = new ArrayList<String>();
        if (percent(75)) {
            var q = new ArrayList<String>();
            for (int i = random.nextInt(3); i >= 0; i--) {
                String word = one(WORDS);
                q.add(
                        switch (random.nextInt(6)) {
                            case 0 -> '"' + word + '"';
                            case 1 -> "-" + word.split(" ")[0];
                            default -> word;
                        });
            }
            if (percent(20)) {
                q.add(board.word);
            }
            parameters.add(parameter("q", String.join(" ", q)));
        }
        maybe(25, parameters, "clearance", one(LEVELS));
        maybe(10, parameters, "clearance", one(LEVELS));
        maybe(15, parameters, "holds", one(LEVELS));
        maybe(10, parameters, "polygraph", one(List.of("none", "ci", "full-scope", "any")));
        if (percent(30)) {
            parameters.add(parameter("place", one(PLACES)));
            maybe(50, parameters, "within", one(List.of("10", "25", "100", "500")));
        }
        maybe(20, parameters, "workplace", one(List.of("remote", "on-site", "hybrid")));
        maybe(10, parameters, "employment", one(List.of("full-time", "contract", "part-time")));
        maybe(10, parameters, "employer", one(hiring).slug());
        maybe(20, parameters, "pay", one(List.of("50000", "100000", "150000")));
        maybe(15, parameters, "posted", one(List.of("1", "7", "30")));
        return String.join("&", parameters);
    }

    private void maybe(int chance, List<String> parameters, String name, String value) {
        if (percent(chance)) {
            parameters.add(parameter(name, value));
        }
    }

    private static String parameter(String name, String value) {
        return name + '=' + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private Set<UUID> found(ListingQuery query, Set<UUID> among) {
        var ids = new HashSet<UUID>();
        search.first(query, 2_000).forEach(card -> ids.add(card.id()));
        ids.retainAll(among);
        return ids;
    }

    @Test
    void whatTheSearchPageFindsIsMatchedIdForIdAndNothingElse() {
        var jobs = randomJobs(120);
        Map<String, Set<UUID>> expected = new HashMap<>();
        for (int i = 0; i < 600; i++) {
            String address = searches.read(randomSearch(), null).address();
            expected.put(address, found(searches.read(address, null).query(), jobs));
        }
        long matches = expected.values().stream().mapToLong(Set::size).sum();
        assertThat(matches).as("searches that find something").isGreaterThan(500);

        try (var batch = matcher.batch(jobs)) {
            assertThat(batch.found()).isEqualTo(jobs);
            expected.forEach((address, ids) -> assertThat(
                            batch.matching(searches.read(address, null).query()))
                    .as(address)
                    .containsExactlyInAnyOrderElementsOf(ids));
        }

        // Every listing by itself leads to every search that finds it.
        Map<UUID, Set<String>> anchorsOf = new HashMap<>();
        for (UUID job : jobs) {
            try (var alone = matcher.batch(Set.of(job))) {
                anchorsOf.put(job, alone.anchors());
            }
        }
        expected.forEach((address, ids) -> {
            var anchors = matcher.anchors(searches.read(address, null).query());
            assertThat(ids)
                    .as("%s by %s", address, anchors)
                    .allSatisfy(id -> assertThat(Collections.disjoint(anchorsOf.get(id), anchors))
                            .isFalse());
        });
    }

    @Test
    void aSearchOfWordsIsAnchoredByItsRarestAndOneWithoutByItsRarestValue() {
        randomJobs(60);
        board.job(hiring.get(0), "Cartographer").saying("maps");
        board.open();
        assertThat(anchors("q=engineer+cartographer")).containsExactly("text:cartograph");
        assertThat(anchors("q=%22cartographer+maps%22").iterator().next()).startsWith("exact:");
        assertThat(anchors("q=-radar")).containsExactly(Anchors.ALL);
        assertThat(anchors("holds=us.secret")).containsExactly(Anchors.ALL);
        assertThat(anchors("pay=100000&posted=7")).containsExactly(Anchors.ALL);
        assertThat(anchors("employer=" + hiring.get(0).slug()))
                .containsExactly("employer:" + hiring.get(0).slug());
        assertThat(anchors("place=Denver%2C+CO&within=10"))
                .contains("cell:39,-105", "workplace:REMOTE")
                .hasSizeLessThan(8);
    }

    private Set<String> anchors(String address) {
        return matcher.anchors(searches.read(address, null).query());
    }

    @Test
    void whatHasEndedIsInNoBatchAndWhatTheIndexLacksIsNotFoundYet() {
        var jobs = randomJobs(3);
        var ended = jobs.iterator().next();
        database.update(
                "update listing set ends_at = ? where id = ?",
                Timestamp.from(clock.instant().minusSeconds(1)),
                ended);
        var unknown = UUID.randomUUID();
        var asked = new HashSet<>(jobs);
        asked.add(unknown);
        try (var batch = matcher.batch(asked)) {
            assertThat(batch.found()).hasSize(2).doesNotContain(ended, unknown);
            assertThat(batch.matching(ListingQuery.everything())).hasSize(2).doesNotContain(ended);
        }
    }
}
