package net.gatepost.account;

import static java.util.Objects.requireNonNull;

import java.util.function.Supplier;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Runs a step that another request may be taking at the same moment. The database decides who was first, by a unique
 * constraint or a version; the other one looks again, and then sees what the first has done.
 */
@Component
public class Races {

    private static final int TRIES = 4;

    private final TransactionTemplate transaction;

    Races(TransactionTemplate transaction) {
        this.transaction = transaction;
    }

    /** @param step must not return null; runs in a transaction of its own each time */
    public <T> T decide(Supplier<T> step) {
        for (int attempt = 1; ; attempt++) {
            try {
                return requireNonNull(transaction.execute(status -> step.get()));
            } catch (DataIntegrityViolationException | ConcurrencyFailureException lost) {
                if (attempt == TRIES) {
                    throw lost;
                }
            }
        }
    }
}
