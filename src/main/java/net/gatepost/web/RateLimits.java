package net.gatepost.web;

import io.github.bucket4j.BucketConfiguration;
import java.time.Duration;
import org.springframework.stereotype.Component;

/**
 * Token buckets by name and key (an address, a network), shared by all processes through the database, where a key stands
 * signed only. A take counts at once, whatever becomes of the transaction that it was made in.
 */
@Component
public class RateLimits {

    /** Less than {@link LongestPause}. */
    private static final Duration LONGEST = Duration.ofDays(1);

    private final BucketTable buckets;
    private final SignedLinks signatures;

    RateLimits(BucketTable buckets, SignedLinks signatures) {
        this.buckets = buckets;
        this.signatures = signatures;
    }

    /**
     * Takes one from the bucket of {@code name} and {@code key}, which holds {@code capacity} and fills up again evenly
     * over {@code period}.
     *
     * @param period a day at most
     * @throws TooManyRequests when it is empty; says when the next one is there
     */
    public void take(String name, String key, int capacity, Duration period) {
        if (period.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("a bucket is kept for " + LONGEST + " and not for " + period);
        }
        var configuration = BucketConfiguration.builder()
                .addLimit(limit -> limit.capacity(capacity).refillGreedy(capacity, period))
                .build();
        TooManyRequests.unlessTaken(buckets.builder()
                .build(signatures.fingerprint(name, key), () -> configuration)
                .tryConsumeAndReturnRemaining(1));
    }
}
