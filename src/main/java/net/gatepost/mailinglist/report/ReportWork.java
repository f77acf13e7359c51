package net.gatepost.mailinglist.report;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Duration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The waiting work of reports. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ImapSettings.class)
class ReportWork {

    private static final Duration BETWEEN_READINGS = Duration.ofMinutes(2);

    @Bean
    RecurringTask<Void> mailingMailboxTask(ListMailbox mailbox) {
        return Tasks.recurring("mailing-list-mailbox", Schedules.fixedDelay(BETWEEN_READINGS))
                .execute((task, context) -> mailbox.read());
    }
}
