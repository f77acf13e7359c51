package net.gatepost.account;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import net.gatepost.web.Network;
import net.gatepost.web.RateLimits;
import net.gatepost.web.TooManyRequests;
import org.springframework.stereotype.Component;

/**
 * Makes each further try wait longer: five are free, then 2, 4, 8 seconds and so on up to a quarter of an hour. A try is
 * counted before it is checked, so that many at once gain nothing.
 */
@Component
class SignInDelays {

    static final Duration LONGEST = Duration.ofMinutes(15);
    static final int FREE = 5;

    private static final int KEYS_KEPT = 200_000;
    private static final int LARGEST_EXPONENT = 20;

    private static final int PER_NETWORK = 100;

    private final RateLimits limits;
    private final Clock clock;
    private final Cache<String, Tries> tries = Caffeine.newBuilder()
            .maximumSize(KEYS_KEPT)
            .expireAfterWrite(Duration.ofDays(1))
            .build();

    SignInDelays(RateLimits limits, Clock clock) {
        this.limits = limits;
        this.clock = clock;
    }

    private record Tries(int count, Instant nextAt) {}

    /**
     * Begins a try: whatever is tried is counted by the network it comes from, and slowed down by what it is and the network.
     *
     * @param what an address, or a way of signing in that takes none
     * @return what to {@link #forget} it by when it succeeds
     * @throws TooManyRequests when the network has tried too much, or while the pause after the last try is not over
     */
    String begin(String what, Network network) {
        limits.take("sign-in-network", network.value(), PER_NETWORK, LONGEST);
        String key = what + '|' + network.value();
        begin(key);
        return key;
    }

    /** @throws TooManyRequests while the pause after the last try is not over; that one is not counted */
    void begin(String key) {
        var now = clock.instant();
        tries.asMap().compute(key, (unused, before) -> {
            if (before != null && now.isBefore(before.nextAt())) {
                throw new TooManyRequests(Duration.between(now, before.nextAt()));
            }
            int count = before == null ? 1 : before.count() + 1;
            return new Tries(count, now.plus(pauseAfter(count)));
        });
    }

    void forget(String key) {
        tries.invalidate(key);
    }

    static Duration pauseAfter(int count) {
        if (count < FREE) {
            return Duration.ZERO;
        }
        var pause = Duration.ofSeconds(1L << Math.min(count - FREE + 1, LARGEST_EXPONENT));
        return pause.compareTo(LONGEST) < 0 ? pause : LONGEST;
    }
}
