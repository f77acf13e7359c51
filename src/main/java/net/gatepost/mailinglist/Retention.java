package net.gatepost.mailinglist;

import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Forgets addresses that nobody confirmed: without an agreement there is no reason to keep them. */
@Component
class Retention {

    static final Duration UNCONFIRMED_KEPT = Duration.ofDays(30);

    private static final Logger log = LoggerFactory.getLogger(Retention.class);

    private final SubscriberRepository subscribers;
    private final Clock clock;

    Retention(SubscriberRepository subscribers, Clock clock) {
        this.subscribers = subscribers;
        this.clock = clock;
    }

    @Transactional
    public void forgetUnconfirmed() {
        var before = clock.instant().minus(UNCONFIRMED_KEPT);
        int forgotten = subscribers.deleteUnconfirmed(before) + subscribers.returnUnconfirmedToLeft(before);
        if (forgotten > 0) {
            log.info("Forgot {} wishes to join the mailing list that nobody confirmed", forgotten);
        }
    }
}
