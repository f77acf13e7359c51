package net.gatepost.clearance;

import static org.assertj.core.api.Assertions.assertThat;

import net.gatepost.clearance.PolygraphRequirement.Match;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolygraphTest {

    @ParameterizedTest(name = "{0} covers NONE {1}, CI {2}, LIFESTYLE {3}, FULL_SCOPE {4}")
    @CsvSource({
        "NONE, true, false, false, false",
        "CI, true, true, false, false",
        "LIFESTYLE, true, false, true, false",
        "FULL_SCOPE, true, true, true, true",
    })
    void fullScopeCoversItsPartsAndThePartsOnlyThemselves(
            Polygraph held, boolean none, boolean ci, boolean lifestyle, boolean fullScope) {
        assertThat(held.covers(Polygraph.NONE)).isEqualTo(none);
        assertThat(held.covers(Polygraph.CI)).isEqualTo(ci);
        assertThat(held.covers(Polygraph.LIFESTYLE)).isEqualTo(lifestyle);
        assertThat(held.covers(Polygraph.FULL_SCOPE)).isEqualTo(fullScope);
    }

    @ParameterizedTest(name = "type not stated, {0} held: {1}")
    @CsvSource({"NONE, NO", "CI, UNCERTAIN", "LIFESTYLE, UNCERTAIN", "FULL_SCOPE, YES"})
    void aTypeThatIsNotStatedIsAnsweredForCertainByFullScopeAlone(Polygraph held, Match match) {
        assertThat(PolygraphRequirement.ANY.metBy(held)).isEqualTo(match);
    }
}
