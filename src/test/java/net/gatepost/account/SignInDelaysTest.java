package net.gatepost.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import net.gatepost.ModuleTest;
import net.gatepost.TestClock;
import net.gatepost.web.TooManyRequests;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ModuleTest
class SignInDelaysTest {

    @Autowired
    SignInDelays delays;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient database;

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
    void ofManyTriesAtOnceFiveAreFree() {
        var refused = IntStream.range(0, 20)
                .mapToObj(attempt -> CompletableFuture.supplyAsync(() -> {
                    try {
                        delays.begin("many|here");
                        return 0;
                    } catch (TooManyRequests tooMany) {
                        return 1;
                    }
                }))
                .toList();

        assertThat(refused.stream().mapToInt(CompletableFuture::join).sum()).isEqualTo(20 - SignInDelays.FREE);
    }

    @Test
    void whatWasNotTriedForADayIsForgotten() {
        delays.begin("old|here");
        clock.advance(Duration.ofDays(2));
        delays.begin("new|here");

        delays.forgetOld();

        assertThat(database.sql("select tries from sign_in_delay")
                        .query(Integer.class)
                        .list())
                .containsExactly(1);
    }

    @Test
    void aClockThatIsSetBackShutsNobodyOut() {
        for (int attempt = 0; attempt < SignInDelays.FREE; attempt++) {
            delays.begin("ahead|here");
        }
        clock.advance(Duration.ofDays(-400));

        assertThatCode(() -> delays.begin("ahead|here")).doesNotThrowAnyException();
        assertThatThrownBy(() -> delays.begin("ahead|here"))
                .as("the tries are still counted")
                .isInstanceOf(TooManyRequests.class);
    }

    @Test
    void signingInForgetsTheTries() {
        for (int attempt = 0; attempt < SignInDelays.FREE; attempt++) {
            delays.begin("signed-in|here");
        }
        delays.forget("signed-in|here");

        assertThatCode(() -> delays.begin("signed-in|here")).doesNotThrowAnyException();
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
