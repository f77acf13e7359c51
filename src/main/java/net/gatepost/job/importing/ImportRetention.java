package net.gatepost.job.importing;

import java.time.Clock;
import net.gatepost.web.RetentionPeriods;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Forgets old runs with their reports; the listings stay. */
@Component
class ImportRetention {

    private static final int AT_ONCE = 5;

    private final ImportRunRepository runs;
    private final ImportRows rows;
    private final TransactionTemplate transaction;
    private final RetentionPeriods periods;
    private final Clock clock;

    ImportRetention(
            ImportRunRepository runs,
            ImportRows rows,
            TransactionTemplate transaction,
            RetentionPeriods periods,
            Clock clock) {
        this.runs = runs;
        this.rows = rows;
        this.transaction = transaction;
        this.periods = periods;
        this.clock = clock;
    }

    void forget() {
        while (forgetSome() == AT_ONCE) {
            // There may be more.
        }
    }

    private int forgetSome() {
        return transaction.execute(status -> {
            var old = runs.olderThan(clock.instant().minus(periods.imports()), Limit.of(AT_ONCE));
            if (!old.isEmpty()) {
                rows.delete(old);
                runs.deleteAllByIdInBatch(old);
            }
            return old.size();
        });
    }
}
