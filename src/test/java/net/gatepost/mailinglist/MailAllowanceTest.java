package net.gatepost.mailinglist;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class MailAllowanceTest {

    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

    @Test
    void theFirstMailIsAlwaysAllowed() {
        assertThat(MailAllowance.CONFIRMATIONS.permits(null, 0, null, NOW)).isTrue();
    }

    @Test
    void twoConfirmationsAreTenMinutesApart() {
        var first = NOW.minus(Duration.ofMinutes(10));
        assertThat(MailAllowance.CONFIRMATIONS.permits(first, 1, first.plusSeconds(1), NOW))
                .isFalse();
        assertThat(MailAllowance.CONFIRMATIONS.permits(first, 1, first, NOW)).isTrue();
    }

    @Test
    void aFourthConfirmationWaitsForTheNextDay() {
        var last = NOW.minus(Duration.ofHours(2));
        assertThat(MailAllowance.CONFIRMATIONS.permits(NOW.minus(Duration.ofHours(23)), 3, last, NOW))
                .isFalse();
        assertThat(MailAllowance.CONFIRMATIONS.permits(NOW.minus(Duration.ofHours(24)), 3, last, NOW))
                .isTrue();
    }
}
