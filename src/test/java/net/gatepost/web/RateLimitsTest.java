package net.gatepost.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import net.gatepost.ModuleTest;
import net.gatepost.TestClock;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@ModuleTest
class RateLimitsTest {

    private static final Duration HOUR = Duration.ofHours(1);

    @Autowired
    RateLimits limits;

    @Autowired
    BucketTable buckets;

    @Autowired
    SignedLinks signatures;

    @Autowired
    javax.sql.DataSource dataSource;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient database;

    @Autowired
    TestClock clock;

    @Test
    void anEmptyBucketSaysWhenTheNextOneIsThere() {
        for (int i = 0; i < 4; i++) {
            limits.take("test-empty", "here", 4, HOUR);
        }

        assertThatThrownBy(() -> limits.take("test-empty", "here", 4, HOUR))
                .isInstanceOfSatisfying(
                        TooManyRequests.class,
                        refused -> assertThat(refused.retryAfter().toMinutes()).isBetween(13L, 15L));
        assertThatCode(() -> limits.take("test-empty", "there", 4, HOUR)).doesNotThrowAnyException();
    }

    @Test
    void anotherProcessCountsInTheSameBuckets() throws Exception {
        limits.take("test-shared", "here", 2, HOUR);
        try (var table = new BucketTable(dataSource, clock)) {
            var other = new RateLimits(table, signatures);
            other.take("test-shared", "here", 2, HOUR);

            assertThatThrownBy(() -> other.take("test-shared", "here", 2, HOUR)).isInstanceOf(TooManyRequests.class);
        }
        assertThatThrownBy(() -> limits.take("test-shared", "here", 2, HOUR)).isInstanceOf(TooManyRequests.class);
    }

    @Test
    void ofManyAtOnceNoMoreThanTheBucketHoldsGoOn() {
        var taken = IntStream.range(0, 30)
                .mapToObj(take -> CompletableFuture.supplyAsync(() -> {
                    try {
                        limits.take("test-many", "here", 10, HOUR);
                        return 1;
                    } catch (TooManyRequests tooMany) {
                        return 0;
                    }
                }))
                .toList();

        assertThat(taken.stream().mapToInt(CompletableFuture::join).sum()).isEqualTo(10);
    }

    @Test
    void aTakeCountsAlsoWhenWhatItWasForIsRolledBack() {
        transaction.executeWithoutResult(status -> {
            limits.take("test-rollback", "here", 1, HOUR);
            status.setRollbackOnly();
        });

        assertThatThrownBy(() -> limits.take("test-rollback", "here", 1, HOUR)).isInstanceOf(TooManyRequests.class);
    }

    @Test
    void fullBucketsAreForgottenAndOthersKept() {
        limits.take("test-old", "here", 1, HOUR);
        String id = signatures.fingerprint("test-old", "here");

        clock.advance(Duration.ofMinutes(30));
        buckets.forgetFull();
        assertThat(kept(id)).isTrue();

        clock.advance(HOUR);
        buckets.forgetFull();
        assertThat(kept(id)).isFalse();
    }

    @Test
    void aBucketOfAClockThatRanAheadIsForgotten() {
        limits.take("test-ahead", "here", 1, HOUR);
        String id = signatures.fingerprint("test-ahead", "here");

        clock.advance(Duration.ofDays(-1));
        buckets.forgetFull();
        assertThat(kept(id)).isTrue();

        clock.advance(Duration.ofDays(-2));
        buckets.forgetFull();
        assertThat(kept(id)).isFalse();
    }

    @Test
    void noBucketTakesLongerThanADayToFillUp() {
        assertThatThrownBy(() -> limits.take("test-long", "here", 1, Duration.ofDays(2)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private boolean kept(String id) {
        return database.sql("select count(*) from rate_limit where id = ?")
                        .param(id)
                        .query(Integer.class)
                        .single()
                == 1;
    }
}
