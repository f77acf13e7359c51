package net.gatepost.alert;

import static java.util.Objects.requireNonNull;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import net.gatepost.web.LongestPause;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Puts down an alert for each person who has something waiting: a task of its own, so that one that fails keeps nobody
 * else's. Again is harmless: an alert that finds nothing to tell sends nothing.
 */
@Component
class Announcing {

    /** One person's alert; the instance is the account's id, a slash, and what it was put down for. */
    static final TaskDescriptor<Void> TASK = TaskDescriptor.of("saved-search-alert");

    private static final int AT_ONCE = 500;

    private final JdbcTemplate database;
    private final Rounds rounds;
    private final SchedulerClient waitingWork;
    private final TransactionTemplate transaction;

    /** Apart from the one in which accounts are read: many tasks at once are put down a part at a time. */
    private final TransactionTemplate own;

    private final Clock clock;

    Announcing(
            JdbcTemplate database,
            Rounds rounds,
            SchedulerClient waitingWork,
            TransactionTemplate transaction,
            Clock clock) {
        this.database = new JdbcTemplate(requireNonNull(database.getDataSource()));
        this.database.setFetchSize(AT_ONCE);
        this.rounds = rounds;
        this.waitingWork = waitingWork;
        this.transaction = transaction;
        this.own = new TransactionTemplate(requireNonNull(transaction.getTransactionManager()));
        this.own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.clock = clock;
    }

    /** For everybody who wants to be told at once of what was matched since this was done last. */
    void atOnce() {
        long latest = transaction.execute(status -> rounds.latest());
        long first = transaction.execute(status -> rounds.firstUnannounced());
        if (first > latest) {
            return;
        }
        putDown("/round-" + latest, """
                select distinct s.account_id from alert_match m join saved_search s on s.query_id = m.query_id
                where m.round between ? and ? and m.round > s.told_round and s.often = 'AT_ONCE' and s.paused = false""", first, latest);
        transaction.executeWithoutResult(status -> rounds.announced(latest));
    }

    /** For everybody whose daily or weekly alert is due and has something to tell. */
    void daily() {
        var now = clock.instant();
        putDown(
                "/day-" + LocalDate.ofInstant(now, ZoneOffset.UTC),
                """
                select distinct s.account_id from saved_search s
                where s.paused = false
                  and (s.often = 'DAILY' and s.told_at < ? or s.often = 'WEEKLY' and s.told_at < ?
                       or s.often in ('DAILY', 'WEEKLY') and s.told_at > ?)
                  and exists (select 1 from alert_match m where m.query_id = s.query_id and m.round > s.told_round)""",
                Timestamp.from(AlertTimes.latest(Often.DAILY, now)),
                Timestamp.from(AlertTimes.latest(Often.WEEKLY, now)),
                Timestamp.from(LongestPause.after(now)));
    }

    private void putDown(String why, String accounts, Object... arguments) {
        transaction.executeWithoutResult(reading -> {
            var some = new ArrayList<UUID>();
            database.query(
                    accounts,
                    row -> {
                        some.add(row.getObject(1, UUID.class));
                        if (some.size() == AT_ONCE) {
                            putDown(why, some);
                            some.clear();
                        }
                    },
                    arguments);
            putDown(why, some);
        });
    }

    private void putDown(String why, List<UUID> accounts) {
        var now = clock.instant();
        own.executeWithoutResult(status -> accounts.forEach(account ->
                waitingWork.scheduleIfNotExists(TASK.instance(account + why).build(), now)));
    }

    static UUID accountOf(String instance) {
        return UUID.fromString(instance.substring(0, instance.indexOf('/')));
    }
}
