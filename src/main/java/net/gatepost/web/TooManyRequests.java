package net.gatepost.web;

import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;

/** A limit is used up. Answered with 429, {@code Retry-After} and a page that says when to come back. */
public class TooManyRequests extends RuntimeException {

    private final Duration retryAfter;

    public TooManyRequests(Duration retryAfter) {
        super("limit used up", null, false, false);
        this.retryAfter = retryAfter;
    }

    /** @throws TooManyRequests if the bucket had none left; says when the next one is there */
    static void unlessTaken(ConsumptionProbe probe) {
        if (!probe.isConsumed()) {
            throw new TooManyRequests(Duration.ofNanos(probe.getNanosToWaitForRefill()));
        }
    }

    public Duration retryAfter() {
        return retryAfter;
    }
}
