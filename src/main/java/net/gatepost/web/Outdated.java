package net.gatepost.web;

import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Deletes rows whose time has no meaning any more, some at a time, so that no statement holds many. */
public final class Outdated {

    private static final int AT_ONCE = 1_000;

    private Outdated() {}

    /**
     * Deletes what lies before the earliest and after the latest time. The table has an {@code id}, and an index of the column.
     *
     * @param table and {@code column}: names, never what somebody typed
     */
    public static void delete(JdbcClient database, String table, String column, Instant earliest, Instant latest) {
        delete(database, table, column, "<", earliest);
        delete(database, table, column, ">", latest);
    }

    private static void delete(JdbcClient database, String table, String column, String side, Instant time) {
        String sql = "delete from %1$s where id in (select id from %1$s where %2$s %3$s ? order by %2$s limit ?)"
                .formatted(table, column, side);
        int deleted;
        do {
            deleted = database.sql(sql)
                    .params(time.atOffset(ZoneOffset.UTC), AT_ONCE)
                    .update();
        } while (deleted == AT_ONCE);
    }
}
