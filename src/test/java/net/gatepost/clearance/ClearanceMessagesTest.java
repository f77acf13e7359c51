package net.gatepost.clearance;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.MessageFormat;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ClearanceMessagesTest {

    private static final ResourceBundle MESSAGES = ResourceBundle.getBundle("messages/clearance", Locale.ROOT);

    @ParameterizedTest
    @EnumSource
    void everyReasonHasItsWords(Reason reason) {
        assertThat(MESSAGES.getString(reason.messageKey())).isNotBlank();
    }

    @ParameterizedTest
    @EnumSource
    void everyObstacleHasWordsForWhatItWouldTake(Reason reason) {
        assertThat(MESSAGES.containsKey(reason.needKey())).isEqualTo(reason.isObstacle());
    }

    @Test
    void theFileHoldsNoWordsThatNothingUses() {
        TreeSet<String> used = Stream.of(
                        Arrays.stream(Reason.values()).map(Reason::messageKey),
                        Arrays.stream(Reason.values())
                                .filter(Reason::isObstacle)
                                .map(Reason::needKey),
                        Arrays.stream(ClearanceProblem.values()).map(ClearanceProblem::messageKey),
                        Arrays.stream(Polygraph.values()).map(Polygraph::messageKey),
                        Arrays.stream(PolygraphRequirement.values()).map(PolygraphRequirement::messageKey),
                        Arrays.stream(Eligibility.Verdict.values()).map(Eligibility.Verdict::messageKey),
                        Arrays.stream(ClearanceStatus.State.values()).map(ClearanceStatus.State::messageKey),
                        Stream.of("clearance.decides"))
                .flatMap(keys -> keys)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(new TreeSet<>(MESSAGES.keySet())).isEqualTo(used);
    }

    @Test
    void noTextIsBrokenByAnApostrophe() {
        assertThat(MESSAGES.keySet())
                .allSatisfy(key -> assertThat(MESSAGES.getString(key)).doesNotContain("'"));
    }

    @Test
    void aStatusReadsAsASentenceWithItsRule() {
        Finding finding = Finding.of(Reason.STATUS_CURRENT, YearMonth.of(2027, 3), "24-month rule", "1997");
        assertThat(text(finding))
                .isEqualTo("Current until March 2027 under the 24-month rule (1997): it must be reinstated; "
                        + "your security officer decides.");
    }

    @Test
    void aPolygraphIsNamedByItsTypeInWords() {
        assertThat(text(Finding.of(Reason.POLYGRAPH_COVERS, Polygraph.FULL_SCOPE, PolygraphRequirement.CI)))
                .isEqualTo("Polygraph: full scope covers what is asked for (CI).");
        assertThat(text(Finding.of(Reason.POLYGRAPH_MISSING, PolygraphRequirement.ANY)))
                .isEqualTo("Polygraph: one is asked for (type not stated), and you have entered none.");
    }

    @Test
    void anAccessIsNamed() {
        assertThat(text(Finding.of(Reason.ACCESS_MISSING, Access.SCI)))
                .isEqualTo("SCI access is asked for, and you haven’t entered it.");
    }

    @Test
    void noFindingOfAnyEvaluationLeavesAPlaceholderOpen() {
        ClearanceCatalogue catalogue = ClearanceCatalogue.shipped();
        LocalDate today = LocalDate.of(2026, 11, 23);
        TreeSet<Reason> seen = new TreeSet<>();
        for (ClearanceLevel held : catalogue.levels()) {
            for (RequirementKey asked : catalogue.keys()) {
                for (Clearance clearance : variants(held.code().value())) {
                    for (PolygraphRequirement polygraph : PolygraphRequirement.values()) {
                        ClearanceRequirement requirement = new ClearanceRequirement(
                                asked.level(),
                                asked.accesses(),
                                polygraph,
                                polygraph == PolygraphRequirement.CI,
                                polygraph == PolygraphRequirement.ANY,
                                polygraph == PolygraphRequirement.LIFESTYLE
                                        ? ClearanceRequirement.Importance.PREFERRED
                                        : ClearanceRequirement.Importance.REQUIRED);
                        Eligibility eligibility = catalogue.eligibility(List.of(clearance), requirement, today);
                        for (Finding finding : eligibility.findings()) {
                            seen.add(finding.reason());
                            assertThat(text(finding)).doesNotContain("{").doesNotContain("}");
                        }
                        for (Finding obstacle : eligibility.obstacles()) {
                            assertThat(obstacle.need(Locale.US, ClearanceMessagesTest::words))
                                    .doesNotContain("{")
                                    .doesNotContain("}");
                        }
                    }
                }
            }
        }
        assertThat(seen)
                .as("all but the reasons that need an empty profile, no requirement or an unknown level")
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(Reason.values())
                        .filter(reason -> !List.of(
                                        Reason.NO_CLEARANCE_NEEDED,
                                        Reason.NO_CLEARANCE_HELD,
                                        Reason.REQUIRED_LEVEL_UNKNOWN,
                                        Reason.HELD_LEVEL_UNKNOWN)
                                .contains(reason))
                        .toList());
    }

    private static List<Clearance> variants(String level) {
        YearMonth lately = YearMonth.of(2026, 3);
        YearMonth old = YearMonth.of(2015, 3);
        return List.of(
                Clearance.inAccess(level, Access.SCI)
                        .withPolygraph(new PolygraphExam(Polygraph.CI, old, "NSA"))
                        .withInvestigation(new Investigation("us.t5", old, false)),
                Clearance.inAccess(level).asInterim().withInvestigation(new Investigation(null, old, true)),
                Clearance.lastUsed(lately, level).withPolygraph(new PolygraphExam(Polygraph.FULL_SCOPE, null, null)),
                Clearance.lastUsed(lately, level).grantedIn(YearMonth.of(2026, 4)),
                Clearance.lastUsed(lately, level).asInterim(),
                Clearance.lastUsed(old, level),
                Clearance.lastUsed(YearMonth.of(2027, 1), level),
                new Clearance(new LevelCode(level), Set.of(), null, false, false, null, null, null));
    }

    private static String text(Finding finding) {
        return finding.text(Locale.US, ClearanceMessagesTest::words);
    }

    private static String words(String key, Object[] arguments) {
        try {
            return new MessageFormat(MESSAGES.getString(key), Locale.US).format(arguments);
        } catch (MissingResourceException missing) {
            throw new AssertionError(key, missing);
        }
    }
}
