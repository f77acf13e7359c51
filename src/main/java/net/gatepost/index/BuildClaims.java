package net.gatepost.index;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import net.gatepost.web.LongestPause;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who builds which index. The database decides, so that of all processes one does: its claim is good for a while, and is renewed as
 * long as it builds.
 */
@Component
class BuildClaims {

    /** So long after its death another may take over. */
    static final Duration GOOD_FOR = Duration.ofMinutes(1);

    private static final String COLUMNS =
            "select name, builder, claimed_until, entities_read, entities_total, finished_at from index_build";

    private final JdbcClient database;
    private final Clock clock;

    BuildClaims(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * The last building of an index.
     *
     * @param builder another for each that was begun
     */
    record Build(String index, String builder, Instant claimedUntil, long read, long total, boolean isFinished) {

        boolean isClaimed(Instant now) {
            return now.isBefore(claimedUntil) && !claimedUntil.isAfter(LongestPause.after(now));
        }
    }

    Optional<Build> last(String index) {
        return database.sql(COLUMNS + " where name = ?")
                .param(index)
                .query(BuildClaims::build)
                .optional();
    }

    List<Build> unfinished() {
        return database.sql(COLUMNS + " where finished_at is null")
                .query(BuildClaims::build)
                .list();
    }

    private static Build build(ResultSet row, int number) throws SQLException {
        return new Build(
                row.getString("name"),
                row.getString("builder"),
                row.getObject("claimed_until", OffsetDateTime.class).toInstant(),
                row.getLong("entities_read"),
                row.getLong("entities_total"),
                row.getObject("finished_at") != null);
    }

    /**
     * Begins a building, unless somebody else has begun one since the last one was looked at, or is at it.
     *
     * @return the builder, where it is the caller
     */
    Optional<String> begin(String index, Optional<Build> last) {
        String builder = UUID.randomUUID().toString();
        var now = clock.instant();
        int begun = last.isEmpty()
                ? database.sql("insert into index_build (name, builder, begun_at, claimed_until)"
                                + " values (?, ?, ?, ?) on conflict do nothing")
                        .params(index, builder, at(now), at(now.plus(GOOD_FOR)))
                        .update()
                : database.sql("update index_build set builder = ?, begun_at = ?, claimed_until = ?, entities_read = 0,"
                                + " entities_total = 0, finished_at = null where name = ? and builder = ?"
                                + " and (finished_at is not null or claimed_until <= ? or claimed_until > ?)")
                        .params(builder, at(now), at(now.plus(GOOD_FOR)))
                        .params(index, last.get().builder(), at(now), at(LongestPause.after(now)))
                        .update();
        return begun == 1 ? Optional.of(builder) : Optional.empty();
    }

    /** @return whether the claim was still the builder's */
    boolean renew(String index, String builder, long read, long total) {
        return database.sql("update index_build set claimed_until = ?, entities_read = ?, entities_total = ?"
                                + " where name = ? and builder = ? and finished_at is null")
                        .params(at(clock.instant().plus(GOOD_FOR)), read, total, index, builder)
                        .update()
                == 1;
    }

    void finish(String index, String builder) {
        database.sql("update index_build set finished_at = ? where name = ? and builder = ?")
                .params(at(clock.instant()), index, builder)
                .update();
    }

    /** Gives a building up, so that it is begun again after a while. */
    void giveUp(String index, String builder, Duration pause) {
        database.sql("update index_build set claimed_until = ? where name = ? and builder = ? and finished_at is null")
                .params(at(clock.instant().plus(pause)), index, builder)
                .update();
    }

    /** Gives up, for all who are at it, what is being built. */
    void giveUpAll() {
        database.sql("update index_build set claimed_until = ? where finished_at is null")
                .param(at(clock.instant()))
                .update();
    }

    /** An index that is as it should be without having been built. */
    void takeAsItIs(String index) {
        var now = at(clock.instant());
        database.sql("insert into index_build (name, builder, begun_at, claimed_until, finished_at)"
                        + " values (?, ?, ?, ?, ?) on conflict do nothing")
                .params(index, UUID.randomUUID().toString(), now, now, now)
                .update();
    }

    private static OffsetDateTime at(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
