package net.gatepost.clearance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Objects;
import java.util.Set;
import net.gatepost.clearance.ClearanceStatus.State;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClearanceStatusTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    private final ClearanceCatalogue catalogue = ClearanceCatalogue.shipped();

    @ParameterizedTest(name = "{0} last used {1}, asked on {2}: {3} until {4}")
    @CsvSource({
        // the boundary: the month of last use counts to its end, the last day is in
        "us.secret, 2024-11, 2026-11-29, CURRENT, 2026-11-30",
        "us.secret, 2024-11, 2026-11-30, CURRENT, 2026-11-30",
        "us.secret, 2024-11, 2026-12-01, EXPIRED, 2026-11-30",
        // months of unequal length, and leap years
        "us.secret, 2024-02, 2026-02-28, CURRENT, 2026-02-28",
        "us.secret, 2024-02, 2026-03-01, EXPIRED, 2026-02-28",
        "us.secret, 2026-02, 2028-02-29, CURRENT, 2028-02-29",
        "us.secret, 2026-02, 2028-03-01, EXPIRED, 2028-02-29",
        "us.secret, 2025-03, 2027-03-31, CURRENT, 2027-03-31",
        "us.secret, 2024-12, 2026-12-31, CURRENT, 2026-12-31",
        "us.secret, 2024-12, 2027-01-01, EXPIRED, 2026-12-31",
        // used in the month that is running
        "us.top-secret, 2026-11, 2026-11-01, CURRENT, 2028-11-30",
        "us.top-secret, 2026-11, 2026-11-30, CURRENT, 2028-11-30",
        // each scheme by its own rule
        "us-doe.q, 2024-11, 2026-11-30, CURRENT, 2026-11-30",
        "us-doe.q, 2024-11, 2026-12-01, EXPIRED, 2026-11-30",
        "uk.sc, 2025-11, 2026-11-30, CURRENT, 2026-11-30",
        "uk.sc, 2025-11, 2026-12-01, EXPIRED, 2026-11-30",
        "us.secret, 1970-01, 2026-11-23, EXPIRED, 1972-01-31",
    })
    void theWindowCountsFromTheEndOfTheMonthOfLastUse(
            String level, YearMonth lastUsed, LocalDate day, State state, LocalDate until) {
        ClearanceStatus status = catalogue.status(Clearance.lastUsed(lastUsed, level), day);
        assertThat(status.state()).isEqualTo(state);
        assertThat(status.until()).isEqualTo(until);
    }

    @Test
    void theStatusCarriesTheRuleThatWasUsed() {
        ClearanceStatus status = catalogue.status(Clearance.lastUsed(YearMonth.of(2025, 3), "us.top-secret"), TODAY);
        ReinstatementRule rule = Objects.requireNonNull(status.rule());
        assertThat(rule.name()).isEqualTo("24-month rule");
        assertThat(status.finding().parameters()).containsExactly(YearMonth.of(2027, 3), "24-month rule", "1997");
        assertThat(status.finding().source()).isEqualTo(rule.source());
    }

    @Test
    void aClearanceInAccessIsActiveWhateverElseIsStored() {
        Clearance inAccess = Clearance.inAccess("us.secret").grantedIn(YearMonth.of(1999, 1));
        assertThat(catalogue.status(inAccess, TODAY).state()).isEqualTo(State.ACTIVE);
        Clearance withOldLastUse = new Clearance(
                new LevelCode("us.secret"), inAccess.accesses(), null, false, true, YearMonth.of(2001, 1), null, null);
        assertThat(catalogue.status(withOldLastUse, TODAY).state()).isEqualTo(State.ACTIVE);
    }

    @ParameterizedTest(name = "{0}, in access {1}, last used {2}, granted {3}, interim {4}: {5} ({6})")
    @CsvSource({
        "us.gone,        true,  ,        ,        false, UNKNOWN, HELD_LEVEL_UNKNOWN",
        "us.gone,        false, 2026-10, ,        false, UNKNOWN, HELD_LEVEL_UNKNOWN",
        "'',             true,  ,        ,        false, UNKNOWN, HELD_LEVEL_UNKNOWN",
        "us.secret,      false, ,        ,        false, UNKNOWN, STATUS_WITHOUT_DATE",
        "us.secret,      false, ,        2020-01, false, UNKNOWN, STATUS_WITHOUT_DATE",
        "us.secret,      false, 2026-12, ,        false, UNKNOWN, STATUS_DATE_IN_FUTURE",
        "us.secret,      false, 9999-12, ,        false, UNKNOWN, STATUS_DATE_IN_FUTURE",
        "us.secret,      true,  ,        2026-12, false, UNKNOWN, STATUS_DATE_IN_FUTURE",
        "us.secret,      true,  ,        2026-11, false, ACTIVE,  STATUS_ACTIVE",
        "us.secret,      false, 2026-10, 2026-12, false, UNKNOWN, STATUS_DATE_IN_FUTURE",
        "us.secret,      false, 2025-01, 2025-02, false, UNKNOWN, STATUS_DATES_CONTRADICT",
        "us.secret,      false, 2025-02, 2025-02, false, CURRENT, STATUS_CURRENT",
        "australia.nv1,  false, 2026-10, ,        false, UNKNOWN, STATUS_WITHOUT_RULE",
        "canada.secret,  false, 2026-10, ,        false, UNKNOWN, STATUS_WITHOUT_RULE",
        "nato.secret,    false, 2026-10, ,        false, UNKNOWN, STATUS_WITHOUT_RULE",
        "australia.nv1,  true,  ,        ,        false, ACTIVE,  STATUS_ACTIVE",
        "us.secret,      true,  ,        ,        true,  ACTIVE,  STATUS_ACTIVE",
        "us.secret,      false, 2026-11, ,        true,  EXPIRED, STATUS_INTERIM_ENDED",
        "us.secret,      false, ,        ,        true,  EXPIRED, STATUS_INTERIM_ENDED",
        "us.secret,      false, 2027-01, ,        true,  UNKNOWN, STATUS_DATE_IN_FUTURE",
    })
    void whatTheDatesCantTellIsUnknown(
            String level,
            boolean inAccess,
            @Nullable YearMonth lastUsed,
            @Nullable YearMonth granted,
            boolean interim,
            State state,
            Reason reason) {
        Clearance clearance =
                new Clearance(new LevelCode(level), Set.of(), null, interim, inAccess, lastUsed, granted, null);
        ClearanceStatus status = catalogue.status(clearance, TODAY);
        assertThat(status.state()).isEqualTo(state);
        assertThat(status.reason()).isEqualTo(reason);
        assertThat(status.finding().reason()).isEqualTo(reason);
    }

    @ParameterizedTest(name = "asked on {0}: {1} until {2} by the {3}")
    @CsvSource({
        "2019-12-31, UNKNOWN, ,           ",
        "2020-01-01, CURRENT, 2020-12-31, one-year rule",
        "2020-12-31, CURRENT, 2020-12-31, one-year rule",
        "2021-01-01, EXPIRED, 2020-12-31, one-year rule",
        "2021-05-31, EXPIRED, 2020-12-31, one-year rule",
        "2021-06-01, CURRENT, 2022-12-31, three-year rule",
        "2022-12-31, CURRENT, 2022-12-31, three-year rule",
        "2023-01-01, EXPIRED, 2022-12-31, three-year rule",
    })
    void theRuleIsTheOneThatIsValidOnTheDayOfTheQuestion(
            LocalDate day, State state, @Nullable LocalDate until, @Nullable String rule) {
        ClearanceCatalogue changing = CatalogueTest.load("""
                labels: {none: none, unknown: unknown}
                schemes:
                  - code: red
                    name: Red
                    ladder: 1
                    reinstatement:
                      - {name: three-year rule, months: 36, valid-from: 2021-06-01, source: later}
                      - {name: one-year rule, months: 12, valid-from: 2020-01-01, source: earlier}
                    levels:
                      - {code: red.one, name: One, short-name: "1", rank: 1, kind: clearance}
                """);
        ClearanceStatus status = changing.status(Clearance.lastUsed(YearMonth.of(2019, 12), "red.one"), day);
        assertThat(status.state()).isEqualTo(state);
        assertThat(status.until()).isEqualTo(until);
        assertThat(status.rule() == null ? null : status.rule().name()).isEqualTo(rule);
    }
}
