package net.gatepost.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DistanceTests {

    /** Great-circle distances between airports, as flight planners give them. */
    @ParameterizedTest(name = "{0} is {5} miles")
    @CsvSource({
        "IAD to DEN, 38.9445, -77.4558, 39.8617, -104.6731, 1452",
        "JFK to LAX, 40.6398, -73.7789, 33.9425, -118.4081, 2475",
        "JFK to LHR, 40.6398, -73.7789, 51.4706, -0.4619, 3451",
        "ANC to HND across the date line, 61.1744, -149.9964, 35.5523, 139.7800, 3462",
    })
    void knownDistancesAreMetWithinHalfAPercent(
            String what, double lat1, double lon1, double lat2, double lon2, double miles) {
        assertThat(Distance.between(lat1, lon1, lat2, lon2).miles()).isCloseTo(miles, within(miles * 0.005));
    }

    @Test
    void oneDegreeOfLatitudeIsSixtyNineMiles() {
        assertThat(Distance.between(38, -77, 39, -77).miles()).isCloseTo(69.09, within(0.05));
    }

    @Test
    void aPlaceIsNowhereFromItselfAndAntipodesAreHalfTheEarthApart() {
        assertThat(Distance.between(38.9, -77, 38.9, -77).miles()).isZero();
        assertThat(Distance.between(12.3, 45.6, -12.3, -134.4).miles()).isCloseTo(12437, within(2.0));
    }

    @Test
    void distancesAreTheSameBothWaysAndCompareByLength() {
        Place meade = Gazetteer.shipped().find("Fort Meade, MD").exact().orElseThrow();
        Place belvoir = Gazetteer.shipped().find("Fort Belvoir").exact().orElseThrow();
        Place arsenal = Gazetteer.shipped().find("Redstone Arsenal").exact().orElseThrow();

        assertThat(meade.distanceTo(belvoir).miles()).isBetween(33.0, 37.0);
        assertThat(meade.distanceTo(belvoir).miles())
                .isCloseTo(belvoir.distanceTo(meade).miles(), within(1e-9));
        assertThat(meade.distanceTo(belvoir)).isLessThan(meade.distanceTo(arsenal));
    }

    @Test
    void milesAreGivenInKilometersToo() {
        assertThat(new Distance(100).kilometers()).isCloseTo(160.9344, within(1e-9));
    }

    @Test
    void aDistanceIsNeverNegativeNorUndefined() {
        assertThatThrownBy(() -> new Distance(-1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Distance(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
    }
}
