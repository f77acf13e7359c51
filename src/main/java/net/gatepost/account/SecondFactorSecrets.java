package net.gatepost.account;

import java.util.List;
import java.util.stream.Stream;
import net.gatepost.keys.Encrypted;
import net.gatepost.keys.EncryptedColumn;
import net.gatepost.keys.Keyset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The secrets of authenticator apps, for who changes the keys. */
@Component
class SecondFactorSecrets implements Encrypted {

    private final Keyset keyset;
    private final List<EncryptedColumn> columns;

    SecondFactorSecrets(OneTimeCodes codes, JdbcClient database, TransactionTemplate transaction) {
        this.keyset = codes.keyset();
        this.columns = Stream.of("secret", "pending")
                .map(column -> new EncryptedColumn(
                        keyset,
                        database,
                        transaction,
                        "second_factor",
                        "account_id",
                        column,
                        EncryptedColumn.renewal(keyset, OneTimeCodes::context)))
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
}
