package net.gatepost.keys;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The encrypted columns of a table whose key is a UUID. */
public final class EncryptedColumns implements Encrypted {

    /** Encrypts a row's value with the primary key; null where it is already. */
    @FunctionalInterface
    public interface Renewal {
        byte @Nullable [] of(UUID row, byte[] encrypted);
    }

    private static final int AT_ONCE = 500;
    private static final UUID BEFORE_THE_FIRST = new UUID(0, 0);

    private final Keyset keyset;
    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final Renewal renewal;
    private final String table;
    private final String id;
    private final List<String> columns;

    /** @param id the column that is the table's key */
    public EncryptedColumns(
            Keyset keyset,
            JdbcClient database,
            TransactionTemplate transaction,
            String table,
            String id,
            List<String> columns,
            Renewal renewal) {
        this.keyset = keyset;
        this.database = database;
        this.transaction = transaction;
        this.renewal = renewal;
        this.table = table;
        this.id = id;
        this.columns = List.copyOf(columns);
    }

    /** For what is encrypted with the keyset itself, bound to a context that its row's key tells. */
    public static Renewal renewal(Keyset keyset, Function<UUID, byte[]> context) {
        return (row, encrypted) ->
                keyset.isOutdated(encrypted) ? keyset.encryptAnew(encrypted, context.apply(row)) : null;
    }

    private record Cell(UUID row, byte[] encrypted) {}

    @Override
    public Keyset keyset() {
        return keyset;
    }

    private record Round(List<Cell> cells, long changed) {}

    @Override
    public long encryptAnew() {
        return columns.stream().mapToLong(this::encryptAnew).sum();
    }

    private long encryptAnew(String column) {
        long changed = 0;
        UUID after = BEFORE_THE_FIRST;
        Round round;
        do {
            UUID last = after;
            round = transaction.execute(status -> roundAfter(last, column));
            changed += round.changed();
            after = round.cells().isEmpty()
                    ? after
                    : round.cells().get(round.cells().size() - 1).row();
        } while (round.cells().size() == AT_ONCE);
        return changed;
    }

    private Round roundAfter(UUID last, String column) {
        var cells = database.sql("select " + id + ", " + column + " from " + table + " where " + column
                        + " is not null and " + id + " > ? order by " + id + " limit " + AT_ONCE + " for update")
                .param(last)
                .query((row, number) -> new Cell(row.getObject(1, UUID.class), row.getBytes(2)))
                .list();
        return new Round(
                cells, cells.stream().filter(cell -> renew(cell, column)).count());
    }

    private boolean renew(Cell cell, String column) {
        byte[] anew = renewal.of(cell.row(), cell.encrypted());
        if (anew == null) {
            return false;
        }
        database.sql("update " + table + " set " + column + " = ? where " + id + " = ?")
                .param(anew)
                .param(cell.row())
                .update();
        return true;
    }
}
