package net.gatepost.candidate;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import net.gatepost.keys.Keyset;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.stereotype.Component;

/** Encrypts what V145 found in plain text. */
@Component
class V146__SealColumns extends BaseJavaMigration {

    private static final int AT_ONCE = 1000;

    private final Keyset keyset;

    V146__SealColumns(Keyset profilesKeyset) {
        this.keyset = profilesKeyset;
    }

    private record Plain(UUID row, String text) {}

    @Override
    public void migrate(Context context) {
        var database = JdbcClient.create(new SingleConnectionDataSource(context.getConnection(), true));
        SealedColumns.BY_TABLE.forEach((table, columns) -> columns.forEach(column -> seal(database, table, column)));
    }

    private void seal(JdbcClient database, String table, String column) {
        List<Plain> some;
        do {
            some = database.sql("select id, " + column + "_plain from " + table + " where " + column
                            + "_plain is not null and " + column + " is null limit " + AT_ONCE)
                    .query((row, number) -> new Plain(row.getObject(1, UUID.class), row.getString(2)))
                    .list();
            some.forEach(plain -> database.sql("update " + table + " set " + column + " = ? where id = ?")
                    .param(keyset.encrypt(plain.text().getBytes(StandardCharsets.UTF_8), SealedColumns.CONTEXT))
                    .param(plain.row())
                    .update());
        } while (some.size() == AT_ONCE);
    }
}
