package net.gatepost.mailinglist;

import java.time.Clock;
import net.gatepost.web.RetentionPeriods;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Forgets addresses that nobody confirmed: without an agreement there is no reason to keep them. */
@Component
class Retention {

    private static final Logger log = LoggerFactory.getLogger(Retention.class);

    private final SubscriberRepository subscribers;
    private final RetentionPeriods periods;
    private final Clock clock;

    Retention(SubscriberRepository subscribers, RetentionPeriods periods, Clock clock) {
        this.subscribers = subscribers;
        this.periods = periods;
        this.clock = clock;
    }

    @Transactional
    public void forgetUnconfirmed() {
        var before = clock.instant().minus(periods.unconfirmed());
        int forgotten = subscribers.deleteUnconfirmed(before) + subscribers.returnUnconfirmedToLeft(before);
        if (forgotten > 0) {
            log.info("Forgot {} wishes to join the mailing list that nobody confirmed", forgotten);
        }
    }
}
