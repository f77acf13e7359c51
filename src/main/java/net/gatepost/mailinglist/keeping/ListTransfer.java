package net.gatepost.mailinglist.keeping;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import net.gatepost.audit.Audit;
import net.gatepost.mailinglist.ImportedSubscribers;
import net.gatepost.web.CsvCells;
import net.gatepost.web.NotFound;
import net.gatepost.web.Viewer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Brings an existing list in, and gives all of this one out. What an import did is kept in numbers, never the file. */
@Service
@Transactional
class ListTransfer {

    private static final String SUBJECT = "mailing-import";
    private static final int AT_ONCE = 500;

    private final ImportedSubscribers subscribers;
    private final JdbcClient database;
    private final Audit audit;
    private final Clock clock;

    ListTransfer(ImportedSubscribers subscribers, JdbcClient database, Audit audit, Clock clock) {
        this.subscribers = subscribers;
        this.database = database;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * What an import did.
     *
     * @param known on the list already in whatever way, and left as they were
     * @param closed of those, suppressed or having left: no import brings them back
     * @param wrong rows that were no subscriber, with the first of them
     */
    record Outcome(UUID id, Instant at, long added, long known, long closed, long wrong, String told) {}

    /** All of the file or, where something goes wrong in the middle, none of it. The same file again adds nobody. */
    public UUID bringIn(Viewer administrator, ListFile file) {
        long added = 0;
        long known = 0;
        long closed = 0;
        var now = clock.instant();
        for (int from = 0; from < file.rows().size(); from += AT_ONCE) {
            var part = file.rows()
                    .subList(from, Math.min(from + AT_ONCE, file.rows().size()));
            var done = subscribers.add(
                    part.stream()
                            .map(row ->
                                    new ImportedSubscribers.Consent(row.email(), row.topics(), row.source(), row.at()))
                            .toList(),
                    now);
            added += done.added();
            known += done.known();
            closed += done.closed();
        }
        UUID id = UUID.randomUUID();
        String told = file.wrong().stream()
                .limit(ListFile.MOST_TOLD)
                .map(wrong -> wrong.line() + " " + wrong.problem())
                .collect(java.util.stream.Collectors.joining("\n"));
        database.sql("insert into mailing_import (id, imported_at, added, known, closed, wrong, told)"
                        + " values (?, ?, ?, ?, ?, ?, ?)")
                .params(
                        id,
                        now.atOffset(ZoneOffset.UTC),
                        added,
                        known,
                        closed,
                        (long) file.wrong().size(),
                        told)
                .update();
        audit.record(administrator.id(), "subscribers.imported", SUBJECT, id, String.valueOf(added));
        return id;
    }

    @Transactional(readOnly = true)
    public Outcome outcome(UUID id) {
        return outcomes("where id = :id", id).orElseThrow(NotFound::new);
    }

    private Optional<Outcome> outcomes(String where, UUID id) {
        return database.sql("select id, imported_at, added, known, closed, wrong, told from mailing_import " + where)
                .param("id", id)
                .query((row, number) -> new Outcome(
                        row.getObject("id", UUID.class),
                        row.getTimestamp("imported_at").toInstant(),
                        row.getLong("added"),
                        row.getLong("known"),
                        row.getLong("closed"),
                        row.getLong("wrong"),
                        row.getString("told")))
                .optional();
    }

    private static final List<String> HEADER = List.of(
            "email",
            "status",
            "topics",
            "briefings",
            "place",
            "clearance_wanted",
            "consent_source",
            "consent_date",
            "left_at",
            "suppressed_at");

    /** Writes every subscriber, closed ones included, so that another program leaves them out as well. */
    public void writeTo(Viewer administrator, Writer to) {
        audit.record(administrator.id(), "subscribers.exported", "mailing-list", administrator.id(), "");
        try (var csv = CsvWriter.builder().build(to);
                var rows = database
                        .sql("""
                                select s.email, s.status, s.briefings_often, s.place, s.wanted_level, s.wording, s.confirmed_at,
                                       s.left_at, s.suppressed_at,
                                       (select string_agg(t.topic, ' ') from subscriber_topic t
                                        where t.subscriber_id = s.id) as topics
                                from subscriber s order by s.email""")
                        .withFetchSize(AT_ONCE)
                        .query((row, number) -> java.util.Arrays.asList(
                                row.getString("email"),
                                row.getString("status"),
                                row.getString("topics"),
                                row.getString("briefings_often"),
                                row.getString("place"),
                                row.getString("wanted_level"),
                                row.getString("wording"),
                                row.getString("confirmed_at"),
                                row.getString("left_at"),
                                row.getString("suppressed_at")))
                        .stream()) {
            csv.writeRecord(HEADER);
            rows.forEach(row -> csv.writeRecord(row.stream()
                    .map(cell -> CsvCells.harmless(cell == null ? "" : cell))
                    .toList()));
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
