package net.gatepost.job.api;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The waiting work of the interface for programs: the forgetting. */
@Configuration(proxyBeanMethods = false)
class ApiWork {

    @Bean
    RecurringTask<Void> apiAnswerRetentionTask(AnswerRetention retention) {
        return Tasks.recurring("api-answer-retention", Schedules.fixedDelay(Duration.ofHours(6)))
                .execute((task, context) -> retention.forget());
    }
}
