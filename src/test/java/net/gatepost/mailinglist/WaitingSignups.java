package net.gatepost.mailinglist;

import com.github.kagkarlsson.scheduler.ScheduledExecution;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.serializer.Serializer;
import java.util.List;
import java.util.stream.Stream;
import net.gatepost.mail.EmailAddress;

/** Does what the scheduler would: handles the wishes that wait, as no waiting work is done in module tests. */
class WaitingSignups {

    private final SchedulerClient waitingWork;
    private final Signups signups;

    WaitingSignups(SchedulerClient waitingWork, Signups signups) {
        this.waitingWork = waitingWork;
        this.signups = signups;
    }

    List<Signup> all() {
        return executions().map(WaitingSignups::read).toList();
    }

    List<Signup> of(EmailAddress address) {
        return all().stream().filter(signup -> signup.email().equals(address)).toList();
    }

    void handleAll() {
        for (var execution : executions().toList()) {
            signups.receive(read(execution));
            waitingWork.cancel(execution.getTaskInstance());
        }
    }

    private Stream<ScheduledExecution<Object>> executions() {
        return waitingWork.getScheduledExecutionsForTask(Signups.TASK.getTaskName()).stream();
    }

    /** The site's client only queues and knows no task's data, so it is read here as the scheduler reads it. */
    private static Signup read(ScheduledExecution<Object> execution) {
        return Serializer.DEFAULT_JAVA_SERIALIZER
                .deserialize(Signups.Waiting.class, execution.getRawData())
                .toSignup();
    }
}
