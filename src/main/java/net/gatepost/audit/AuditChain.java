package net.gatepost.audit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Links the entries of the trail, and looks whether the chain still holds. An entry knows people by the id of their account
 * alone, so erasing somebody changes no entry, and the chain stays whole. See docs/decisions/audit-chain.md.
 */
@Component
public class AuditChain {

    private static final int AT_ONCE = 500;
    private static final String BEFORE_THE_FIRST = "0".repeat(64);

    private static final String LINKS = """
            select e.position, e.at, e.actor_account_id, e.action, e.subject_type, e.subject_id, e.detail,
                   l.link, l.hash, l.position as linked
            from audit_link l left join audit_entry e on e.position = l.position""";

    /** So long an entry may be without a link: its transaction may have been long, and the task may have waited. */
    private static final Duration LINKED_WITHIN = Duration.ofHours(1);

    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private volatile @Nullable LocalDate walkedOn;

    AuditChain(JdbcClient database, TransactionTemplate transaction, Clock clock) {
        this.database = database;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * What a look at the whole chain found.
     *
     * @param links how many there are
     * @param head the last one's hash: written down elsewhere, it tells later whether the end was cut off
     * @param brokenAt the number of the first entry that does not fit; null where all do
     */
    public record Verdict(long links, String head, @Nullable Long brokenAt, Instant at) {

        public boolean isWhole() {
            return brokenAt == null;
        }
    }

    private record Entry(
            long position,
            Instant at,
            @Nullable UUID actor,
            String action,
            String subjectType,
            UUID subject,
            String detail) {}

    private record Linked(
            long link, String hash, long position, @Nullable Entry entry) {}

    /**
     * Links what is not linked yet, as far as it was added lately; the first time on each day the whole trail is walked, for what came
     * late because a clock was wrong. Of two that do it at once one fails, and does it again later.
     */
    void link() {
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        linkAfter(today.equals(walkedOn) ? last().map(this::surelyLinked).orElse(0L) : 0);
        walkedOn = today;
    }

    /** Each part goes on where the one before has ended, or the more there are, the more often they would be walked. */
    private void linkAfter(long position) {
        var reached = OptionalLong.of(position);
        while (reached.isPresent()) {
            reached = linkSome(reached.getAsLong());
        }
    }

    /** A position up to which everything was linked: what came before the last link by more than a transaction may take. */
    private long surelyLinked(Linked last) {
        var entry = last.entry();
        if (entry == null) {
            return 0;
        }
        long before = database.sql(
                        "select position from audit_entry where at < ? order by at desc, position desc fetch first 1 rows only")
                .param(entry.at().minus(LINKED_WITHIN).atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .optional()
                .orElse(0L);
        return Math.min(before, last.position());
    }

    /** @return the last that it has linked, where there may be more */
    private OptionalLong linkSome(long after) {
        return transaction.execute(status -> {
            var last = last();
            long link = last.map(Linked::link).orElse(0L);
            String hash = last.map(Linked::hash).orElse(BEFORE_THE_FIRST);
            var entries = database.sql("""
                            select e.position, e.at, e.actor_account_id, e.action, e.subject_type, e.subject_id, e.detail
                            from audit_entry e
                            where e.position > ?
                            and not exists (select 1 from audit_link l where l.position = e.position)
                            order by e.position fetch first ? rows only""")
                    .params(after, AT_ONCE)
                    .query((row, number) -> entry(row))
                    .list();
            for (var entry : entries) {
                hash = hash(hash, entry);
                database.sql("insert into audit_link (link, position, hash) values (?, ?, ?)")
                        .params(++link, entry.position(), hash)
                        .update();
            }
            return entries.size() < AT_ONCE
                    ? OptionalLong.empty()
                    : OptionalLong.of(entries.get(AT_ONCE - 1).position());
        });
    }

    private Optional<Linked> last() {
        return database.sql(LINKS + " order by l.link desc fetch first 1 rows only")
                .query(AuditChain::linked)
                .optional();
    }

    /** Looks at every link from the first, in parts. */
    public Verdict verify() {
        return verify(clock.instant());
    }

    /** As {@link #verify()} of a site that stands still, where what was done last may never have been linked. */
    Verdict verifyStanding() {
        return verify(database.sql("select max(e.at) from audit_link l join audit_entry e on e.position = l.position")
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant)
                .orElse(Instant.EPOCH));
    }

    private Verdict verify(Instant linkingUntil) {
        String hash = BEFORE_THE_FIRST;
        long links = 0;
        for (List<Linked> some = after(0); !some.isEmpty(); some = after(links)) {
            for (var next : some) {
                var entry = next.entry();
                if (entry == null || next.link() != links + 1 || !next.hash().equals(hash(hash, entry))) {
                    return new Verdict(links, hash, next.position(), clock.instant());
                }
                hash = next.hash();
                links++;
            }
        }
        return new Verdict(links, hash, leftOut(linkingUntil), clock.instant());
    }

    private List<Linked> after(long link) {
        return database.sql(LINKS + " where l.link > ? order by l.link fetch first ? rows only")
                .params(link, AT_ONCE)
                .query(AuditChain::linked)
                .list();
    }

    private static Linked linked(ResultSet row, int number) throws SQLException {
        return new Linked(
                row.getLong("link"),
                row.getString("hash"),
                row.getLong("linked"),
                row.getObject("subject_id") == null ? null : entry(row));
    }

    /** The first entry that should long have been linked; its link may have been taken out. */
    private @Nullable Long leftOut(Instant linkingUntil) {
        return database.sql("""
                        select e.position from audit_entry e
                        where e.at < ? and not exists (select 1 from audit_link l where l.position = e.position)
                        order by e.position fetch first 1 rows only""")
                .param(linkingUntil.minus(LINKED_WITHIN).atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .optional()
                .orElse(null);
    }

    private static Entry entry(ResultSet row) throws SQLException {
        return new Entry(
                row.getLong("position"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getObject("actor_account_id", UUID.class),
                row.getString("action"),
                row.getString("subject_type"),
                row.getObject("subject_id", UUID.class),
                row.getString("detail"));
    }

    /** Of each part with its length, so that no two entries are written alike. */
    private static String hash(String before, Entry entry) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (String part : new String[] {
                before,
                String.valueOf(entry.position()),
                entry.at().toString(),
                String.valueOf(entry.actor()),
                entry.action(),
                entry.subjectType(),
                entry.subject().toString(),
                entry.detail()
            }) {
                byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
                digest.update(ByteBuffer.allocate(4).putInt(bytes.length).array());
                digest.update(bytes);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
