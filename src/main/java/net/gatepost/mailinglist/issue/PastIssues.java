package net.gatepost.mailinglist.issue;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import net.gatepost.mailinglist.Topic;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Issues that were sent before there was a site to send them: a demo's archive. */
@Component
public class PastIssues {

    private static final Duration CAME_BACK_WITHIN = Duration.ofDays(2);

    private final IssueRepository issues;
    private final JdbcClient database;

    PastIssues(IssueRepository issues, JdbcClient database) {
        this.issues = issues;
        this.database = database;
    }

    /** @param body Markdown */
    public record Past(Topic topic, String subject, String body, Instant sent) {}

    /** All of them, to whoever was on the list then; or none, where there is any issue. */
    @Transactional
    public void bringIn(List<Past> past) {
        if (issues.count() > 0) {
            return;
        }
        for (var one : past) {
            var issue = new Issue(
                    UUID.randomUUID(),
                    null,
                    new IssueDraft(one.topic(), null, one.subject(), one.body(), Segment.EVERYBODY),
                    one.sent());
            issue.schedule(one.sent());
            issue.begin(one.sent());
            issue.finish(one.sent());
            issues.saveAndFlush(issue);
            database.sql("""
                            insert into mailing_delivery
                                (issue_id, subscriber_id, message_key, status, attempts, ended_at)
                            select cast(:issue as uuid), s.id, gen_random_uuid(),
                                   case when s.suppressed_because = 'BOUNCE' and s.suppressed_at < :soon
                                        then 'BOUNCED' else 'SENT' end,
                                   1, cast(:sent as timestamp with time zone)
                            from subscriber s
                            where s.confirmed_at <= :sent
                              and (s.left_at is null or s.left_at > :sent)
                              and (s.suppressed_at is null or s.suppressed_at > :sent)
                              and exists (select 1 from subscriber_topic t
                                          where t.subscriber_id = s.id and t.topic = :topic)""")
                    .param("issue", issue.id())
                    .param("soon", one.sent().plus(CAME_BACK_WITHIN).atOffset(ZoneOffset.UTC))
                    .param("sent", one.sent().atOffset(ZoneOffset.UTC))
                    .param("topic", one.topic().name())
                    .update();
        }
    }
}
