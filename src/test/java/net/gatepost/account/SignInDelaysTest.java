package net.gatepost.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import net.gatepost.TestClock;
import net.gatepost.web.RateLimits;
import net.gatepost.web.TooManyRequests;
import org.junit.jupiter.api.Test;

class SignInDelaysTest {

    private final TestClock clock = new TestClock();
    private final SignInDelays delays = new SignInDelays(new RateLimits(), clock);

    @Test
    void fiveTriesAreFreeAndTheSixthHasToWait() {
        for (int attempt = 0; attempt < SignInDelays.FREE; attempt++) {
            delays.begin("casey|here");
        }

        assertThatThrownBy(() -> delays.begin("casey|here")).isInstanceOf(TooManyRequests.class);
        clock.advance(Duration.ofSeconds(2));
        assertThatCode(() -> delays.begin("casey|here")).doesNotThrowAnyException();
        clock.advance(Duration.ofSeconds(2));
        assertThatThrownBy(() -> delays.begin("casey|here")).isInstanceOf(TooManyRequests.class);
    }

    @Test
    void theOwnerIsNotHeldBackOnAnotherNetwork() {
        for (int attempt = 0; attempt < SignInDelays.FREE; attempt++) {
            delays.begin("casey|attacker");
        }

        assertThatThrownBy(() -> delays.begin("casey|attacker")).isInstanceOf(TooManyRequests.class);
        assertThatCode(() -> delays.begin("casey|home")).doesNotThrowAnyException();
    }

    @Test
    void signingInForgetsTheTries() {
        for (int attempt = 0; attempt < SignInDelays.FREE; attempt++) {
            delays.begin("casey|here");
        }
        delays.forget("casey|here");

        assertThatCode(() -> delays.begin("casey|here")).doesNotThrowAnyException();
    }

    @Test
    void thePauseGrowsToAQuarterOfAnHourAndNoFurther() {
        assertThat(SignInDelays.pauseAfter(4)).isZero();
        assertThat(SignInDelays.pauseAfter(5)).hasSeconds(2);
        assertThat(SignInDelays.pauseAfter(7)).hasSeconds(8);
        assertThat(SignInDelays.pauseAfter(14)).isEqualTo(Duration.ofMinutes(15));
        assertThat(SignInDelays.pauseAfter(Integer.MAX_VALUE)).isEqualTo(Duration.ofMinutes(15));
    }
}
