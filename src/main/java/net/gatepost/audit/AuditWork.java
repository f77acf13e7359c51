package net.gatepost.audit;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The waiting work of the trail: linking what was added. */
@Configuration(proxyBeanMethods = false)
class AuditWork {

    @Bean
    RecurringTask<Void> auditLinkingTask(AuditChain chain) {
        return Tasks.recurring("audit-linking", Schedules.fixedDelay(Duration.ofSeconds(30)))
                .execute((task, context) -> chain.link());
    }
}
