package net.gatepost.place;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class EndOfDayTests {

    @Test
    void aDayEndsWhereThePlaceIs() {
        LocalDate day = LocalDate.of(2026, 11, 30);

        assertThat(place("Guam").endOfDay(day)).isEqualTo(Instant.parse("2026-11-30T14:00:00Z"));
        assertThat(place("Stuttgart").endOfDay(day)).isEqualTo(Instant.parse("2026-11-30T23:00:00Z"));
        assertThat(place("Annapolis Junction").endOfDay(day)).isEqualTo(Instant.parse("2026-12-01T05:00:00Z"));
        assertThat(place("Camp Smith").endOfDay(day)).isEqualTo(Instant.parse("2026-12-01T10:00:00Z"));
    }

    @Test
    void theDaysOnWhichClocksMoveAreAnHourLongerAndShorter() {
        Place meade = place("Fort Meade, MD");

        assertThat(length(meade, LocalDate.of(2026, 3, 8))).isEqualTo(Duration.ofHours(23));
        assertThat(length(meade, LocalDate.of(2026, 11, 1))).isEqualTo(Duration.ofHours(25));
        assertThat(length(place("Tucson, AZ"), LocalDate.of(2026, 3, 8))).isEqualTo(Duration.ofHours(24));
    }

    private static Duration length(Place place, LocalDate day) {
        return Duration.between(place.endOfDay(day.minusDays(1)), place.endOfDay(day));
    }

    private static Place place(String typed) {
        return Gazetteer.shipped().find(typed).exact().orElseThrow();
    }
}
