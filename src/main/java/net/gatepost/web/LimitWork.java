package net.gatepost.web;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The waiting work of limits: forgetting what is full again. */
@Configuration(proxyBeanMethods = false)
class LimitWork {

    @Bean
    RecurringTask<Void> rateLimitRetentionTask(BucketTable buckets) {
        return Tasks.recurring("rate-limit-retention", FixedDelay.of(Duration.ofMinutes(10)))
                .execute((task, context) -> buckets.forgetFull());
    }
}
