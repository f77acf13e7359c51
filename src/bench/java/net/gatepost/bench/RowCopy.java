package net.gatepost.bench;

import com.github.f4b6a3.uuid.UuidCreator;
import java.sql.Blob;
import java.sql.Clob;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** A statement that writes a row like one that the site has written: the same columns and values, except those given anew. */
final class RowCopy {

    private final String sql;
    private final List<Value> values;

    private RowCopy(String sql, List<Value> values) {
        this.sql = sql;
        this.values = values;
    }

    /** What is written into a column. */
    @FunctionalInterface
    interface Value {
        Object of(Keys keys);
    }

    /** Keys made up for one deed, so that its rows belong together. */
    static final class Keys {

        private final Map<String, UUID> made = new HashMap<>();
        private final Map<String, Integer> numbers = new HashMap<>();

        /** In the order of time, as the site makes its own. */
        UUID named(String name) {
            return made.computeIfAbsent(name, unused -> UuidCreator.getTimeOrderedEpoch());
        }

        /** The next number of that name: the same as often as this deed asks. */
        int number(String name, AtomicInteger next) {
            return numbers.computeIfAbsent(name, unused -> next.getAndIncrement());
        }

        /** In no order. */
        String random(String name) {
            return made.computeIfAbsent(name, unused -> UUID.randomUUID()).toString();
        }
    }

    static Value key(String name) {
        return keys -> keys.named(name);
    }

    static Value text(String name) {
        return keys -> keys.named(name).toString();
    }

    static Value random(String name) {
        return keys -> keys.random(name);
    }

    /**
     * Inserts such a row.
     *
     * @param where what is true of one row of the table; numbers that the table makes itself are left to it
     */
    static RowCopy insert(Connection database, String table, String where, Map<String, Value> anew) throws SQLException {
        List<String> columns = new ArrayList<>();
        List<Value> values = new ArrayList<>();
        row(database, table, where).forEach((column, value) -> {
            columns.add(column);
            values.add(anew.getOrDefault(column, unused -> value));
        });
        return new RowCopy(
                "insert into " + table + " (" + String.join(", ", columns) + ") values ("
                        + String.join(", ", Collections.nCopies(columns.size(), "?")) + ")",
                values);
    }

    /**
     * Writes the values of such a row over others, as Hibernate does: all columns but those by which they are found.
     *
     * @param by the columns that others are found by
     */
    static RowCopy update(
            Connection database, String table, String where, Map<String, Value> anew, Map<String, Value> by)
            throws SQLException {
        List<String> set = new ArrayList<>();
        List<Value> values = new ArrayList<>();
        row(database, table, where).forEach((column, value) -> {
            if (!by.containsKey(column)) {
                set.add(column + " = ?");
                values.add(anew.getOrDefault(column, unused -> value));
            }
        });
        List<String> found = new ArrayList<>();
        by.forEach((column, value) -> {
            found.add(column + " = ?");
            values.add(value);
        });
        return new RowCopy(
                "update " + table + " set " + String.join(", ", set) + " where " + String.join(" and ", found), values);
    }

    private static Map<String, Object> row(Connection database, String table, String where) throws SQLException {
        try (var statement = database.createStatement();
                var rows = statement.executeQuery("select * from " + table + " where " + where)) {
            if (!rows.next()) {
                throw new IllegalStateException("no row of " + table + " where " + where);
            }
            Map<String, Object> row = new LinkedHashMap<>();
            var about = rows.getMetaData();
            for (int at = 1; at <= about.getColumnCount(); at++) {
                if (!about.isAutoIncrement(at)) {
                    row.put(about.getColumnName(at), value(rows, at));
                }
            }
            return row;
        }
    }

    /** What can be written after the row was left. */
    private static Object value(ResultSet rows, int at) throws SQLException {
        Object value = rows.getObject(at);
        return value instanceof Clob ? rows.getString(at) : value instanceof Blob ? rows.getBytes(at) : value;
    }

    /** @param database whose it is from now on; closed with it */
    Prepared on(Connection database) throws SQLException {
        return new Prepared(database.prepareStatement(sql));
    }

    /** On one connection. */
    final class Prepared {

        private final PreparedStatement statement;

        private Prepared(PreparedStatement statement) {
            this.statement = statement;
        }

        void write(Keys keys) throws SQLException {
            fill(keys);
            if (statement.executeUpdate() != 1) {
                throw new IllegalStateException("not one row: " + sql);
            }
        }

        void add(Keys keys) throws SQLException {
            fill(keys);
            statement.addBatch();
        }

        void writeAdded() throws SQLException {
            statement.executeBatch();
        }

        private void fill(Keys keys) throws SQLException {
            for (int at = 0; at < values.size(); at++) {
                statement.setObject(at + 1, values.get(at).of(keys));
            }
        }
    }
}
