package net.gatepost.keys;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class EncryptedColumnsTest {

    @TempDir
    Path data;

    private static byte[] context(UUID row) {
        return row.toString().getBytes(UTF_8);
    }

    @Test
    void everyValueOfEveryRowComesUnderTheNewKeyAndNothingElseChanges() {
        var source = new JdbcDataSource();
        source.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";MODE=PostgreSQL;DB_CLOSE_DELAY=-1");
        var database = JdbcClient.create(source);
        database.sql("create table thing (id uuid primary key, one bytea, other bytea)")
                .update();
        var keyset = Keyset.of("tests", "", data);
        // More than are taken at once, with ids from both ends of the order
        for (int i = 0; i < 1_200; i++) {
            var id = UUID.randomUUID();
            database.sql("insert into thing (id, one, other) values (?, ?, ?)")
                    .param(id)
                    .param(keyset.encrypt(("one " + id).getBytes(UTF_8), context(id)))
                    .param(i % 3 == 0 ? keyset.encrypt(("other " + id).getBytes(UTF_8), context(id)) : null)
                    .update();
        }
        var columns = new EncryptedColumns(
                keyset,
                database,
                new TransactionTemplate(new JdbcTransactionManager(source)),
                "thing",
                "id",
                List.of("one", "other"),
                EncryptedColumns.renewal(keyset, EncryptedColumnsTest::context));
        keyset.addKey();

        assertThat(columns.encryptAnew()).isEqualTo(1_600);
        assertThat(columns.encryptAnew()).isZero();

        keyset.forgetOldKeys();
        var opened = database.sql("select id, one, other from thing")
                .query((row, number) -> {
                    var id = row.getObject(1, UUID.class);
                    assertThat(keyset.decrypt(row.getBytes(2), context(id)))
                            .asString(UTF_8)
                            .isEqualTo("one " + id);
                    return row.getBytes(3) == null
                            ? 0
                            : new String(keyset.decrypt(row.getBytes(3), context(id)), UTF_8).equals("other " + id)
                                    ? 1
                                    : 2;
                })
                .list();
        assertThat(opened).hasSize(1_200).doesNotContain(2);
        assertThat(opened.stream().filter(other -> other == 1)).hasSize(400);
    }
}
