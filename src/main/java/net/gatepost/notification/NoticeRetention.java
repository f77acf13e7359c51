package net.gatepost.notification;

import java.time.Clock;
import net.gatepost.web.RetentionPeriods;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Forgets old notices: what they told of is where it happened. */
@Component
class NoticeRetention {

    static final int BATCH = 1000;

    private final NoticeRepository notices;
    private final TransactionTemplate transaction;
    private final RetentionPeriods periods;
    private final Clock clock;

    NoticeRetention(NoticeRepository notices, TransactionTemplate transaction, RetentionPeriods periods, Clock clock) {
        this.notices = notices;
        this.transaction = transaction;
        this.periods = periods;
        this.clock = clock;
    }

    /** In small transactions, so that nobody waits for a large one. */
    void forget() {
        while (forgetSome() == BATCH) {
            // There may be more.
        }
    }

    private int forgetSome() {
        return transaction.execute(status -> {
            var old = notices.findIdsOlderThan(clock.instant().minus(periods.notices()), Limit.of(BATCH));
            notices.deleteAllByIdInBatch(old);
            return old.size();
        });
    }
}
