package net.gatepost.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import net.gatepost.clearance.Access;
import net.gatepost.clearance.ClearanceCatalogue;
import net.gatepost.clearance.ClearanceRequirement;
import net.gatepost.clearance.PolygraphRequirement;
import net.gatepost.job.PublicationRules.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicationRulesTest {

    /** Still the 22nd in Honolulu, and the 23rd already in Maryland. */
    private static final Instant NOW = Instant.parse("2026-11-23T06:00:00Z");

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    private final PublicationRules rules = new PublicationRules(ClearanceCatalogue.shipped());

    @Test
    void aCompleteListingMayBePublished() {
        assertThat(rules.problemsOf(ListingDrafts.ending(TODAY.plusDays(30)).draft(), NOW))
                .isEmpty();
    }

    @Test
    void aTitleAloneLacksTheRest() {
        assertThat(rules.problemsOf(ListingDrafts.titled("Only a title").draft(), NOW))
                .extracting(Problem::field)
                .containsExactly("place", "workplace", "employmentType", "level", "description", "ends");
    }

    @Test
    void itEndsTodayAtTheEarliest() {
        assertThat(problems(ListingDrafts.ending(TODAY))).isEmpty();
        assertThat(problems(ListingDrafts.ending(TODAY.minusDays(1)))).containsExactly("listing.ends.past");
    }

    @Test
    void itEndsIn60DaysAtTheLatest() {
        assertThat(problems(ListingDrafts.ending(TODAY.plusDays(60)))).isEmpty();
        assertThat(problems(ListingDrafts.ending(TODAY.plusDays(61)))).containsExactly("listing.ends.far");
    }

    @Test
    void todayIsTheDayAtItsPlace() {
        var honolulu = new ListingPlace("us-hi-honolulu", "Honolulu, HI", 21.3, -157.8, ZoneId.of("Pacific/Honolulu"));

        assertThat(problems(ListingDrafts.ending(TODAY.minusDays(1)).at(honolulu, Workplace.ON_SITE)))
                .isEmpty();
        assertThat(problems(ListingDrafts.ending(TODAY.plusDays(60)).at(honolulu, Workplace.ON_SITE)))
                .containsExactly("listing.ends.far");
    }

    @Test
    void remoteWorkMayDoWithoutAPlace() {
        assertThat(problems(ListingDrafts.ending(TODAY).at(null, Workplace.REMOTE)))
                .isEmpty();
        assertThat(problems(ListingDrafts.ending(TODAY).at(null, Workplace.HYBRID)))
                .containsExactly("listing.place.missing");
    }

    @Test
    void onlyKnownLevelsWithAccessesThatTheyAllow() {
        assertThat(problems(ListingDrafts.ending(TODAY).needing(ClearanceRequirement.of("us.gone"))))
                .containsExactly("clearance.problem.level-unknown");
        assertThat(problems(ListingDrafts.ending(TODAY).needing(ClearanceRequirement.of("uk.bpss", Access.SCI))))
                .containsExactly("clearance.problem.access-not-allowed");
        assertThat(problems(ListingDrafts.ending(TODAY)
                        .needing(ClearanceRequirement.none().withPolygraph(PolygraphRequirement.ANY))))
                .containsExactly("clearance.problem.level-missing");
        assertThat(problems(ListingDrafts.ending(TODAY).needing(ClearanceRequirement.none())))
                .isEmpty();
    }

    @Test
    void citizensAreAskedForOnlyBesideWhatRequiresIt() {
        assertThat(problems(ListingDrafts.ending(TODAY).citizensOnly(null)))
                .containsExactly("listing.citizensOnlyBasis.missing");
        assertThat(problems(ListingDrafts.ending(TODAY).citizensOnly(" ")))
                .containsExactly("listing.citizensOnlyBasis.missing");
        assertThat(problems(ListingDrafts.ending(TODAY).citizensOnly("10 CFR 710")))
                .isEmpty();
    }

    @Test
    void payIsARangeThatCanBeRight() {
        assertThat(problems(ListingDrafts.ending(TODAY).paying(null, null, PayPeriod.YEAR)))
                .isEmpty();
        assertThat(problems(ListingDrafts.ending(TODAY).paying(100_000_00L, null, PayPeriod.YEAR)))
                .containsExactly("listing.pay.one-end");
        assertThat(problems(ListingDrafts.ending(TODAY).paying(2L, 1L, PayPeriod.YEAR)))
                .containsExactly("listing.pay.reversed");
        assertThat(problems(ListingDrafts.ending(TODAY).paying(60_00L, 70_00L, PayPeriod.YEAR)))
                .containsExactly("listing.pay.implausible");
        assertThat(problems(ListingDrafts.ending(TODAY).paying(100_000_00L, 120_000_00L, PayPeriod.HOUR)))
                .containsExactly("listing.pay.implausible");
        assertThat(problems(ListingDrafts.ending(TODAY).paying(60_00L, 70_00L, PayPeriod.HOUR)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "http://jobs.example.com/1",
                "javascript:alert(1)",
                "https://",
                "https://localhost/x",
                "https://a:b@example.com/",
                "https://example.com/a b",
                "//example.com",
                "data:text/html,x"
            })
    void peopleAreSentToHttpsAddressesAlone(String address) {
        assertThat(problems(ListingDrafts.ending(TODAY).applyingBy(ApplyBy.URL, address)))
                .containsExactly("listing.applyTo.url");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "jobs", "jobs@example", "a b@example.com", "jobs@example.com?subject=x", "a@b@example.com"})
    void mailGoesToOneAddress(String address) {
        assertThat(problems(ListingDrafts.ending(TODAY).applyingBy(ApplyBy.EMAIL, address)))
                .containsExactly("listing.applyTo.email");
    }

    @Test
    void goodAddressesAreTaken() {
        assertThat(problems(ListingDrafts.ending(TODAY).applyingBy(ApplyBy.URL, "https://jobs.example.com/1?x=y#z")))
                .isEmpty();
        assertThat(problems(ListingDrafts.ending(TODAY).applyingBy(ApplyBy.EMAIL, "jobs+ts@mail.example.com")))
                .isEmpty();
    }

    private java.util.List<String> problems(ListingDrafts draft) {
        return rules.problemsOf(draft.draft(), NOW).stream()
                .map(Problem::messageKey)
                .toList();
    }
}
