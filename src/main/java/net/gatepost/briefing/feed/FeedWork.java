package net.gatepost.briefing.feed;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The waiting work of feeds: fetching those whose time has come, and forgetting what they named long ago. */
@Configuration(proxyBeanMethods = false)
class FeedWork {

    @Bean
    RecurringTask<Void> briefingFeedsTask(NewsFeeds feeds) {
        return Tasks.recurring("briefing-feeds", Schedules.fixedDelay(Duration.ofMinutes(1)))
                .execute((task, context) -> feeds.fetchDue());
    }

    @Bean
    RecurringTask<Void> briefingFeedsRetentionTask(NewsFeeds feeds) {
        return Tasks.recurring("briefing-feeds-retention", Schedules.daily(ZoneOffset.UTC, LocalTime.of(4, 25)))
                .execute((task, context) -> feeds.forget());
    }
}
