package net.gatepost.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import org.springframework.stereotype.Component;

/**
 * Token buckets by name and key (an address, a network). They live in this process: a restart forgives, and limits that
 * must hold across processes are counted in the database by the module that owns them.
 */
@Component
public class RateLimits {

    private static final int KEYS_KEPT = 200_000;

    private final Cache<String, Bucket> buckets = Caffeine.newBuilder()
            .maximumSize(KEYS_KEPT)
            .expireAfterAccess(Duration.ofDays(1))
            .build();

    /**
     * Takes one from the bucket of {@code name} and {@code key}, which holds {@code capacity} and fills up again evenly
     * over {@code period}.
     *
     * @throws TooManyRequests when it is empty; says when the next one is there
     */
    public void take(String name, String key, int capacity, Duration period) {
        var bucket = buckets.get(
                name + '|' + key,
                unused -> Bucket.builder()
                        .addLimit(limit -> limit.capacity(capacity).refillGreedy(capacity, period))
                        .build());
        var probe = bucket.tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            throw new TooManyRequests(Duration.ofNanos(probe.getNanosToWaitForRefill()));
        }
    }
}
