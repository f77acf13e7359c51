package net.gatepost.clearance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import net.gatepost.clearance.Eligibility.Verdict;
import net.gatepost.clearance.Finding.Effect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.EnumSource;

class EligibilityTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    private final ClearanceCatalogue catalogue = ClearanceCatalogue.shipped();

    @ParameterizedTest(name = "{0}, asked for {1}: {2}")
    @CsvFileSource(resources = "eligibility.csv", delimiter = '|', numLinesToSkip = 1)
    void theVerdictFollowsFromEveryReasonThatIsFound(String held, String asked, Verdict verdict, String reasons) {
        Eligibility eligibility = catalogue.eligibility(parseAllHeld(held), parseAsked(asked), TODAY);
        assertThat(eligibility.findings())
                .extracting(finding -> finding.reason().name())
                .containsExactly(reasons.split(" "));
        assertThat(eligibility.verdict()).isEqualTo(verdict);
    }

    @Test
    void aSponsorNeverLowersTheVerdictAndRaisesItToCouldMeetAtMost() {
        forRandomCases((held, asked) -> {
            Verdict alone = verdict(held, sponsoring(asked, false));
            Verdict sponsored = verdict(held, sponsoring(asked, true));
            Verdict expected = alone == Verdict.DOES_NOT_MEET && isKnown(asked) ? Verdict.COULD_MEET : alone;
            assertThat(sponsored).as(describe(held, asked)).isEqualTo(asked.isPreferred() ? Verdict.MEETS : expected);
        });
    }

    @Test
    void whatIsOnlyPreferredNeverExcludes() {
        forRandomCases((held, asked) -> assertThat(verdict(held, asked.preferred()))
                .as(describe(held, asked))
                .isEqualTo(Verdict.MEETS));
    }

    @Test
    void whatIsNoClearanceNeverSatisfiesANeedForOne() {
        for (ClearanceLevel check : catalogue.levels()) {
            for (ClearanceLevel needed : catalogue.levels()) {
                if (!check.isClearance() && needed.isClearance()) {
                    assertThat(verdict(
                                    List.of(Clearance.inAccess(check.code().value())),
                                    ClearanceRequirement.of(needed.code().value())))
                            .isEqualTo(Verdict.DOES_NOT_MEET);
                }
            }
        }
    }

    @Test
    void anotherSchemesLevelNeverMeets() {
        for (ClearanceLevel held : catalogue.levels()) {
            for (ClearanceLevel needed : catalogue.levels()) {
                if (!held.scheme().equals(needed.scheme())) {
                    assertThat(verdict(
                                    List.of(Clearance.inAccess(held.code().value(), Access.SCI, Access.SAP)),
                                    ClearanceRequirement.of(needed.code().value())))
                            .isNotEqualTo(Verdict.MEETS);
                }
            }
        }
    }

    @Test
    void holdingMoreNeverLowersTheVerdict() {
        forRandomCases((held, asked) -> {
            List<Clearance> fewer = held.isEmpty() ? held : held.subList(1, held.size());
            assertThat(verdict(held, asked)).as(describe(held, asked)).isLessThanOrEqualTo(verdict(fewer, asked));
        });
    }

    /** Search filters by these sets, and the explanation must not disagree with it. */
    @Test
    void theKeysThatALevelSatisfiesAreThoseThatItsHolderInAccessMeets() {
        for (RequirementKey held : catalogue.keys()) {
            Clearance clearance = new Clearance(
                    Objects.requireNonNull(held.level()), held.accesses(), null, false, true, null, null, null);
            Set<RequirementKey> satisfied = catalogue.keysSatisfiedBy(held);
            Set<RequirementKey> likely = catalogue.keysLikelySatisfiedBy(held);
            for (RequirementKey asked : catalogue.keys()) {
                Verdict verdict = verdict(List.of(clearance), requirement(asked));
                Verdict expected = satisfied.contains(asked)
                        ? Verdict.MEETS
                        : likely.contains(asked) ? Verdict.COULD_MEET : Verdict.DOES_NOT_MEET;
                assertThat(verdict).as("%s for %s", held, asked).isEqualTo(expected);
            }
        }
    }

    @Test
    void aFindingSaysWhatItsWordsNeed() {
        Eligibility eligibility = catalogue.eligibility(
                parseAllHeld("us-doe.q used=2025-03 inv=2018-01"), parseAsked("us.secret poly=CI"), TODAY);
        assertThat(finding(eligibility, Reason.LEVEL_LIKELY_EQUIVALENT).parameters())
                .startsWith("DOE Q", "Top Secret", "Secret");
        assertThat(finding(eligibility, Reason.STATUS_CURRENT).parameters())
                .containsExactly(YearMonth.of(2027, 3), "24-month rule", "1997");
        assertThat(finding(eligibility, Reason.STATUS_CURRENT).source()).contains("32 CFR part 147");
        assertThat(finding(eligibility, Reason.POLYGRAPH_MISSING).parameters())
                .containsExactly(PolygraphRequirement.CI);
        assertThat(finding(eligibility, Reason.RECIPROCITY_INVESTIGATION_OLD).parameters())
                .containsExactly(YearMonth.of(2018, 1), "7", "SEAD 7");
        assertThat(finding(eligibility, Reason.RECIPROCITY_INVESTIGATION_OLD).source())
                .contains("Security Executive Agent Directive 7");
    }

    @Test
    void theObstaclesAreWhatStandsBetweenAndNothingElse() {
        Eligibility eligibility = catalogue.eligibility(
                parseAllHeld("us.top-secret active interim"), parseAsked("us.top-secret+sci poly=ANY"), TODAY);
        assertThat(eligibility.obstacles())
                .extracting(Finding::reason)
                .containsExactly(Reason.ACCESS_MISSING, Reason.INTERIM_NOT_ACCEPTED, Reason.POLYGRAPH_MISSING);
    }

    @Test
    void aClearanceTellsNothingWhenItIsLogged() {
        Clearance clearance = parseAllHeld("us.top-secret+sci used=2025-03 poly=CI inv=2018-01")
                .get(0);
        assertThat("" + clearance + clearance.polygraph() + clearance.investigation())
                .doesNotContain("secret", "SCI", "CI,", "2025", "2018", "t5");
    }

    @ParameterizedTest
    @EnumSource(names = {"CONDITION", "SATISFIES"})
    void aVerdictWithoutObstaclesMeets(Effect effect) {
        assertThat(new Eligibility(
                                List.of(Finding.of(Reason.LEVEL_BELOW, "a", "b").as(effect)))
                        .verdict())
                .isEqualTo(Verdict.MEETS);
    }

    private static Finding finding(Eligibility eligibility, Reason reason) {
        return eligibility.findings().stream()
                .filter(finding -> finding.reason() == reason)
                .findFirst()
                .orElseThrow();
    }

    private Verdict verdict(List<Clearance> held, ClearanceRequirement asked) {
        return catalogue.eligibility(held, asked, TODAY).verdict();
    }

    private boolean isKnown(ClearanceRequirement asked) {
        LevelCode level = asked.level();
        return level == null || catalogue.level(level).isPresent();
    }

    private static ClearanceRequirement requirement(RequirementKey key) {
        return new ClearanceRequirement(
                key.level(),
                key.accesses(),
                PolygraphRequirement.NONE,
                false,
                false,
                ClearanceRequirement.Importance.REQUIRED);
    }

    private static ClearanceRequirement sponsoring(ClearanceRequirement asked, boolean sponsor) {
        return new ClearanceRequirement(
                asked.level(),
                asked.accesses(),
                asked.polygraph(),
                asked.interimAccepted(),
                sponsor,
                asked.importance());
    }

    private interface Case {
        void check(List<Clearance> held, ClearanceRequirement asked);
    }

    /** Ten thousand cases, the same ones each time. */
    private void forRandomCases(Case each) {
        Random random = new Random(20_261_123);
        List<RequirementKey> keys = new ArrayList<>(catalogue.keys());
        keys.add(RequirementKey.parse("us.gone").orElseThrow());
        for (int i = 0; i < 10_000; i++) {
            List<Clearance> held = new ArrayList<>();
            for (int n = random.nextInt(4); n > 0; n--) {
                held.add(randomHeld(random, keys));
            }
            RequirementKey key = keys.get(random.nextInt(keys.size()));
            each.check(
                    held,
                    new ClearanceRequirement(
                            random.nextInt(20) == 0 ? null : key.level(),
                            key.accesses(),
                            one(random, PolygraphRequirement.values()),
                            random.nextBoolean(),
                            random.nextBoolean(),
                            one(random, ClearanceRequirement.Importance.values())));
        }
    }

    /** Written out here, because a clearance doesn't tell itself. */
    private static String describe(List<Clearance> held, ClearanceRequirement asked) {
        return held.stream()
                        .map(clearance -> List.of(
                                        clearance.key(),
                                        clearance.inAccess(),
                                        clearance.interim(),
                                        String.valueOf(clearance.lastUsed()),
                                        String.valueOf(clearance.granted()))
                                .toString())
                        .toList()
                + " for " + asked;
    }

    private static Clearance randomHeld(Random random, List<RequirementKey> keys) {
        RequirementKey key = keys.get(random.nextInt(keys.size()));
        YearMonth month = YearMonth.of(2027, 3).minusMonths(random.nextInt(40));
        return new Clearance(
                Objects.requireNonNull(key.level()),
                key.accesses(),
                random.nextBoolean() ? new PolygraphExam(one(random, Polygraph.values()), month, null) : null,
                random.nextInt(4) == 0,
                random.nextBoolean(),
                random.nextInt(5) == 0 ? null : month,
                random.nextInt(5) == 0 ? month : null,
                new Investigation(null, month.minusYears(random.nextInt(10)), random.nextBoolean()));
    }

    private static <T> T one(Random random, T[] values) {
        return values[random.nextInt(values.length)];
    }

    private static List<Clearance> parseAllHeld(String text) {
        return text.equals("nothing")
                ? List.of()
                : Arrays.stream(text.split(";"))
                        .map(String::strip)
                        .map(EligibilityTest::parseHeld)
                        .toList();
    }

    /** Such as {@code us.secret+sap used=2025-03 interim poly=CI inv=2019-01 cv}. */
    private static Clearance parseHeld(String text) {
        String[] words = text.split(" ");
        RequirementKey key = RequirementKey.parse(words[0]).orElseThrow();
        Clearance held = new Clearance(
                Objects.requireNonNull(key.level()), key.accesses(), null, false, false, null, null, null);
        for (String word : List.of(words).subList(1, words.length)) {
            String value = word.substring(word.indexOf('=') + 1);
            held = switch (word.substring(0, word.length() - value.length())) {
                case "used=" ->
                    new Clearance(
                            held.level(),
                            held.accesses(),
                            held.polygraph(),
                            held.interim(),
                            false,
                            YearMonth.parse(value),
                            held.granted(),
                            held.investigation());
                case "poly=" -> held.withPolygraph(new PolygraphExam(Polygraph.valueOf(value), null, null));
                case "poly-in-2027=" ->
                    held.withPolygraph(new PolygraphExam(Polygraph.valueOf(value), YearMonth.of(2027, 1), "NSA"));
                case "granted=" -> held.grantedIn(YearMonth.parse(value));
                case "inv=" -> held.withInvestigation(new Investigation("us.t5", YearMonth.parse(value), false));
                case "inv-cv=" -> held.withInvestigation(new Investigation("us.t5", YearMonth.parse(value), true));
                case "" ->
                    switch (word) {
                        case "active" ->
                            new Clearance(
                                    held.level(),
                                    held.accesses(),
                                    held.polygraph(),
                                    held.interim(),
                                    true,
                                    null,
                                    held.granted(),
                                    held.investigation());
                        case "interim" -> held.asInterim();
                        case "undated" -> held;
                        default -> throw new IllegalArgumentException(word);
                    };
                default -> throw new IllegalArgumentException(word);
            };
        }
        return held;
    }

    /** Such as {@code us.top-secret+sci poly=ANY interim-ok sponsor preferred}. */
    private static ClearanceRequirement parseAsked(String text) {
        String[] words = text.split(" ");
        ClearanceRequirement asked = requirement(RequirementKey.parse(words[0]).orElseThrow());
        for (String word : List.of(words).subList(1, words.length)) {
            asked = switch (word) {
                case "interim-ok" -> asked.acceptingInterim();
                case "sponsor" -> asked.sponsored();
                case "preferred" -> asked.preferred();
                default -> asked.withPolygraph(PolygraphRequirement.valueOf(word.substring("poly=".length())));
            };
        }
        return asked;
    }
}
