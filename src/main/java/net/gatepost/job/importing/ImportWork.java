package net.gatepost.job.importing;

import com.github.kagkarlsson.scheduler.task.FailureHandler.ExponentialBackoffFailureHandler;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.UUID;
import net.gatepost.web.DatabaseGauges;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The waiting work of imports: carrying runs out, beginning those whose time has come, and forgetting. */
@Configuration(proxyBeanMethods = false)
class ImportWork {

    /** While the database is away, a run waits; what is wrong with a row or a feed ends it without failing. */
    @Bean
    OneTimeTask<Void> listingImportTask(Imports imports) {
        return Tasks.oneTime(Imports.TASK)
                .onFailure(new ExponentialBackoffFailureHandler<>(Duration.ofSeconds(10)))
                .execute((task, context) -> imports.carryOut(UUID.fromString(task.getId())));
    }

    @Bean
    RecurringTask<Void> listingImportSourcesTask(Imports imports) {
        return Tasks.recurring("listing-import-sources", Schedules.fixedDelay(Duration.ofMinutes(1)))
                .execute((task, context) -> imports.beginDue());
    }

    @Bean
    RecurringTask<Void> listingImportRetentionTask(ImportRetention retention) {
        return Tasks.recurring("listing-import-retention", Schedules.daily(ZoneOffset.UTC, LocalTime.of(4, 10)))
                .execute((task, context) -> retention.forget());
    }

    /** How many runs there are in each state, for machines that watch; those that are over are forgotten in time. */
    @Bean
    MeterBinder importMeters(DatabaseGauges gauges, JdbcClient database) {
        return meters -> {
            for (var state : ImportState.values()) {
                gauges.of("gatepost.imports", () -> count(database, state))
                        .tag("state", state.name().toLowerCase(Locale.ROOT))
                        .description("runs of imports")
                        .register(meters);
            }
        };
    }

    private static long count(JdbcClient database, ImportState state) {
        return database.sql("select count(*) from import_run where state = ?")
                .param(state.name())
                .query(Long.class)
                .single();
    }
}
