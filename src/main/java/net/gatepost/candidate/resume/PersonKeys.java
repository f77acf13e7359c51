package net.gatepost.candidate.resume;

import net.gatepost.keys.Encrypted;
import net.gatepost.keys.EncryptedColumn;
import net.gatepost.keys.Keyset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The keys of the persons, for who changes the one that wraps them. What they encrypt stays as it is. */
@Component
class PersonKeys implements Encrypted {

    private final MasterKey master;
    private final EncryptedColumn wrapped;

    PersonKeys(MasterKey master, JdbcClient database, TransactionTemplate transaction) {
        this.master = master;
        this.wrapped = new EncryptedColumn(
                master.keyset(),
                database,
                transaction,
                "candidate_key",
                "account_id",
                "wrapped",
                // Which key wrapped it can't be seen from outside, so each is wrapped anew.
                (accountId, key) -> master.wrapAnew(key, Vault.context(accountId, Vault.Kind.KEY)));
    }

    @Override
    public Keyset keyset() {
        return master.keyset();
    }

    @Override
    public long encryptAnew() {
        return wrapped.encryptAnew();
    }
}
