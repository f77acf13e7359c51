package net.gatepost.site;

import com.github.kagkarlsson.scheduler.event.ExecutionChain;
import com.github.kagkarlsson.scheduler.event.ExecutionInterceptor;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Leaves work alone that this very process is at. A process that was paused, or whose clock was set ahead, has missed its own
 * heartbeats and takes what it does for the work of a dead one. It is done once more afterwards, as that of a dead one would be, but not
 * beside itself.
 */
final class OnceInAProcess implements ExecutionInterceptor {

    private static final Duration LATER = Duration.ofSeconds(30);

    private final Set<TaskInstanceId> underWay = ConcurrentHashMap.newKeySet();
    private final Clock clock;

    OnceInAProcess(Clock clock) {
        this.clock = clock;
    }

    @Override
    public CompletionHandler<?> execute(TaskInstance<?> task, ExecutionContext context, ExecutionChain chain) {
        var id = TaskInstanceId.of(task.getTaskName(), task.getId());
        if (!underWay.add(id)) {
            return (complete, operations) ->
                    operations.reschedule(complete, clock.instant().plus(LATER));
        }
        try {
            return chain.proceed(task, context);
        } finally {
            underWay.remove(id);
        }
    }
}
