package net.gatepost.candidate;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import net.gatepost.keys.Encrypted;
import net.gatepost.keys.EncryptedColumns;
import net.gatepost.keys.Keyset;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What is encrypted of a profile, because a copy of the database must not tell it: how to reach somebody, of which country
 * they are, and the dates of what they were cleared for. {@link SealedText} and {@link SealedMonth} do it.
 */
@Configuration(proxyBeanMethods = false)
class SealedColumns {

    /** A value is bound to being one of a profile's, and not to its row: that is not known where columns are read. */
    static final byte[] CONTEXT = "gatepost profile".getBytes(StandardCharsets.UTF_8);

    private static final String PROFILE = "candidate_profile";
    private static final String CLEARANCE = "candidate_clearance";

    static final Map<String, List<String>> BY_TABLE = Map.of(
            PROFILE, List.of("citizenship", "second_citizenship", "phone"),
            CLEARANCE, List.of("investigation_closed", "granted", "last_used", "polygraph_month"));

    /** {@code gatepost.keys.profiles}, which several machines must share, else {@code keys/profiles.json}. */
    @Bean
    Keyset profilesKeyset(
            @Value("${gatepost.keys.profiles:}") String configured, @Value("${gatepost.data}") Path data) {
        return Keyset.of("profiles", configured, data);
    }

    @Bean
    Encrypted sealedProfiles(Keyset profilesKeyset, JdbcClient database, TransactionTemplate transaction) {
        return sealed(PROFILE, profilesKeyset, database, transaction);
    }

    @Bean
    Encrypted sealedClearances(Keyset profilesKeyset, JdbcClient database, TransactionTemplate transaction) {
        return sealed(CLEARANCE, profilesKeyset, database, transaction);
    }

    private static Encrypted sealed(String table, Keyset keyset, JdbcClient database, TransactionTemplate transaction) {
        return new EncryptedColumns(
                keyset,
                database,
                transaction,
                table,
                "id",
                BY_TABLE.getOrDefault(table, List.of()),
                EncryptedColumns.renewal(keyset, row -> CONTEXT));
    }
}
