package net.gatepost.clearance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClearanceProblemTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    private final ClearanceCatalogue catalogue = ClearanceCatalogue.shipped();

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "us.secret, true, -, -, -",
                "us.secret, true, -, 2026-11, -",
                "us.secret, false, 2026-11, 2020-01, -",
                "us.secret, false, 2020-01, 2020-01, -",
                "us.gone, true, -, -, LEVEL_UNKNOWN",
                "us.secret, false, -, -, LAST_USED_MISSING",
                "us.secret, true, 2026-01, -, LAST_USED_WHILE_IN_ACCESS",
                "us.secret, false, 2026-12, -, LAST_USED_IN_FUTURE",
                "us.secret, false, 2020-01, 2020-02, LAST_USED_BEFORE_GRANTED",
                "us.secret, true, -, 2026-12, GRANTED_IN_FUTURE",
            })
    void aFormIsToldWhatDoesNotFit(
            String level,
            boolean inAccess,
            @Nullable YearMonth lastUsed,
            @Nullable YearMonth granted,
            @Nullable ClearanceProblem problem) {
        Clearance clearance =
                new Clearance(new LevelCode(level), Set.of(), null, false, inAccess, lastUsed, granted, null);
        if (problem == null) {
            assertThat(ClearanceProblem.of(catalogue, clearance, TODAY)).isEmpty();
        } else {
            assertThat(ClearanceProblem.of(catalogue, clearance, TODAY)).containsExactly(problem);
        }
    }

    @Test
    void anAccessThatTheLevelDoesNotAllowIsNamed() {
        assertThat(ClearanceProblem.of(catalogue, Clearance.inAccess("us.secret", Access.SCI), TODAY))
                .containsExactly(ClearanceProblem.ACCESS_NOT_ALLOWED);
        assertThat(ClearanceProblem.of(catalogue, Clearance.inAccess("us.top-secret", Access.SCI, Access.SAP), TODAY))
                .isEmpty();
        assertThat(ClearanceProblem.of(catalogue, Clearance.inAccess("uk.dv", Access.SAP), TODAY))
                .containsExactly(ClearanceProblem.ACCESS_NOT_ALLOWED);
    }

    @Test
    void datesToComeAndUnknownTiersAreNamedTogether() {
        YearMonth next = YearMonth.of(2026, 12);
        Clearance clearance = Clearance.inAccess("us.secret")
                .withPolygraph(new PolygraphExam(Polygraph.CI, next, null))
                .withInvestigation(new Investigation("us.t9", next, false));
        assertThat(ClearanceProblem.of(catalogue, clearance, TODAY))
                .containsExactly(
                        ClearanceProblem.POLYGRAPH_IN_FUTURE,
                        ClearanceProblem.TIER_UNKNOWN,
                        ClearanceProblem.INVESTIGATION_IN_FUTURE);
    }

    @Test
    void aRequirementWithoutALevelAsksForNothingElse() {
        ClearanceRequirement none = ClearanceRequirement.none();
        assertThat(ClearanceProblem.of(catalogue, none)).isEmpty();
        assertThat(ClearanceProblem.of(catalogue, none.withPolygraph(PolygraphRequirement.ANY)))
                .containsExactly(ClearanceProblem.LEVEL_MISSING);
        assertThat(ClearanceProblem.of(catalogue, none.acceptingInterim()))
                .containsExactly(ClearanceProblem.LEVEL_MISSING);
    }

    @Test
    void aRequirementsLevelAndAccessesMustBeInTheCatalogue() {
        assertThat(ClearanceProblem.of(catalogue, ClearanceRequirement.of("us.top-secret", Access.SCI)))
                .isEmpty();
        assertThat(ClearanceProblem.of(catalogue, ClearanceRequirement.of("us.secret", Access.SCI)))
                .containsExactly(ClearanceProblem.ACCESS_NOT_ALLOWED);
        assertThat(ClearanceProblem.of(catalogue, ClearanceRequirement.of("us.gone")))
                .containsExactly(ClearanceProblem.LEVEL_UNKNOWN);
    }
}
