package net.gatepost.candidate;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import net.gatepost.candidate.search.CandidateSearch;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.domain.Limit;
import org.springframework.transaction.support.TransactionTemplate;

/** Ends the leaving out of profiles that the index has stopped showing, and forgets what was counted on past days. */
@Configuration(proxyBeanMethods = false)
class CandidateWork {

    private static final Duration PAUSE = Duration.ofMinutes(1);
    private static final int AT_ONCE = 500;

    @Bean
    RecurringTask<Void> candidateWithheldTask(
            WithheldRepository withheld, CandidateSearch search, TransactionTemplate transaction, Clock clock) {
        return Tasks.recurring("candidate-withheld", FixedDelay.of(PAUSE))
                .execute((task, context) -> forget(withheld, search, transaction, clock));
    }

    /** Months turn without anybody changing anything: then other clearances are current. */
    @Bean
    RecurringTask<Void> candidateMonthTask(CandidateMonth month) {
        return Tasks.recurring("candidate-month", Schedules.daily(ZoneOffset.UTC, LocalTime.of(0, 20)))
                .execute((task, context) -> month.bringUpToDate());
    }

    @Bean
    RecurringTask<Void> candidateLookQuotaTask(LookQuota quota, TransactionTemplate transaction, Clock clock) {
        return Tasks.recurring("candidate-look-quota", Schedules.daily(ZoneOffset.UTC, LocalTime.of(1, 10)))
                .execute((task, context) -> transaction.executeWithoutResult(
                        status -> quota.forgetBefore(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC))));
    }

    /** Only what the index is seen to have followed: while it stands still, nothing is forgotten. */
    static void forget(
            WithheldRepository withheld, CandidateSearch search, TransactionTemplate transaction, Clock clock) {
        var old = withheld.findBySinceBeforeOrderBySince(clock.instant().minus(PAUSE), Limit.of(AT_ONCE));
        if (old.isEmpty()) {
            return;
        }
        Set<UUID> shown = Set.copyOf(
                search.stillShown(old.stream().map(Withheld::handle).distinct().toList()));
        List<UUID> done = old.stream()
                .filter(each -> {
                    var employer = each.employerId();
                    return !shown.contains(each.handle())
                            || employer != null && !search.isShownTo(each.handle(), employer);
                })
                .map(Withheld::id)
                .toList();
        transaction.executeWithoutResult(status -> withheld.deleteAllByIdInBatch(done));
    }
}
