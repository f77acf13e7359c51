package net.gatepost.job.api;

import java.time.Clock;
import java.time.Duration;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Forgets what programs were answered: nobody asks again after days. */
@Component
class AnswerRetention {

    static final Duration KEPT = Duration.ofDays(2);

    static final int BATCH = 1000;

    private final KeptAnswerRepository answers;
    private final TransactionTemplate transaction;
    private final Clock clock;

    AnswerRetention(KeptAnswerRepository answers, TransactionTemplate transaction, Clock clock) {
        this.answers = answers;
        this.transaction = transaction;
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
            var old = answers.findIdsOlderThan(clock.instant().minus(KEPT), Limit.of(BATCH));
            answers.deleteAllByIdInBatch(old);
            return old.size();
        });
    }
}
