package net.gatepost.account;

import com.github.f4b6a3.uuid.UuidCreator;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.apache.commons.codec.binary.Base32;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Codes for the day on which a second factor is lost: each good once, told once, stored hashed. They carry 120 random bits, so
 * that a plain hash is enough (ASVS 5.0, 6.5.2).
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class RecoveryCodes {

    static final int NUMBER = 10;

    private static final int BYTES = 15;
    private static final int GROUP = 4;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final JdbcClient database;

    RecoveryCodes(JdbcClient database) {
        this.database = database;
    }

    /** Ten new ones; those before are good for nothing any more. */
    List<String> renew(UUID accountId) {
        forget(accountId);
        List<String> codes = new ArrayList<>();
        for (int number = 0; number < NUMBER; number++) {
            byte[] random = new byte[BYTES];
            RANDOM.nextBytes(random);
            String code = new Base32().encodeToString(random).toLowerCase(Locale.ROOT);
            codes.add(String.join("-", code.split("(?<=\\G.{" + GROUP + "})")));
            database.sql("insert into recovery_code (id, account_id, code_hash) values (?, ?, ?)")
                    .params(UuidCreator.getTimeOrderedEpoch(), accountId, hash(code))
                    .update();
        }
        return codes;
    }

    /** Answers whether it was one of the account's, and not used before. */
    boolean use(UUID accountId, String typed, Instant now) {
        return database.sql("""
                                update recovery_code set used_at = ?
                                where account_id = ? and code_hash = ? and used_at is null""")
                        .params(Timestamp.from(now), accountId, hash(typed))
                        .update()
                == 1;
    }

    int left(UUID accountId) {
        return database.sql("select count(*) from recovery_code where account_id = ? and used_at is null")
                .param(accountId)
                .query(Integer.class)
                .single();
    }

    void forget(UUID accountId) {
        database.sql("delete from recovery_code where account_id = ?")
                .param(accountId)
                .update();
    }

    /** However it is grouped, and in whatever case. */
    private static String hash(String code) {
        return new Secret(code.toLowerCase(Locale.ROOT).replaceAll("[^a-z2-7]", "")).hash();
    }
}
