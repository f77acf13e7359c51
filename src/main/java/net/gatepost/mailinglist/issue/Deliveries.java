package net.gatepost.mailinglist.issue;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import net.gatepost.mail.EmailAddress;
import net.gatepost.web.LongestPause;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who is to get which issue, and who has it: one row each, written by statements because there may be very many. */
@Component
@Transactional
class Deliveries {

    private static final double MILES_OF_A_DEGREE = 69;

    private final JdbcClient database;
    private final Clock clock;

    Deliveries(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** How many an issue would go to now. */
    @Transactional(readOnly = true)
    public long audience(IssueDraft draft) {
        var parameters = new LinkedHashMap<String, Object>();
        String audience = audience(draft, parameters);
        return database.sql("select count(*) " + audience)
                .params(parameters)
                .query(Long.class)
                .single();
    }

    /** Puts down everybody who is to get the issue, as the list stands now; those who get it together lie together. */
    void putDown(UUID issueId, IssueDraft draft) {
        var parameters = new LinkedHashMap<String, Object>();
        String audience = audience(draft, parameters);
        parameters.put("issue", issueId);
        database.sql("insert into mailing_delivery (issue_id, subscriber_id, message_key, status, attempts) "
                        + "select cast(:issue as uuid), s.id, gen_random_uuid(), 'WAITING', 0 " + audience
                        + " order by s.id")
                .params(parameters)
                .update();
    }

    private static String audience(IssueDraft draft, Map<String, Object> parameters) {
        var sql = new StringBuilder("from subscriber s where s.status = 'CONFIRMED' and exists "
                + "(select 1 from subscriber_topic t where t.subscriber_id = s.id and t.topic = :topic)");
        parameters.put("topic", draft.topic().name());
        if (draft.often() != null) {
            sql.append(" and s.briefings_often = :often");
            parameters.put("often", draft.often().name());
        }
        var segment = draft.segment();
        if (segment.level() != null) {
            sql.append(" and s.wanted_level = :level");
            parameters.put("level", segment.level());
        }
        if (segment.since() != null) {
            sql.append(" and s.confirmed_at >= :since");
            parameters.put("since", segment.since().atStartOfDay().atOffset(ZoneOffset.UTC));
        }
        var place = segment.place();
        if (place != null) {
            double high = segment.miles() / MILES_OF_A_DEGREE;
            double wide = high / Math.max(0.1, Math.cos(Math.toRadians(place.latitude())));
            sql.append(" and s.latitude between :south and :north and s.longitude between :west and :east");
            parameters.put("south", place.latitude() - high);
            parameters.put("north", place.latitude() + high);
            parameters.put("west", place.longitude() - wide);
            parameters.put("east", place.longitude() + wide);
        }
        return sql.toString();
    }

    /** Who comes next, in an order that stays. */
    @Transactional(readOnly = true)
    public List<UUID> waiting(UUID issueId, int most) {
        var now = clock.instant();
        return database.sql("select subscriber_id from mailing_delivery where issue_id = :issue and status = 'WAITING'"
                        + " and (not_before is null or not_before <= :now or not_before > :latest) order by subscriber_id"
                        + " fetch first :most rows only")
                .param("issue", issueId)
                .param("now", utc(now))
                .param("latest", utc(LongestPause.after(now)))
                .param("most", most)
                .query((row, number) -> row.getObject("subscriber_id", UUID.class))
                .list();
    }

    /** When the first of those who were put off is due; empty where nobody waits. */
    @Transactional(readOnly = true)
    public Optional<Instant> nextDue(UUID issueId) {
        return database.sql("select min(coalesce(not_before, :now)) as due, count(*) as many from mailing_delivery"
                        + " where issue_id = :issue and status = 'WAITING'")
                .param("issue", issueId)
                .param("now", utc(clock.instant()))
                .query((row, number) ->
                        Optional.ofNullable(row.getTimestamp("due")).map(Timestamp::toInstant))
                .single();
    }

    /**
     * One copy that is to be sent, with its row locked until the transaction ends: no other process sends it meanwhile.
     *
     * @param wanted whether its reader is on the list, and for this issue's topic, at this very moment
     * @param stopped whether the issue is not on its way any more
     */
    record Copy(UUID messageKey, EmailAddress to, int attempts, boolean wanted, boolean stopped) {
        @Override
        public String toString() {
            return "Copy[withheld]";
        }
    }

    /** Empty where there is none that waits: sent meanwhile, or its reader is erased. */
    Optional<Copy> lock(UUID issueId, UUID subscriberId) {
        var waits = database.sql("select status from mailing_delivery where issue_id = :issue"
                        + " and subscriber_id = :subscriber for update")
                .param("issue", issueId)
                .param("subscriber", subscriberId)
                .query(String.class)
                .optional()
                .filter(DeliveryStatus.WAITING.name()::equals);
        return waits.isEmpty()
                ? Optional.empty()
                : database.sql("""
                                select d.message_key, d.attempts, s.email, i.status as issue_status,
                                       case when s.status = 'CONFIRMED'
                                                 and (i.often is null or i.often = s.briefings_often)
                                                 and exists (select 1 from subscriber_topic t
                                                             where t.subscriber_id = s.id and t.topic = i.topic)
                                            then 1 else 0 end as wanted
                                from mailing_delivery d
                                join subscriber s on s.id = d.subscriber_id
                                join mailing_issue i on i.id = d.issue_id
                                where d.issue_id = :issue and d.subscriber_id = :subscriber""")
                        .param("issue", issueId)
                        .param("subscriber", subscriberId)
                        .query((row, number) -> new Copy(
                                row.getObject("message_key", UUID.class),
                                new EmailAddress(row.getString("email")),
                                row.getInt("attempts"),
                                row.getInt("wanted") == 1,
                                !IssueStatus.SENDING.name().equals(row.getString("issue_status"))))
                        .optional();
    }

    void end(UUID issueId, UUID subscriberId, DeliveryStatus status) {
        database.sql("update mailing_delivery set status = :status, ended_at = :now, not_before = null,"
                        + " attempts = attempts + 1 where issue_id = :issue and subscriber_id = :subscriber")
                .param("status", status.name())
                .param("now", utc(clock.instant()))
                .param("issue", issueId)
                .param("subscriber", subscriberId)
                .update();
    }

    void putOff(UUID issueId, UUID subscriberId, Instant until) {
        database.sql("update mailing_delivery set not_before = :until, attempts = attempts + 1"
                        + " where issue_id = :issue and subscriber_id = :subscriber")
                .param("until", utc(until))
                .param("issue", issueId)
                .param("subscriber", subscriberId)
                .update();
    }

    /** Whose copy has this key; it is noted as having come back. */
    Optional<UUID> bounced(UUID messageKey) {
        var subscriber = database.sql("select subscriber_id from mailing_delivery where message_key = :key")
                .param("key", messageKey)
                .query((row, number) -> row.getObject("subscriber_id", UUID.class))
                .optional();
        database.sql("update mailing_delivery set status = 'BOUNCED' where message_key = :key and status = 'SENT'")
                .param("key", messageKey)
                .update();
        return subscriber;
    }

    /** The key of the last copy that left for this address since then. */
    @Transactional(readOnly = true)
    public Optional<UUID> lastSentTo(EmailAddress address, Instant since) {
        return database.sql("select d.message_key from mailing_delivery d join subscriber s on s.id = d.subscriber_id"
                        + " where s.email = :email and d.status in ('SENT', 'BOUNCED') and d.ended_at >= :since"
                        + " order by d.ended_at desc fetch first 1 rows only")
                .param("email", address.value())
                .param("since", utc(since))
                .query((row, number) -> row.getObject("message_key", UUID.class))
                .optional();
    }

    @Transactional(readOnly = true)
    public Optional<UUID> readerOf(UUID messageKey) {
        return database.sql("select subscriber_id from mailing_delivery where message_key = :key")
                .param("key", messageKey)
                .query((row, number) -> row.getObject("subscriber_id", UUID.class))
                .optional();
    }

    /** How many copies of each of these issues stand where, those that are forgotten included. */
    @Transactional(readOnly = true)
    public Map<UUID, Map<DeliveryStatus, Long>> counts(List<UUID> issueIds) {
        Map<UUID, Map<DeliveryStatus, Long>> counts = new LinkedHashMap<>();
        issueIds.forEach(id -> counts.put(id, new EnumMap<>(DeliveryStatus.class)));
        if (!issueIds.isEmpty()) {
            database.sql("""
                            select issue_id, status, sum(counted) as counted from (
                                select issue_id, status, count(*) as counted from mailing_delivery
                                where issue_id in (:issues) group by issue_id, status
                                union all
                                select issue_id, status, counted from mailing_total where issue_id in (:issues)) as parts
                            group by issue_id, status""")
                    .param("issues", issueIds)
                    .query((row, number) -> {
                        counts.computeIfAbsent(
                                        row.getObject("issue_id", UUID.class),
                                        id -> new EnumMap<>(DeliveryStatus.class))
                                .put(DeliveryStatus.valueOf(row.getString("status")), row.getLong("counted"));
                        return number;
                    })
                    .list();
        }
        return counts;
    }

    /** Forgets who got the issues that ended before then; how many did stays known. */
    void forget(Instant before) {
        var issues = database.sql("select id from mailing_issue where ended_at < :before and exists"
                        + " (select 1 from mailing_delivery d where d.issue_id = mailing_issue.id)"
                        + " order by ended_at fetch first 100 rows only")
                .param("before", utc(before))
                .query((row, number) -> row.getObject("id", UUID.class))
                .list();
        for (UUID issue : issues) {
            database.sql("delete from mailing_total where issue_id = :issue")
                    .param("issue", issue)
                    .update();
            database.sql("insert into mailing_total (issue_id, status, counted) select issue_id, status, count(*)"
                            + " from mailing_delivery where issue_id = :issue group by issue_id, status")
                    .param("issue", issue)
                    .update();
            database.sql("delete from mailing_delivery where issue_id = :issue")
                    .param("issue", issue)
                    .update();
        }
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
