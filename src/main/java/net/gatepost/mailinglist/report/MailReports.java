package net.gatepost.mailinglist.report;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import net.gatepost.mail.EmailAddress;
import net.gatepost.mail.Mails;
import net.gatepost.mailinglist.Suppressions;
import net.gatepost.mailinglist.Suppressions.Effect;
import net.gatepost.mailinglist.issue.SentCopies;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes reports, whichever way they come, to the subscriber they are about. Taking one twice does no more. */
@Service
@Transactional
class MailReports {

    private static final Pattern KEY = Pattern.compile("([0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})@.+");

    /** Servers try for five days at most, as a rule, before they give a mail up. */
    static final Duration NAMED = Duration.ofDays(7);

    private final SentCopies copies;
    private final Suppressions suppressions;
    private final Mails mails;
    private final JdbcClient database;
    private final Clock clock;

    MailReports(SentCopies copies, Suppressions suppressions, Mails mails, JdbcClient database, Clock clock) {
        this.copies = copies;
        this.suppressions = suppressions;
        this.mails = mails;
        this.database = database;
        this.clock = clock;
    }

    /**
     * About one of our mails, known by its Message-ID; of no effect where no mail of ours has it. Where a bounce gives none
     * back, it is about the last copy that went to the address it names, if one did in the last seven days: whoever
     * knows an address could write such a report, so it closes that one address at most, and nobody who was not sent to.
     */
    public Effect take(MailReport report) {
        var named = report.recipient();
        if (named != null) {
            return copies.lastSentTo(named, clock.instant().minus(NAMED))
                    .flatMap(key -> copies.cameBack(key, true))
                    .map(reader -> suppressions.bounced(reader, report.forGood(), report.words()))
                    .orElse(Effect.NONE);
        }
        String messageId = report.messageId() == null ? "" : report.messageId();
        var key = KEY.matcher(messageId);
        Optional<UUID> reader = key.matches()
                ? copies.cameBack(UUID.fromString(key.group(1)), report.kind() == MailReport.Kind.BOUNCE)
                : Optional.empty();
        if (reader.isPresent()) {
            return report.kind() == MailReport.Kind.COMPLAINT
                    ? suppressions.complained(reader.get(), report.words())
                    : suppressions.bounced(reader.get(), report.forGood(), report.words());
        }
        return mails.recipientOf(messageId)
                .map(address -> take(address, report.kind(), report.forGood(), report.words()))
                .orElse(Effect.NONE);
    }

    /** About an address, from somebody who has shown that they are our provider. */
    public Effect take(EmailAddress address, MailReport.Kind kind, boolean forGood, String words) {
        return kind == MailReport.Kind.COMPLAINT
                ? suppressions.complained(address, words)
                : suppressions.bounced(address, forGood, words);
    }

    /** Notes that reports were looked for, and how that went. @param trouble empty where it went well */
    public void looked(String way, String trouble) {
        String kept = trouble.length() <= 500 ? trouble : trouble.substring(0, 500);
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        database.sql("insert into mailing_intake (way, looked_at, trouble) values (:way, :now, :trouble)"
                        + " on conflict do nothing")
                .param("way", way)
                .param("now", now)
                .param("trouble", kept)
                .update();
        database.sql("update mailing_intake set looked_at = :now, trouble = :trouble where way = :way")
                .param("way", way)
                .param("now", now)
                .param("trouble", kept)
                .update();
    }

    /** When reports last came, or were looked for. */
    record Looked(Instant at, String trouble) {}

    @Transactional(readOnly = true)
    public Optional<Looked> lastLook(String way) {
        return database.sql("select looked_at, trouble from mailing_intake where way = :way")
                .param("way", way)
                .query((row, number) -> new Looked(instant(row.getTimestamp("looked_at")), row.getString("trouble")))
                .optional();
    }

    private static Instant instant(Timestamp timestamp) {
        return timestamp.toInstant();
    }
}
