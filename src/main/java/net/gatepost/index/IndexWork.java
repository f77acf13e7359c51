package net.gatepost.index;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The waiting work of indexes: one that a killed process was building is built by another. */
@Configuration(proxyBeanMethods = false)
class IndexWork {

    @Bean
    RecurringTask<Void> indexBuildTask(IndexBuilds builds) {
        return Tasks.recurring("index-build", FixedDelay.of(Duration.ofSeconds(30)))
                .execute((task, context) -> builds.takeOver());
    }
}
