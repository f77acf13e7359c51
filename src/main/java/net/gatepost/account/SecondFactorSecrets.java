package net.gatepost.account;

import java.util.List;
import net.gatepost.keys.Encrypted;
import net.gatepost.keys.EncryptedColumns;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The secrets of authenticator apps, for who changes the keys. */
@Configuration(proxyBeanMethods = false)
class SecondFactorSecrets {

    @Bean
    Encrypted secretsOfApps(OneTimeCodes codes, JdbcClient database, TransactionTemplate transaction) {
        return new EncryptedColumns(
                codes.keyset(),
                database,
                transaction,
                "second_factor",
                "account_id",
                List.of("secret", "pending"),
                EncryptedColumns.renewal(codes.keyset(), OneTimeCodes::context));
    }
}
