package net.gatepost.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class LinkStateTest {

    private static final Instant NOW = Instant.parse("2026-11-30T12:00:00Z");
    private static final Duration HOUR = Duration.ofHours(1);

    @Test
    void aLinkIsOpenUntilItsTimeIsOver() {
        assertThat(LinkState.of(NOW, NOW.plus(HOUR), HOUR)).isEqualTo(LinkState.OPEN);
        assertThat(LinkState.of(NOW, NOW, HOUR)).isEqualTo(LinkState.ENDED);
    }

    @Test
    void aLinkOfAProcessWhoseClockIsALittleAheadIsOpen() {
        assertThat(LinkState.of(NOW, NOW.plus(HOUR).plusSeconds(20), HOUR)).isEqualTo(LinkState.OPEN);
    }

    @Test
    void aLinkThatWasMailedWhileTheClockRanAheadIsNotGoodUntilThen() {
        assertThat(LinkState.of(NOW, NOW.plus(Duration.ofDays(400)), HOUR)).isEqualTo(LinkState.ENDED);
    }
}
