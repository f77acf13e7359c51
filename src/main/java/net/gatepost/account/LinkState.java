package net.gatepost.account;

import java.time.Duration;
import java.time.Instant;

/** What became of a mailed link. */
public enum LinkState {
    /** Can be used now. */
    OPEN,
    /** Was used, or what it is for has come about in another way. */
    USED,
    /** Its time is over, or a later step has made it void. */
    ENDED,
    /** No such link was ever sent, or it ended so long ago that it was deleted. */
    UNKNOWN;

    /**
     * Of a link that was not used. One that ends long after it should was mailed while the clock ran ahead: it would be good until
     * then.
     */
    static LinkState of(Instant now, Instant endsAt, Duration lifetime) {
        boolean isOfALaterTime = endsAt.isAfter(now.plus(lifetime.multipliedBy(2)));
        return now.isBefore(endsAt) && !isOfALaterTime ? OPEN : ENDED;
    }
}
