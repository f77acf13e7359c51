package net.gatepost.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import net.gatepost.clearance.ClearanceCatalogue;
import net.gatepost.clearance.PolygraphRequirement;
import net.gatepost.demo.DemoListings.DemoListing;
import net.gatepost.job.ListingDates;
import net.gatepost.job.ListingDraft;
import net.gatepost.job.PayPeriod;
import net.gatepost.job.PublicationRules;
import net.gatepost.job.Workplace;
import net.gatepost.place.Gazetteer;
import net.gatepost.spill.SpillGuard;
import net.gatepost.spill.SpillVerdict;
import org.junit.jupiter.api.Test;

class DemoListingsTest {

    private static final Instant NOW = Instant.parse("2026-11-23T15:00:00Z");
    private static final int COUNT = 2_000;

    private static final List<DemoEmployer> EMPLOYERS = DemoEmployer.all(DemoPerson.all());
    private static final DemoListings MAKER =
            new DemoListings(EMPLOYERS.subList(0, 39), Words.read(), Gazetteer.shipped());
    private static final List<DemoListing> MADE = LongStream.range(0, COUNT)
            .mapToObj(number -> MAKER.listing(number, NOW))
            .toList();

    @Test
    void everyListingCouldBePublishedWhenItWasConfirmed() {
        var rules = new PublicationRules(ClearanceCatalogue.shipped());

        assertThat(MADE)
                .allSatisfy(made -> assertThat(rules.problemsOf(made.content(), made.confirmedAt()))
                        .isEmpty());
    }

    @Test
    void theSpillGuardHasNothingToSayAboutAnyText() {
        var guard = new SpillGuard();

        assertThat(MADE).allSatisfy(made -> {
            assertThat(guard.inspect(made.content().title()).verdict()).isEqualTo(SpillVerdict.ALLOW);
            assertThat(guard.inspect(made.content().description()).verdict()).isEqualTo(SpillVerdict.ALLOW);
            assertThat(guard.inspect(made.content().citizensOnlyBasis()).verdict())
                    .isEqualTo(SpillVerdict.ALLOW);
        });
        assertThat(EMPLOYERS)
                .allSatisfy(employer -> assertThat(
                                guard.inspect(employer.draft().description()).verdict())
                        .isEqualTo(SpillVerdict.ALLOW));
    }

    @Test
    void everyListingIsLiveAndWasPostedInTheLastWeeks() {
        assertThat(MADE).allSatisfy(made -> {
            var zone = ListingDates.zoneOf(made.content().place());
            assertThat(made.postedAt()).isBetween(NOW.minus(Duration.ofDays(DemoListings.OLDEST_DAYS)), NOW);
            assertThat(made.confirmedAt()).isBetween(made.postedAt(), NOW);
            assertThat(made.content().ends())
                    .isAfter(ListingDates.today(zone, NOW))
                    .isBeforeOrEqualTo(ListingDates.furthestEnd(zone, made.confirmedAt()));
        });
    }

    @Test
    void noTwoDescriptionsReadTheSame() {
        assertThat(MADE.stream().map(made -> made.content().description())).doesNotHaveDuplicates();
        assertThat(MADE.stream()
                        .map(made -> firstSentence(made.content()))
                        .distinct()
                        .count())
                .isGreaterThan(150);
        assertThat(RoleFamily.all()).hasSizeGreaterThanOrEqualTo(40);
    }

    @Test
    void everyDescriptionIsStructuredFilledInAndFitsItsColumn() {
        assertThat(MADE).allSatisfy(made -> {
            assertThat(made.content().title()).hasSizeLessThanOrEqualTo(ListingDraft.LONGEST_TITLE);
            assertThat(made.content().description())
                    .hasSizeBetween(700, ListingDraft.LONGEST_DESCRIPTION)
                    .contains("\n## ", "\n- ")
                    .doesNotContain("{", "}", "|");
        });
    }

    @Test
    void payIsARangeThatFitsTheWork() {
        var paid = MADE.stream().flatMap(made -> made.content().pay().stream()).toList();

        assertThat(paid).hasSizeGreaterThan(COUNT * 9 / 10).allSatisfy(pay -> {
            assertThat(pay.min()).isLessThan(pay.max());
            assertThat(pay.max()).isLessThan(pay.min() * 2);
            assertThat(pay.yearlyMin()).isBetween(20_000_00L, 260_000_00L);
        });
        assertThat(paid.stream().map(pay -> pay.period()).distinct())
                .containsExactlyInAnyOrder(PayPeriod.HOUR, PayPeriod.YEAR);
        assertThat(MADE.size() - paid.size()).as("some don't say what they pay").isPositive();
    }

    @Test
    void everyPlaceIsTheGazetteersAndWorkOnSiteHasOne() {
        var gazetteer = Gazetteer.shipped();
        Set<String> places = new HashSet<>();

        assertThat(MADE).allSatisfy(made -> {
            var place = made.content().place();
            if (place == null) {
                assertThat(made.content().workplace()).isEqualTo(Workplace.REMOTE);
            } else {
                assertThat(gazetteer.byId(place.id())).isPresent();
                places.add(place.label());
            }
        });
        assertThat(places).hasSizeGreaterThan(80).contains("Fort Meade, MD", "Oak Ridge, TN", "Stuttgart, Germany");
    }

    @Test
    void fiveHundredListingsShowWhatTheSiteKnows() {
        var usual = MADE.subList(0, 500).stream().map(DemoListing::content).toList();
        Set<String> levels = new HashSet<>();
        usual.forEach(content -> levels.add(content.clearance().key().toString()));

        assertThat(usual.stream()
                        .map(content -> content.clearance().level())
                        .distinct()
                        .count())
                .isGreaterThan(10);
        assertThat(usual.stream()
                        .map(content -> content.clearance().polygraph())
                        .distinct())
                .containsExactlyInAnyOrder(PolygraphRequirement.values());
        assertThat(usual.stream().map(ListingDraft::workplace).distinct()).hasSize(Workplace.values().length);
        assertThat(usual).anyMatch(ListingDraft::contingent);
        assertThat(usual).anyMatch(content -> content.clearance().willSponsor());
        assertThat(usual).anyMatch(content -> content.clearance().interimAccepted());
        assertThat(usual).anyMatch(content -> content.clearance().isPreferred());
        assertThat(usual).anyMatch(ListingDraft::citizensOnly);
        assertThat(usual).anyMatch(content -> content.clearance().level() == null);
        assertThat(MADE.stream().map(DemoListing::employer).distinct().count()).isEqualTo(39);
        assertThat(levels).hasSizeGreaterThan(10);
    }

    @Test
    void aNumberAlwaysMakesTheSameListing() {
        var again = new DemoListings(EMPLOYERS.subList(0, 39), Words.read(), Gazetteer.shipped());

        assertThat(again.listing(317, NOW)).isEqualTo(MADE.get(317));
    }

    private static String firstSentence(ListingDraft content) {
        return String.valueOf(content.description()).split("(?<=[.?]) ")[0];
    }
}
