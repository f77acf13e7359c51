package net.gatepost.candidate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import net.gatepost.keys.Keyset;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The way of a site that has profiles in plain text to one that has them encrypted. */
class SealedColumnsTest {

    private final JdbcDataSource source = new JdbcDataSource();
    private JdbcClient database;

    @TempDir
    Path data;

    @BeforeEach
    void openDatabase() {
        source.setURL("jdbc:h2:mem:" + UUID.randomUUID()
                + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;DB_CLOSE_DELAY=-1");
        database = JdbcClient.create(source);
    }

    private Flyway migrating(Keyset keyset, String target) {
        return Flyway.configure()
                .dataSource(source)
                .locations("classpath:db/migration", "classpath:db/vendor/h2")
                .javaMigrations(new V146__SealColumns(keyset))
                .target(target)
                .load();
    }

    @Test
    void whatAProfileHeldInPlainTextIsEncryptedAndKeptByTheUpgrade() {
        var keyset = Keyset.of("profiles", "", data);
        migrating(keyset, "122").migrate();
        var account = UUID.randomUUID();
        database.sql("set referential_integrity false").update();
        for (int i = 0; i < 2_500; i++) {
            database.sql(
                            "insert into candidate_profile (id, version, account_id, handle, visibility, citizenship, phone,"
                                    + " created_at, changed_at) values (?, 0, ?, ?, 'SEALED', 'US', ?, now(), now())")
                    .params(UUID.randomUUID(), i == 0 ? account : UUID.randomUUID(), UUID.randomUUID(), "555 0" + i)
                    .update();
        }

        migrating(keyset, "147").migrate();

        byte[] phone = database.sql("select phone from candidate_profile where account_id = ?")
                .param(account)
                .query(byte[].class)
                .single();
        assertThat(new String(phone, StandardCharsets.ISO_8859_1)).doesNotContain("555");
        assertThat(new SealedText(keyset).convertToEntityAttribute(phone)).isEqualTo("555 00");
        assertThat(database.sql("select count(*) from candidate_profile where phone is null or citizenship is null"
                                + " or second_citizenship is not null")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(columns()).isNotEmpty().noneMatch(column -> column.endsWith("_plain"));
    }

    private List<String> columns() {
        return database.sql("select column_name from information_schema.columns where table_schema = 'public'")
                .query(String.class)
                .list();
    }
}
