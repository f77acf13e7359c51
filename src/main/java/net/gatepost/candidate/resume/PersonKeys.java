package net.gatepost.candidate.resume;

import java.util.List;
import net.gatepost.keys.Encrypted;
import net.gatepost.keys.EncryptedColumns;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The keys of the persons, for who changes the one that wraps them. What they encrypt stays as it is. */
@Configuration(proxyBeanMethods = false)
class PersonKeys {

    @Bean
    Encrypted wrappedKeys(MasterKey master, JdbcClient database, TransactionTemplate transaction) {
        return new EncryptedColumns(
                master.keyset(),
                database,
                transaction,
                "candidate_key",
                "account_id",
                List.of("wrapped"),
                // Which key wrapped it can't be seen from outside, so each is wrapped anew.
                (accountId, key) -> master.wrapAnew(key, Vault.context(accountId, Vault.Kind.KEY)));
    }
}
