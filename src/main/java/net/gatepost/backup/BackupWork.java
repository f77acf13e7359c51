package net.gatepost.backup;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.nio.file.Path;
import java.time.LocalTime;
import java.time.ZoneOffset;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The daily backup, made by the running site: nothing has to be stopped for it. One that fails shows at /admin/failures. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("gatepost.backup.folder")
class BackupWork {

    private static final Logger log = LoggerFactory.getLogger(BackupWork.class);

    @Bean
    RecurringTask<Void> backupTask(
            Backups backups,
            @Value("${gatepost.backup.folder}") Path folder,
            @Value("${gatepost.backup.at}") String at,
            @Value("${gatepost.backup.keep}") int keep) {
        return Tasks.recurring("backup", Schedules.daily(ZoneOffset.UTC, LocalTime.parse(at)))
                .execute((task, context) -> {
                    var made = backups.make(folder);
                    backups.keepNewest(folder, keep);
                    log.info(
                            "Backed up to {}: {} rows",
                            made.backup(),
                            made.manifest().rows());
                });
    }
}
