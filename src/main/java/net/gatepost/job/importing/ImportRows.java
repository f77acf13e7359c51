package net.gatepost.job.importing;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The rows of runs, in plain SQL: a feed has a hundred thousand, and each is written twice. */
@Component
class ImportRows {

    private static final int LONGEST_DETAIL = 1_000;
    private static final TypeReference<Map<Field, String>> FIELDS = new TypeReference<>() {};

    private final JdbcClient database;
    private final JdbcTemplate batches;
    private final JsonMapper json;

    ImportRows(JdbcClient database, JdbcTemplate batches, JsonMapper json) {
        this.database = database;
        this.batches = batches;
        this.json = json;
    }

    /** A row that is to be kept. */
    record New(
            long ordinal,
            String reference,
            String title,
            @Nullable FeedRow row,
            Outcome outcome,
            String detail) {}

    /** A row that waits. */
    record Waiting(long ordinal, String reference, FeedRow row) {}

    /** A row as the report shows it. */
    record Told(
            long ordinal,
            String reference,
            String title,
            Outcome outcome,
            String detail,
            @Nullable UUID listingId) {}

    void add(UUID runId, List<New> rows) {
        batches.batchUpdate("""
                insert into import_row (run_id, ordinal, reference, title, fields, outcome, detail)
                values (?, ?, ?, ?, ?, ?, ?)""", rows, 500, (statement, row) -> {
            statement.setObject(1, runId);
            statement.setLong(2, row.ordinal());
            statement.setString(3, row.reference());
            statement.setString(4, row.title());
            statement.setString(
                    5,
                    row.row() == null ? null : json.writeValueAsString(row.row().fields()));
            statement.setString(6, row.outcome().name());
            statement.setString(7, cut(row.detail()));
        });
    }

    void clear(UUID runId) {
        database.sql("delete from import_row where run_id = ?").param(runId).update();
    }

    /** Which of these the run has named already. Asked for in pairs, or H2 would look through all rows of the run. */
    Set<String> named(UUID runId, Collection<String> references) {
        return references.isEmpty()
                ? Set.of()
                : Set.copyOf(database.sql("select reference from import_row where (run_id, reference) in (:pairs)")
                        .param(
                                "pairs",
                                references.stream()
                                        .map(reference -> new Object[] {runId, reference})
                                        .toList())
                        .query(String.class)
                        .list());
    }

    /** The next ones in order. */
    List<Waiting> waiting(UUID runId, int most) {
        return database.sql("""
                        select ordinal, reference, fields from import_row
                        where run_id = ? and outcome = 'WAITING'
                        order by run_id, outcome, ordinal fetch first ? rows only""")
                .params(runId, most)
                .query((row, at) -> new Waiting(
                        row.getLong("ordinal"),
                        row.getString("reference"),
                        new FeedRow(json.readValue(row.getString("fields"), FIELDS), "")))
                .list();
    }

    /** Says what became of a row, and forgets what it said. False if that was said before. */
    boolean handled(UUID runId, long ordinal, Outcome outcome, String detail, @Nullable UUID listingId) {
        return database.sql("""
                                update import_row set outcome = ?, detail = ?, listing_id = ?, fields = null
                                where run_id = ? and ordinal = ? and outcome = 'WAITING'""")
                        .params(Arrays.<@Nullable Object>asList(outcome.name(), cut(detail), listingId, runId, ordinal))
                        .update()
                == 1;
    }

    /** Adds what was closed because no row names it, after the last one. */
    void closed(UUID runId, String reference, String title, UUID listingId) {
        database.sql("""
                        insert into import_row (run_id, ordinal, reference, title, outcome, detail, listing_id)
                        select ?, coalesce(max(ordinal), 0) + 1, ?, ?, 'CLOSED', '', ? from import_row where run_id = ?""")
                .params(runId, reference, title.substring(0, Math.min(200, title.length())), listingId, runId)
                .update();
    }

    /** Whether a row was refused of which it can't be said which job it meant. */
    boolean anyRefusedWithoutReference(UUID runId) {
        return database.sql("""
                        select count(*) from import_row
                        where run_id = ? and reference = '' and outcome = 'REFUSED'""").param(runId).query(Long.class).single() > 0;
    }

    Map<Outcome, Long> counts(UUID runId) {
        return counts(List.of(runId)).getOrDefault(runId, Map.of());
    }

    Map<UUID, Map<Outcome, Long>> counts(Collection<UUID> runIds) {
        if (runIds.isEmpty()) {
            return Map.of();
        }
        record Count(UUID runId, Outcome outcome, long rows) {}
        return database
                .sql("""
                        select run_id, outcome, count(*) as counted from import_row where run_id in (:runs)
                        group by run_id, outcome""")
                .param("runs", runIds)
                .query((row, at) -> new Count(
                        row.getObject("run_id", UUID.class),
                        Outcome.valueOf(row.getString("outcome")),
                        row.getLong("counted")))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Count::runId,
                        Collectors.toMap(Count::outcome, Count::rows, Long::sum, () -> new EnumMap<>(Outcome.class))));
    }

    /**
     * The report in the order of the feed.
     *
     * @param page counts from 1
     */
    List<Told> page(UUID runId, Optional<Outcome> only, int page, int size) {
        return database.sql("""
                        select ordinal, reference, title, outcome, coalesce(detail, '') as detail, listing_id from import_row
                        where run_id = :run and (:all = true or outcome = :outcome)
                        order by run_id, ordinal offset :from rows fetch next :size rows only""")
                .param("run", runId)
                .param("all", only.isEmpty())
                .param("outcome", only.map(Enum::name).orElse(""))
                .param("from", (long) (page - 1) * size)
                .param("size", size)
                .query((row, at) -> new Told(
                        row.getLong("ordinal"),
                        row.getString("reference"),
                        row.getString("title"),
                        Outcome.valueOf(row.getString("outcome")),
                        row.getString("detail"),
                        row.getObject("listing_id", UUID.class)))
                .list();
    }

    void delete(Collection<UUID> runIds) {
        database.sql("delete from import_row where run_id in (:runs)")
                .param("runs", runIds)
                .update();
    }

    private static String cut(String detail) {
        return detail.length() <= LONGEST_DETAIL ? detail : detail.substring(0, LONGEST_DETAIL);
    }
}
