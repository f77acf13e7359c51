package net.gatepost.candidate;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import net.gatepost.web.TooManyRequests;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * How many profiles that were found may be opened on one day (UTC): by one recruiter, and for one employer by all of its
 * recruiters. So nobody carries the members off page by page. The database counts, for all processes together.
 */
@Service
public class LookQuota {

    private static final int MOST_SHOWN = 10;

    private final JdbcClient database;
    private final Clock clock;
    private final int ofRecruiter;
    private final int ofEmployer;

    LookQuota(
            JdbcClient database,
            Clock clock,
            @Value("${gatepost.candidates.looks-of-recruiter:150}") int ofRecruiter,
            @Value("${gatepost.candidates.looks-of-employer:600}") int ofEmployer) {
        this.database = database;
        this.clock = clock;
        this.ofRecruiter = ofRecruiter;
        this.ofEmployer = ofEmployer;
    }

    /** What an employer's recruiters have opened today. */
    public record Used(String employer, int looks, int most) {}

    /** The employers that have opened the most today; for administrators. */
    @Transactional(readOnly = true)
    public List<Used> mostToday() {
        return database.sql("""
                        select e.name as employer, q.looks as looks from candidate_look_quota q
                        join employer e on e.id = q.holder_id
                        where q.looked_on = ? order by q.looks desc, q.holder_id limit ?""")
                .params(today(), MOST_SHOWN)
                .query((row, number) -> new Used(row.getString("employer"), row.getInt("looks"), ofEmployer))
                .list();
    }

    /**
     * Takes one look from both; given back if the caller's transaction fails.
     *
     * @throws TooManyRequests when one of the two is used up, until midnight
     */
    @Transactional(propagation = Propagation.MANDATORY)
    void take(UUID recruiterId, UUID employerId) {
        take(recruiterId, ofRecruiter);
        take(employerId, ofEmployer);
    }

    private void take(UUID holder, int most) {
        var today = today();
        database.sql(
                        "insert into candidate_look_quota (holder_id, looked_on, looks) values (?, ?, 0) on conflict do nothing")
                .params(holder, today)
                .update();
        int taken = database.sql("""
                        update candidate_look_quota set looks = looks + 1 where holder_id = ? and looked_on = ? and looks < ?""").params(holder, today, most).update();
        if (taken == 0) {
            throw new TooManyRequests(
                    Duration.between(clock.instant(), today.plusDays(1).atStartOfDay(ZoneOffset.UTC)));
        }
    }

    /** What was counted before that day serves nothing any more. */
    void forgetBefore(LocalDate day) {
        database.sql("delete from candidate_look_quota where looked_on < ?")
                .param(day)
                .update();
    }

    void erase(UUID recruiterId) {
        database.sql("delete from candidate_look_quota where holder_id = ?")
                .param(recruiterId)
                .update();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
