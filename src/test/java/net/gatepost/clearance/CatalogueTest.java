package net.gatepost.clearance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import net.gatepost.clearance.ClearanceLevel.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CatalogueTest {

    private static final String SMALL = """
            labels:
              none: No clearance needed
              unknown: Unknown level
            schemes:
              - code: red
                name: Red
                ladder: 2
                reinstatement:
                  - name: 12-month rule
                    months: 12
                    valid-from: 2020-01-01
                    source: somewhere
                levels:
                  - code: red.low
                    name: Low
                    short-name: LO
                    rank: 1
                    kind: check
                  - code: red.high
                    name: High
                    short-name: HI
                    rank: 2
                    kind: clearance
                    accesses: [sci]
                    likely:
                      - level: blue.only
                        reason: much the same
              - code: blue
                name: Blue
                ladder: 1
                levels:
                  - code: blue.only
                    name: Only
                    short-name: ON
                    rank: 1
                    kind: clearance
            tiers:
              - code: red.t1
                name: Tier 1
                levels: [red.high]
            """;

    private final ClearanceCatalogue shipped = ClearanceCatalogue.shipped();

    @Test
    void theShippedCatalogueHoldsTheSchemesThatTheProductPromises() {
        assertThat(shipped.schemes())
                .extracting(Scheme::code)
                .containsExactly("us", "us-doe", "us-public-trust", "uk", "australia", "canada", "nato");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "us | us.confidential us.secret us.top-secret",
                "us-doe | us-doe.l us-doe.q",
                "us-public-trust | us-public-trust.moderate us-public-trust.high",
                "uk | uk.bpss uk.ctc uk.sc uk.esc uk.dv uk.edv",
                "australia | australia.baseline australia.nv1 australia.nv2 australia.pv",
                "canada | canada.reliability canada.secret canada.top-secret",
                "nato | nato.confidential nato.secret nato.cosmic-top-secret",
            })
    void theLevelsOfASchemeStandFromTheLowestUp(String scheme, String levels) {
        assertThat(shipped.scheme(scheme).orElseThrow().levels())
                .extracting(level -> level.code().value())
                .containsExactly(levels.split(" "));
    }

    @ParameterizedTest
    @CsvSource({
        "us.top-secret, CLEARANCE",
        "us-public-trust.moderate, SUITABILITY",
        "us-public-trust.high, SUITABILITY",
        "uk.bpss, CHECK",
        "uk.ctc, CLEARANCE",
        "canada.reliability, CHECK",
        "canada.secret, CLEARANCE",
    })
    void aLevelSaysWhetherItIsAClearance(String code, Kind kind) {
        assertThat(level(code).kind()).isEqualTo(kind);
        assertThat(level(code).isClearance()).isEqualTo(kind == Kind.CLEARANCE);
    }

    @Test
    void sciStandsOnlyOnTopOfTopSecretAndQ() {
        assertThat(shipped.levels())
                .filteredOn(level -> level.accesses().contains(Access.SCI))
                .extracting(level -> level.code().value())
                .containsExactly("us.top-secret", "us-doe.q");
    }

    @Test
    void theTiersRestAsTheFederalInvestigativeStandardsSay() {
        assertThat(shipped.tier("us.t3").orElseThrow().levels())
                .contains(new LevelCode("us.secret"), new LevelCode("us-doe.l"));
        assertThat(shipped.tier("us.t5").orElseThrow().levels())
                .containsExactly(new LevelCode("us.top-secret"), new LevelCode("us-doe.q"));
        assertThat(shipped.tier("us.t9")).isEmpty();
    }

    @Test
    void noShippedLevelThatIsNoClearanceIsLikelyToStandForAnything() {
        assertThat(shipped.levels())
                .filteredOn(level -> !level.isClearance())
                .allSatisfy(level -> assertThat(level.equivalents()).isEmpty());
    }

    @Test
    void natoAccessLeadsToNoOtherScheme() {
        assertThat(shipped.scheme("nato").orElseThrow().levels())
                .allSatisfy(level -> assertThat(level.equivalents()).isEmpty());
    }

    @Test
    void everyShippedLadderIsAsLongAsItsHighestRank() {
        assertThat(shipped.schemes())
                .allSatisfy(scheme -> assertThat(
                                scheme.levels().get(scheme.levels().size() - 1).rank())
                        .isEqualTo(scheme.ladder()));
    }

    @Test
    void aCodeThatNobodyKnowsIsUnknownAndNoException() {
        for (String stored :
                List.of("us.gone", "", " ", "TOP SECRET", "us", "us.top-secret+sci", "\u0000", "é".repeat(999))) {
            LevelCode code = new LevelCode(stored);
            assertThat(shipped.level(code)).isEmpty();
            assertThat(shipped.label(new RequirementKey(code, Set.of(Access.SCI))))
                    .isEqualTo("Level not in the catalogue");
            assertThat(shipped.keysSatisfiedBy(new RequirementKey(code, Set.of(Access.SCI))))
                    .isEmpty();
            assertThat(shipped.keysLikelySatisfiedBy(new RequirementKey(code, Set.of())))
                    .isEmpty();
        }
    }

    @Test
    void anOperatorsOwnFileIsUsedInsteadOfTheShippedOne() {
        ClearanceCatalogue own = load(SMALL);
        assertThat(own.levels()).extracting(ClearanceLevel::name).containsExactly("Low", "High", "Only");
        assertThat(own.tiers()).extracting(InvestigationTier::name).containsExactly("Tier 1");
        assertThat(own.label(RequirementKey.NONE)).isEqualTo("No clearance needed");
        assertThat(own.scheme("us")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "rank: 2|rank: two|schemes[0].levels[1].rank|must be a number from 1 to 2, not 'two'",
                "rank: 2|rank: 3|line 22|must be a number from 1 to 2, not '3'",
                "rank: 2|rank: 0|schemes[0].levels[1].rank|must be a number from 1 to 2",
                "rank: 2|rank: 1|schemes[0].levels[1].rank|the rank 1 is taken",
                "rank: 2|rank: 99999999999|schemes[0].levels[1].rank|must be a number",
                "rank: 2|rank: [2]|schemes[0].levels[1].rank|must be a text",
                "ladder: 2|ladder: 13|schemes[0].ladder|must be a number from 1 to 12",
                "ladder: 2|ladder: -1|schemes[0].ladder|must be a number from 1 to 12",
                "kind: check|kind: Check|schemes[0].levels[0].kind|must be one of clearance, check, suitability",
                "[sci]|[sci, sic]|schemes[0].levels[1].accesses[1]|must be one of sci, sap, not 'sic'",
                "[sci]|sci|schemes[0].levels[1].accesses|must be a list",
                "red.high|red.low|schemes[0].levels[1].code|the level 'red.low' stands twice",
                "red.high|blue.high|schemes[0].levels[1].code|has a code like 'red.name'",
                "red.high|red.High|schemes[0].levels[1].code|has a code like 'red.name'",
                "red.high|red|schemes[0].levels[1].code|has a code like 'red.name'",
                "code: blue|code: red|schemes[1].code|the scheme 'red' stands twice",
                "code: blue|code: Blue!|schemes[1].code|small letters, digits and hyphens",
                "- level: blue.only|- level: blue.gone|schemes[0].levels[1].likely[0].level|there is no level 'blue.gone'",
                "- level: blue.only|- level: red.low|schemes[0].levels[1].likely[0].level|the rank decides",
                "reason: much the same|cause: none|schemes[0].levels[1].likely[0].cause|is not a field here",
                "name: High|name: ''|schemes[0].levels[1].name|must be a text",
                "name: High|name: ~|schemes[0].levels[1].name|must be a text",
                "name: High|name: High, name: Higher|line 20|not YAML",
                "months: 12|months: 0|schemes[0].reinstatement[0].months|must be a number from 1 to 600",
                "2020-01-01|2020-02-30|schemes[0].reinstatement[0].valid-from|must be a day like 2026-11-23",
                "2020-01-01|soon|schemes[0].reinstatement[0].valid-from|must be a day like 2026-11-23",
                "source: somewhere|sauce: somewhere|schemes[0].reinstatement[0].sauce|is not a field here",
                "levels: [red.high]|levels: [red.gone]|tiers[0].levels[0]|there is no level 'red.gone'",
                "levels: [red.high]|level: red.high|tiers[0].level|is not a field here",
                "none: No clearance needed|nome: x|labels.nome|is not a field here",
            })
    void aFileThatContradictsItselfIsRefusedWithWhatAndWhere(String right, String wrong, String where, String what) {
        assertThat(SMALL).contains(right);
        assertThatExceptionOfType(InvalidCatalogueException.class)
                .isThrownBy(() -> load(SMALL.replaceFirst(Pattern.quote(right), wrong)))
                .withMessageContaining(where)
                .withMessageContaining(what);
    }

    @Test
    void theLineOfARefusalIsTheLineInTheFile() {
        int line = SMALL.substring(0, SMALL.indexOf("rank: 2")).split("\n", -1).length;
        assertThatExceptionOfType(InvalidCatalogueException.class)
                .isThrownBy(() -> load(SMALL.replace("rank: 2", "rank: 7")))
                .withMessageContaining("line " + line + ",");
    }

    @Test
    void aCheckCantRankAboveAClearance() {
        assertRefused(
                SMALL.replace("rank: 1\n        kind: check", "rank: 1\n        kind: clearance")
                        .replace("kind: clearance\n        accesses: [sci]", "kind: check"),
                "schemes[0].levels: 'red.high' is no clearance and can't rank above 'red.low'");
    }

    @Test
    void onlyAClearanceCarriesAccesses() {
        assertRefused(
                SMALL.replace("kind: check", "kind: check\n        accesses: [sap]"),
                "only a clearance carries accesses");
    }

    @Test
    void whatIsNoClearanceCantStandForOne() {
        assertRefused(
                SMALL.replace(
                        "kind: check",
                        "kind: check\n        likely:\n          - level: blue.only\n            reason: no"),
                "'red.low' is no clearance and can't stand for one ('blue.only')");
    }

    @Test
    void aLikelyEquivalentStandsOnce() {
        assertRefused(
                SMALL.replace(
                        "reason: much the same", "reason: a\n          - level: blue.only\n            reason: b"),
                "'blue.only' stands twice as likely for 'red.high'");
    }

    @Test
    void twoRulesOfASchemeCantBeginOnOneDay() {
        assertRefused(
                SMALL.replace(
                        "source: somewhere",
                        "source: a\n      - name: b\n        months: 1\n        valid-from: 2020-01-01\n        source: c"),
                "two rules of one scheme are valid from 2020-01-01");
    }

    @Test
    void aFieldThatStandsTwiceIsRefusedAndNotOverwritten() {
        assertRefused(SMALL.replace("ladder: 1", "ladder: 1\n    ladder: 2"), "schemes[1].ladder: stands twice");
    }

    @Test
    void aMissingFieldIsNamed() {
        assertRefused(SMALL.replace("    ladder: 1\n", ""), "schemes[1]: the field 'ladder' is missing");
    }

    @Test
    void aTierStandsOnce() {
        assertRefused(
                SMALL + "  - code: red.t1\n    name: Again\n    levels: [red.high]\n",
                "the tier 'red.t1' stands twice");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "# nothing\n",
                "just text",
                "[]",
                "labels: {none: a, unknown: b}\nschemes: []",
                "labels: {none: a, unknown: b}\nschemes: {}",
                "a: [b",
                "a: 1\n---\nb: 2",
                "? [a]\n: b",
                "!!java.net.URL [\"http://localhost\"]",
            })
    void aFileThatIsNoCatalogueIsRefused(String text) {
        assertThatExceptionOfType(InvalidCatalogueException.class)
                .isThrownBy(() -> load(text))
                .withMessageContaining("catalogue");
    }

    @Test
    void aFileThatIsNotUtf8IsRefused() {
        assertThatExceptionOfType(InvalidCatalogueException.class)
                .isThrownBy(() -> ClearanceCatalogue.load(
                        new ByteArrayInputStream("labels: é".getBytes(StandardCharsets.ISO_8859_1))))
                .withMessageContaining("not UTF-8");
    }

    @Test
    void aFileThatCantBeReadIsRefusedWithItsCause() {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("disk on fire");
            }
        };
        assertThatExceptionOfType(InvalidCatalogueException.class)
                .isThrownBy(() -> ClearanceCatalogue.load(broken))
                .withMessageContaining("disk on fire");
    }

    @Test
    void everyRuleThatIsShippedNamesItsSource() {
        LocalDate today = LocalDate.of(2026, 11, 23);
        Set<String> withRule = new HashSet<>();
        for (Scheme scheme : shipped.schemes()) {
            scheme.reinstatementOn(today).ifPresent(rule -> {
                withRule.add(scheme.code());
                assertThat(rule.source()).isNotBlank();
                assertThat(rule.name()).startsWith(rule.months() + "-month");
            });
        }
        assertThat(withRule).containsExactlyInAnyOrder("us", "us-doe", "uk");
    }

    private ClearanceLevel level(String code) {
        return shipped.level(new LevelCode(code)).orElseThrow();
    }

    private static void assertRefused(String text, String what) {
        assertThatExceptionOfType(InvalidCatalogueException.class)
                .isThrownBy(() -> load(text))
                .withMessageContaining(what);
    }

    static ClearanceCatalogue load(String text) {
        return ClearanceCatalogue.load(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }
}
