package net.gatepost.briefing;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The waiting work of the news desk: publishing what was scheduled. */
@Configuration(proxyBeanMethods = false)
class BriefingWork {

    @Bean
    RecurringTask<Void> briefingPublicationTask(Newsroom newsroom) {
        return Tasks.recurring("briefing-publication", Schedules.fixedDelay(Duration.ofSeconds(10)))
                .execute((task, context) -> newsroom.publishDue());
    }
}
