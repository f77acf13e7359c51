package net.gatepost.candidate;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import net.gatepost.keys.Encrypted;
import net.gatepost.keys.EncryptedColumn;
import net.gatepost.keys.Keyset;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What is encrypted of a profile, because a copy of the database must not tell it: how to reach somebody, of which country
 * they are, and the dates of what they were cleared for. {@link SealedText} and {@link SealedMonth} do it.
 */
@Component
class SealedColumns implements Encrypted {

    /** A value is bound to being one of a profile's, and not to its row: that is not known where columns are read. */
    static final byte[] CONTEXT = "gatepost profile".getBytes(StandardCharsets.UTF_8);

    static final Map<String, List<String>> BY_TABLE = Map.of(
            "candidate_profile", List.of("citizenship", "second_citizenship", "phone"),
            "candidate_clearance", List.of("investigation_closed", "granted", "last_used", "polygraph_month"));

    private final Keyset keyset;
    private final List<EncryptedColumn> columns;

    SealedColumns(Keyset profilesKeyset, JdbcClient database, TransactionTemplate transaction) {
        this.keyset = profilesKeyset;
        this.columns = BY_TABLE.entrySet().stream()
                .flatMap(table -> table.getValue().stream()
                        .map(column -> new EncryptedColumn(
                                keyset,
                                database,
                                transaction,
                                table.getKey(),
                                "id",
                                column,
                                EncryptedColumn.renewal(keyset, row -> CONTEXT))))
                .toList();
    }

    @Override
    public Keyset keyset() {
        return keyset;
    }

    @Override
    public long encryptAnew() {
        return columns.stream().mapToLong(EncryptedColumn::encryptAnew).sum();
    }

    /** Of its own, because the database is migrated with it before anything else is there. */
    @Configuration(proxyBeanMethods = false)
    static class Key {

        /** {@code gatepost.keys.profiles}, which several machines must share, else {@code keys/profiles.json}. */
        @Bean
        Keyset profilesKeyset(
                @Value("${gatepost.keys.profiles:}") String configured, @Value("${gatepost.data}") Path data) {
            return Keyset.of("profiles", configured, data);
        }
    }
}
