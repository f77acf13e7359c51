package net.gatepost.candidate.saved;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import net.gatepost.candidate.CatchingUp;
import net.gatepost.candidate.Findable;
import net.gatepost.candidate.Findable.Finder;
import net.gatepost.candidate.search.CandidateSearch;
import net.gatepost.candidate.web.CandidateQueries;
import net.gatepost.notification.Notice;
import net.gatepost.notification.NoticeKind;
import net.gatepost.notification.Notifications;
import net.gatepost.web.LongestPause;
import net.gatepost.web.Viewer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.domain.Limit;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tells recruiters whom their kept searches have found who is new, or has changed, on days that are over: how many, never who.
 * Whether they still may look is asked as if they looked themselves. What dies half done goes on with the next run.
 */
@Configuration(proxyBeanMethods = false)
public class RecruiterSearchAlerts {

    private static final Logger log = LoggerFactory.getLogger(RecruiterSearchAlerts.class);

    /** UTC; after the night's work on the index. */
    static final LocalTime AT = LocalTime.of(11, 40);

    private static final int AT_ONCE = 100;
    private static final UUID FIRST = new UUID(0, 0);

    private final RecruiterSearchRepository searches;
    private final CandidateSearch candidates;
    private final CandidateQueries queries;
    private final Findable findable;
    private final Notifications notifications;
    private final TransactionTemplate transaction;
    private final Clock clock;

    RecruiterSearchAlerts(
            RecruiterSearchRepository searches,
            CandidateSearch candidates,
            CandidateQueries queries,
            Findable findable,
            Notifications notifications,
            TransactionTemplate transaction,
            Clock clock) {
        this.searches = searches;
        this.candidates = candidates;
        this.queries = queries;
        this.findable = findable;
        this.notifications = notifications;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Bean
    RecurringTask<Void> recruiterSearchTask() {
        return Tasks.recurring("recruiter-search-alerts", Schedules.daily(ZoneOffset.UTC, AT))
                .execute((task, context) -> run());
    }

    public void run() {
        var today = LocalDate.now(clock);
        List<UUID> some = searches.waiting(today, LongestPause.after(today), FIRST, Limit.of(AT_ONCE));
        while (!some.isEmpty()) {
            some.forEach(id -> tellOrWait(id, today));
            some = searches.waiting(today, LongestPause.after(today), some.get(some.size() - 1), Limit.of(AT_ONCE));
        }
    }

    private void tellOrWait(UUID id, LocalDate today) {
        try {
            transaction.executeWithoutResult(status -> tell(id, today));
        } catch (CatchingUp notYet) {
            log.info("A kept search waits for the index; the next run tells of these days too");
        }
    }

    private void tell(UUID id, LocalDate today) {
        var search = searches.lock(id).orElse(null);
        if (search == null) {
            return;
        }
        search.bringBack(today);
        if (!search.isDue(today)) {
            return;
        }
        var recruiter = new Viewer(search.accountId(), "", Set.of());
        findable.finderIfAllowed(recruiter, search.employerId().toString()).ifPresent(finder -> {
            var query = queries.read(search.address()).query().since(search.toldUntil());
            long found = candidates.countUntil(finder, query, today);
            if (found > 0) {
                notifications.tell(search.accountId(), notice(search, finder, found, today));
            }
        });
        search.toldUntil(today);
    }

    private static Notice notice(RecruiterSearch search, Finder finder, long found, LocalDate today) {
        boolean few = found < CandidateSearch.FEWEST_TOLD;
        return new Notice(
                NoticeKind.CANDIDATE_SEARCH,
                few ? "candidate.notice.search.few" : "candidate.notice.search",
                few
                        ? List.of(search.name(), finder.employer().name())
                        : List.of(search.name(), finder.employer().name(), String.valueOf(found)),
                "/hire/candidates/searches/" + search.id() + "/people?since=" + search.toldUntil(),
                "candidate-search/" + search.id() + '/' + today);
    }
}
