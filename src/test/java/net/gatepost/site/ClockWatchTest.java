package net.gatepost.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ClockWatchTest {

    private Instant time = Instant.parse("2026-11-30T12:00:00Z");
    private long nanos;
    private ClockWatch watch;

    @BeforeEach
    void begin() {
        var clock = new Clock() {
            @Override
            public Instant instant() {
                return time;
            }

            @Override
            public ZoneOffset getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(java.time.ZoneId zone) {
                throw new UnsupportedOperationException();
            }
        };
        watch = new ClockWatch(clock, () -> nanos);
    }

    @Test
    void timeThatPassesIsNoReasonToDoubtTheClock() {
        pass(Duration.ofDays(40));

        assertThat(watch.isFarAhead()).isFalse();
        assertThat(watch.timesSetBack()).isZero();
    }

    @Test
    void smallCorrectionsAreNoReasonToDoubtTheClock() {
        for (int second = 0; second < 10_000; second++) {
            set(Duration.ofSeconds(1));
            assertThat(watch.isFarAhead()).isFalse();
        }
        set(Duration.ofSeconds(-20));

        assertThat(watch.isFarAhead()).isFalse();
        assertThat(watch.timesSetBack()).isZero();
    }

    @Test
    void aClockThatWasSetAheadByMoreThanAnHourIsDoubtedForADay() {
        set(Duration.ofMinutes(61));

        assertThat(watch.isFarAhead()).isTrue();
        pass(Duration.ofHours(23));
        assertThat(watch.isFarAhead()).isTrue();
        pass(Duration.ofHours(2));
        assertThat(watch.isFarAhead()).isFalse();
    }

    @Test
    void aClockThatCreepsAheadIsDoubtedTooFromTheLastTimeItWasSet() {
        set(Duration.ofMinutes(40));
        assertThat(watch.isFarAhead()).isFalse();
        pass(Duration.ofHours(20));
        set(Duration.ofMinutes(40));
        assertThat(watch.isFarAhead()).isTrue();
        pass(Duration.ofHours(20));
        assertThat(watch.isFarAhead()).isTrue();
    }

    @Test
    void settingItRightAgainEndsTheDoubtAndIsCountedAsSettingBack() {
        set(Duration.ofDays(400));
        assertThat(watch.isFarAhead()).isTrue();

        set(Duration.ofDays(-399));
        assertThat(watch.isFarAhead()).isTrue();
        set(Duration.ofDays(-1));
        assertThat(watch.isFarAhead()).isFalse();
        assertThat(watch.timesSetBack()).isEqualTo(2);
    }

    @Test
    void whatItWasSetBackByBeforeDoesNotExcuseSettingItAhead() {
        set(Duration.ofDays(-3));
        assertThat(watch.isFarAhead()).isFalse();

        set(Duration.ofDays(2));
        assertThat(watch.isFarAhead()).isTrue();
    }

    private void pass(Duration duration) {
        time = time.plus(duration);
        nanos += duration.toNanos();
    }

    private void set(Duration duration) {
        time = time.plus(duration);
    }
}
