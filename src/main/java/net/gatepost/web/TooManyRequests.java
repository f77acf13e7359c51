package net.gatepost.web;

import java.time.Duration;

/** A limit is used up. Answered with 429, {@code Retry-After} and a page that says when to come back. */
public class TooManyRequests extends RuntimeException {

    private final Duration retryAfter;

    public TooManyRequests(Duration retryAfter) {
        super("limit used up", null, false, false);
        this.retryAfter = retryAfter;
    }

    public Duration retryAfter() {
        return retryAfter;
    }
}
