package net.gatepost.audit;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The trail for who looks after the site: narrowed, the latest first, in parts. */
@Service
@Transactional(readOnly = true)
public class AuditTrail {

    private final JdbcClient database;

    AuditTrail(JdbcClient database) {
        this.database = database;
    }

    /**
     * What is looked for; null and empty narrow nothing.
     *
     * @param action what it is, or begins with: {@code employer} finds {@code employer.verified}
     * @param about an id of what it was done to
     * @param from the first day, in UTC
     * @param to the last day, in UTC
     */
    public record Wanted(
            @Nullable UUID actor,
            String action,
            @Nullable UUID about,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {}

    /** @param position the number of the entry; the next part is before it */
    public record Row(
            long position,
            Instant at,
            @Nullable UUID actor,
            String action,
            String subjectType,
            UUID subjectId,
            String detail) {}

    /** @param before the number of the last entry of the part before; null for the first part */
    public List<Row> part(Wanted wanted, @Nullable Long before, int most) {
        var sql = new StringBuilder("""
                select position, at, actor_account_id, action, subject_type, subject_id, detail from audit_entry
                where position < :before and action >= :action and action < :afterAction""");
        sql.append(wanted.actor() == null ? "" : " and actor_account_id = :actor");
        sql.append(wanted.about() == null ? "" : " and subject_id = :about");
        sql.append(wanted.from() == null ? "" : " and at >= :from");
        sql.append(wanted.to() == null ? "" : " and at < :to");
        sql.append(" order by position desc fetch first :most rows only");
        var query = database.sql(sql.toString())
                .param("before", before == null ? Long.MAX_VALUE : before)
                .param("action", wanted.action())
                .param("afterAction", wanted.action() + "~") // no action has one
                .param("most", most);
        if (wanted.actor() != null) {
            query.param("actor", wanted.actor());
        }
        if (wanted.about() != null) {
            query.param("about", wanted.about());
        }
        if (wanted.from() != null) {
            query.param("from", start(wanted.from()));
        }
        if (wanted.to() != null) {
            query.param("to", start(wanted.to().plusDays(1)));
        }
        return query.query((row, number) -> new Row(
                        row.getLong("position"),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getObject("actor_account_id", UUID.class),
                        row.getString("action"),
                        row.getString("subject_type"),
                        row.getObject("subject_id", UUID.class),
                        row.getString("detail")))
                .list();
    }

    private static OffsetDateTime start(LocalDate day) {
        return day.atStartOfDay().atOffset(ZoneOffset.UTC);
    }
}
