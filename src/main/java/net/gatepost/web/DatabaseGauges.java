package net.gatepost.web;

import io.micrometer.core.instrument.Gauge;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;

/**
 * Gauges that are counted in the database when they are read. While it is away they tell nothing, and only one of them waits for
 * it: else whoever collects them would give up before the rest, just when it matters.
 */
@Component
public class DatabaseGauges {

    private static final Duration PAUSE = Duration.ofSeconds(15);

    private final Clock clock;
    private volatile Instant notBefore = Instant.MIN;

    DatabaseGauges(Clock clock) {
        this.clock = clock;
    }

    public Gauge.Builder<Supplier<Number>> of(String name, Supplier<Number> asked) {
        return Gauge.builder(name, () -> ask(asked));
    }

    private Number ask(Supplier<Number> asked) {
        if (clock.instant().isBefore(notBefore)) {
            return Double.NaN;
        }
        try {
            return asked.get();
        } catch (DataAccessException | CannotCreateTransactionException away) {
            notBefore = clock.instant().plus(PAUSE);
            return Double.NaN;
        }
    }
}
