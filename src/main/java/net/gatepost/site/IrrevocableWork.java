package net.gatepost.site;

import com.github.kagkarlsson.scheduler.event.ExecutionChain;
import com.github.kagkarlsson.scheduler.event.ExecutionInterceptor;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.function.BooleanSupplier;

/**
 * Puts off the work that nobody can undo and that is due because of the time alone, while the clock may be wrong. What is called
 * {@code …-retention} deletes what is old.
 */
final class IrrevocableWork implements ExecutionInterceptor {

    private static final String DELETES = "-retention";

    /**
     * Ends a second factor, tells applicants that a listing is over, forgets who got an issue, starts a scheduled one, publishes a
     * briefing, forgets how many profiles were opened today, deletes the oldest backup.
     */
    static final Set<String> OTHERS = Set.of(
            "second-factor-end",
            "application-listings-over",
            "mailing-list-deliveries",
            "mailing-list-issues",
            "briefing-publication",
            "candidate-look-quota",
            "backup");

    private static final Duration LATER = Duration.ofMinutes(5);

    private final BooleanSupplier isTimeDoubted;
    private final Clock clock;

    IrrevocableWork(BooleanSupplier isTimeDoubted, Clock clock) {
        this.isTimeDoubted = isTimeDoubted;
        this.clock = clock;
    }

    @Override
    public CompletionHandler<?> execute(TaskInstance<?> task, ExecutionContext context, ExecutionChain chain) {
        if (isIrrevocable(task.getTaskName()) && isTimeDoubted.getAsBoolean()) {
            return (complete, operations) ->
                    operations.reschedule(complete, clock.instant().plus(LATER));
        }
        return chain.proceed(task, context);
    }

    static boolean isIrrevocable(String task) {
        return task.endsWith(DELETES) || OTHERS.contains(task);
    }
}
