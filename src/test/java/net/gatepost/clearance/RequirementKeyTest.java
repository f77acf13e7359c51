package net.gatepost.clearance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequirementKeyTest {

    private final ClearanceCatalogue catalogue = ClearanceCatalogue.shipped();

    @Test
    void everyKeyOfTheCatalogueReadsBackAsItIsWritten() {
        List<RequirementKey> keys = catalogue.keys();
        assertThat(keys)
                .doesNotHaveDuplicates()
                .hasSizeGreaterThan(catalogue.levels().size());
        assertThat(keys)
                .allSatisfy(
                        key -> assertThat(RequirementKey.parse(key.format())).contains(key));
        assertThat(RequirementKey.parse("none")).contains(RequirementKey.NONE);
        assertThat(RequirementKey.NONE.format()).isEqualTo("none");
    }

    @ParameterizedTest
    @CsvSource({
        "us.top-secret+sci, us.top-secret+sci",
        "us.top-secret sci, us.top-secret+sci",
        "us.top-secret+sap+sci, us.top-secret+sci+sap",
        "us.top-secret+SCI, us.top-secret+sci",
        "us.secret, us.secret",
        "us.gone, us.gone",
    })
    void aKeyIsReadAsAnAddressCarriesIt(String text, String written) {
        assertThat(RequirementKey.parse(text)).map(RequirementKey::format).contains(written);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                " ",
                "+",
                "secret",
                "us.",
                ".secret",
                "us.secret+",
                "us.secret+xyz",
                "us.secret++sci",
                "us.top-secret+sci+sci",
                "none+sci",
                "NONE",
                "US.SECRET",
                "us.sécret",
                "us..secret",
                "us.secret\n",
                "us.-secret",
                "'; drop table listing",
                "us.secret+sci+sap+sci"
            })
    void nonsenseIsNoKeyAndNoException(String text) {
        assertThat(RequirementKey.parse(text)).isEmpty();
    }

    @Test
    void aKeyOfMoreThanSixtyFourCharactersIsNone() {
        String longest = "us." + "a".repeat(61);
        assertThat(RequirementKey.parse(longest)).isPresent();
        assertThat(RequirementKey.parse(longest + "a")).isEmpty();
    }

    @Test
    void anAccessStandsOnTopOfALevel() {
        assertThatIllegalArgumentException().isThrownBy(() -> new RequirementKey(null, Set.of(Access.SCI)));
    }

    @ParameterizedTest(name = "{0} satisfies {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "us.confidential | us.confidential",
                "us.secret | us.secret us.confidential",
                "us.secret+sap | us.secret us.secret+sap us.confidential",
                "us.secret+sci | us.secret us.confidential",
                "us.top-secret | us.top-secret us.secret us.confidential",
                "us.top-secret+sci | us.top-secret us.top-secret+sci us.secret us.confidential",
                "us.top-secret+sci+sap | us.top-secret us.top-secret+sci us.top-secret+sap us.top-secret+sci+sap us.secret us.secret+sap us.confidential",
                "us-doe.q | us-doe.q us-doe.l",
                "us-doe.q+sci | us-doe.q us-doe.q+sci us-doe.l",
                "us-public-trust.high | us-public-trust.high us-public-trust.moderate",
                "us-public-trust.moderate+sci | us-public-trust.moderate",
                "uk.bpss | uk.bpss",
                "uk.dv | uk.dv uk.esc uk.sc uk.ctc uk.bpss",
                "canada.reliability | canada.reliability",
                "canada.secret | canada.secret canada.reliability",
                "nato.secret | nato.secret nato.confidential",
            })
    void aLevelSatisfiesWhatItIncludes(String held, String satisfied) {
        RequirementKey key = RequirementKey.parse(held).orElseThrow();
        assertThat(catalogue.keysSatisfiedBy(key)).containsExactlyInAnyOrderElementsOf(keys(satisfied));
    }

    @ParameterizedTest(name = "{0} is likely to be accepted for {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "us-doe.q | us.top-secret us.secret us.confidential",
                "us-doe.q+sci | us.top-secret us.top-secret+sci us.secret us.confidential",
                "us-doe.l | us.secret us.confidential",
                "us.secret | us-doe.l us-public-trust.moderate nato.secret nato.confidential",
                "us.confidential | nato.confidential",
                "uk.dv | nato.cosmic-top-secret nato.secret nato.confidential",
            })
    void aLikelyEquivalentReachesWhatItIncludes(String held, String likely) {
        RequirementKey key = RequirementKey.parse(held).orElseThrow();
        assertThat(catalogue.keysLikelySatisfiedBy(key))
                .containsExactlyInAnyOrderElementsOf(keys(likely))
                .doesNotContainAnyElementsOf(catalogue.keysSatisfiedBy(key));
    }

    @Test
    void havingNoClearanceSatisfiesNoLevel() {
        assertThat(catalogue.keysSatisfiedBy(RequirementKey.NONE)).isEmpty();
        assertThat(catalogue.keysLikelySatisfiedBy(RequirementKey.NONE)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "us.top-secret+sci | 3 | 3 | true | true | Top Secret, SCI | TS/SCI",
                "us.top-secret+sap+sci | 3 | 3 | true | true | Top Secret, SCI, SAP | TS/SCI/SAP",
                "us.secret+sap | 2 | 3 | false | true | Secret, SAP | S/SAP",
                "us-doe.q | 2 | 2 | false | true | DOE Q | Q",
                "us-public-trust.high | 2 | 2 | false | false | Public Trust, high | PT high",
                "uk.bpss | 1 | 6 | false | false | UK BPSS | BPSS",
                "none | 0 | 0 | false | false | No clearance needed | No clearance needed",
                "us.gone+sci | 0 | 0 | false | false | Level not in the catalogue | Level not in the catalogue",
            })
    void aBadgeSaysHowToDrawIt(
            String text, int filled, int ladder, boolean sci, boolean clearance, String label, String shortLabel) {
        RequirementKey key = RequirementKey.parse(text).orElseThrow();
        ClearanceBadge badge = catalogue.badge(key);
        assertThat(badge).isEqualTo(new ClearanceBadge(filled, ladder, sci, clearance, label, shortLabel));
        assertThat(badge.isDrawn()).isEqualTo(ladder > 0);
        assertThat(badge.posts()).hasSize(ladder).filteredOn(post -> post).hasSize(filled);
        assertThat(catalogue.label(key)).isEqualTo(label);
    }

    @Test
    void theFilledPostsStandFirst() {
        assertThat(catalogue.badge(ClearanceRequirement.of("us.secret").key()).posts())
                .containsExactly(true, true, false);
    }

    @Test
    void aHeldClearancesBadgeLeavesOutAnAccessThatItsLevelDoesNotAllow() {
        assertThat(catalogue.badge(Clearance.inAccess("us.secret", Access.SCI)).label())
                .isEqualTo("Secret");
        assertThat(catalogue.badge(Clearance.inAccess("us.gone", Access.SCI)).label())
                .isEqualTo("Level not in the catalogue");
    }

    private static Set<RequirementKey> keys(String text) {
        return Arrays.stream(text.split(" "))
                .map(key -> RequirementKey.parse(key).orElseThrow())
                .collect(Collectors.toSet());
    }
}
