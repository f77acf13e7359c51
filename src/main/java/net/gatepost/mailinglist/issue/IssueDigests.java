package net.gatepost.mailinglist.issue;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import net.gatepost.audit.Audit;
import net.gatepost.mailinglist.Often;
import net.gatepost.mailinglist.Topic;
import net.gatepost.web.NotFound;
import net.gatepost.web.Viewer;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Issues that compose themselves from what is new: by topic, daily or weekly, made as a draft for somebody to look at or sent
 * without. An empty digest is not made.
 */
@Service
@Transactional
class IssueDigests {

    /** UTC: early morning in Washington, noon in London. */
    static final LocalTime AT = LocalTime.of(11, 0);

    static final DayOfWeek ON = DayOfWeek.TUESDAY;

    /** Between making and sending, for whoever wants to stop it. */
    static final Duration NOTICE = Duration.ofMinutes(30);

    private static final int MOST_OF_TOPIC = 20;
    private static final int MOST_OF_OTHERS = 5;

    private final List<DigestPart> parts;
    private final IssueRepository issues;
    private final JdbcClient database;
    private final MessageSource messages;
    private final Audit audit;
    private final Clock clock;

    IssueDigests(
            List<DigestPart> parts,
            IssueRepository issues,
            JdbcClient database,
            MessageSource messages,
            Audit audit,
            Clock clock) {
        this.parts = parts;
        this.issues = issues;
        this.database = database;
        this.messages = messages;
        this.audit = audit;
        this.clock = clock;
    }

    /** What is done by itself. Stored by name. */
    enum Mode {
        OFF,
        DRAFT,
        SEND
    }

    /** One digest. */
    record Setting(Topic topic, Often often, Mode mode) {

        String name() {
            return topic + "_" + often;
        }
    }

    @Transactional(readOnly = true)
    public List<Setting> settings() {
        return database.sql("select topic, often, mode from mailing_digest order by topic desc, often")
                .query((row, number) -> new Setting(
                        Topic.valueOf(row.getString("topic")),
                        Often.valueOf(row.getString("often")),
                        Mode.valueOf(row.getString("mode"))))
                .list();
    }

    public void set(Viewer administrator, String name, Mode mode) {
        var setting = setting(name);
        if (setting.mode() != mode) {
            database.sql("update mailing_digest set mode = :mode, version = version + 1"
                            + " where topic = :topic and often = :often")
                    .param("mode", mode.name())
                    .param("topic", setting.topic().name())
                    .param("often", setting.often().name())
                    .update();
            audit.record(administrator.id(), "mailing-digest.set", "mailing-digest", id(name), name + " " + mode);
        }
    }

    /** The trail knows things by an id; a digest has a name. */
    private static UUID id(String name) {
        return UUID.nameUUIDFromBytes(("mailing-digest/" + name).getBytes(UTF_8));
    }

    private Setting setting(String name) {
        return settings().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    /** A digest as it would be now, as a draft to be changed; empty where there is nothing new. */
    public Optional<UUID> make(Viewer administrator, String name, UUID submissionId) {
        var known = issues.findBySubmissionId(submissionId);
        if (known.isPresent()) {
            return Optional.of(known.get().id());
        }
        var setting = setting(name);
        return compose(setting.topic(), setting.often()).map(draft -> {
            var issue = issues.save(new Issue(submissionId, null, draft, clock.instant()));
            audit.record(administrator.id(), "mailing-issue.drafted", "mailing-issue", issue.id(), "digest");
            return issue.id();
        });
    }

    /** Makes the digests of today that are made by themselves. Doing it twice makes none twice. */
    public void makeDue() {
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        for (var setting : settings()) {
            boolean due = setting.often() == Often.DAILY || today.getDayOfWeek() == ON;
            String key = setting.name() + "_" + today;
            if (due && setting.mode() != Mode.OFF && !issues.existsByDigestKey(key)) {
                compose(setting.topic(), setting.often()).ifPresent(draft -> {
                    var issue = new Issue(UUID.randomUUID(), key, draft, clock.instant());
                    if (setting.mode() == Mode.SEND) {
                        issue.schedule(clock.instant().plus(NOTICE));
                    }
                    issues.save(issue);
                });
            }
        }
    }

    private Optional<IssueDraft> compose(Topic topic, Often often) {
        var time = often == Often.DAILY ? Duration.ofDays(1) : Duration.ofDays(7);
        var main = parts.stream()
                .filter(part -> part.topic() == topic)
                .map(part -> part.of(time, MOST_OF_TOPIC))
                .filter(news -> news.count() > 0)
                .findFirst();
        return main.map(news -> {
            var body = new ArrayList<String>();
            body.add(words("mailinglist.digest.lead." + topic + "." + often));
            body.add(news.markdown());
            for (var other : parts) {
                var also = other.topic() == topic ? null : other.of(time, MOST_OF_OTHERS);
                if (also != null && also.count() > 0) {
                    body.add("## " + words("mailinglist.digest.also." + other.topic()));
                    body.add(also.markdown());
                }
            }
            return new IssueDraft(
                    topic,
                    topic == Topic.BRIEFINGS ? often : null,
                    subject(topic, often, news),
                    String.join("\n\n", body),
                    Segment.EVERYBODY);
        });
    }

    private String subject(Topic topic, Often often, DigestPart.News news) {
        String subject = words("mailinglist.digest.subject." + topic + "." + often, news.count(), news.first())
                .replaceAll("\\p{C}+", " ");
        return subject.length() <= IssueDraft.SUBJECT_MAX
                ? subject
                : subject.substring(0, IssueDraft.SUBJECT_MAX - 1) + "…";
    }

    private String words(String key, Object... arguments) {
        return messages.getMessage(key, arguments, Locale.ENGLISH);
    }
}
