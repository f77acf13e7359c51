package net.gatepost.backup;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import net.gatepost.backup.Manifest.TableSum;
import net.gatepost.web.Sha256;
import org.jspecify.annotations.Nullable;

/**
 * Counts the rows of every table and sums up their contents: the SHA-256 of each row, added up. A sum does not depend on the
 * order, which collations of another machine would change. Reads row by row, however many there are.
 */
final class TableSums {

    private static final int AT_ONCE = 500;
    private static final BigInteger LIMIT = BigInteger.ONE.shiftLeft(256);
    private static final byte[] NULL = {0};
    private static final byte[] VALUE = {1};

    private TableSums() {}

    /** @param moment in a transaction that sees one moment, or of a database that nobody writes to */
    static SortedMap<String, TableSum> of(Connection moment) throws SQLException {
        SortedMap<String, TableSum> sums = new TreeMap<>();
        for (var table : tables(moment)) {
            sums.put(table, sum(moment, table));
        }
        return sums;
    }

    static List<String> tables(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement("""
                select table_name from information_schema.tables
                where table_schema = ? and table_type = 'BASE TABLE' order by table_name""")) {
            statement.setString(1, connection.getSchema());
            List<String> tables = new ArrayList<>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    tables.add(rows.getString(1));
                }
            }
            return tables;
        }
    }

    private static TableSum sum(Connection moment, String table) throws SQLException {
        try (var statement = moment.createStatement()) {
            statement.setFetchSize(AT_ONCE);
            try (var rows = statement.executeQuery("select * from \"" + table + "\"")) {
                var columns = rows.getMetaData();
                var digest = Sha256.digest();
                long count = 0;
                var sum = BigInteger.ZERO;
                while (rows.next()) {
                    count++;
                    for (int column = 1; column <= columns.getColumnCount(); column++) {
                        add(digest, columns.getColumnName(column).getBytes(StandardCharsets.UTF_8));
                        add(digest, value(rows, columns, column));
                    }
                    sum = sum.add(new BigInteger(1, digest.digest())).mod(LIMIT);
                }
                return new TableSum(count, String.format("%064x", sum));
            }
        }
    }

    /** With its length before it, so that no two rows run together into the same bytes. */
    private static void add(MessageDigest digest, byte @Nullable [] value) {
        if (value == null) {
            digest.update(NULL);
            return;
        }
        digest.update(VALUE);
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(value.length).array());
        digest.update(value);
    }

    private static byte @Nullable [] value(ResultSet rows, ResultSetMetaData columns, int column) throws SQLException {
        switch (columns.getColumnType(column)) {
            case Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY, Types.BLOB -> {
                return rows.getBytes(column);
            }
            default -> {
                var text = hasZone(columns, column) ? instant(rows, column) : rows.getString(column);
                return text == null ? null : text.getBytes(StandardCharsets.UTF_8);
            }
        }
    }

    /** PostgreSQL's driver calls both kinds of timestamps TIMESTAMP. */
    private static boolean hasZone(ResultSetMetaData columns, int column) throws SQLException {
        return columns.getColumnType(column) == Types.TIMESTAMP_WITH_TIMEZONE
                || columns.getColumnTypeName(column).equals("timestamptz");
    }

    /** As a text it would be in the zone of the machine. */
    private static @Nullable String instant(ResultSet rows, int column) throws SQLException {
        var moment = rows.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant().toString();
    }
}
