package net.gatepost.account;

import com.github.f4b6a3.uuid.UuidCreator;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which smart card opens which account. There also where the site takes none at present. Its callers bring the transaction. */
@Component
class SmartCardStore {

    private final JdbcClient database;
    private final Clock clock;

    SmartCardStore(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    List<SmartCards.Bound> of(UUID accountId) {
        return database.sql("""
                        select id, issuer, subject, serial, bound_at, used_at from smart_card
                        where account_id = ? order by bound_at, id""")
                .param(accountId)
                .query((row, number) -> {
                    var used = row.getTimestamp("used_at");
                    return new SmartCards.Bound(
                            row.getObject("id", UUID.class),
                            new SmartCards.Card(
                                    row.getString("issuer"), row.getString("serial"), row.getString("subject")),
                            row.getTimestamp("bound_at").toInstant(),
                            used == null ? null : used.toInstant());
                })
                .list();
    }

    int count(UUID accountId) {
        return database.sql("select count(*) from smart_card where account_id = ?")
                .param(accountId)
                .query(Integer.class)
                .single();
    }

    Optional<UUID> ownerOf(SmartCards.Card card) {
        return database.sql("select account_id from smart_card where issuer = ? and serial = ?")
                .params(card.issuer(), card.serial())
                .query((row, number) -> row.getObject(1, UUID.class))
                .optional();
    }

    void used(SmartCards.Card card) {
        database.sql("update smart_card set used_at = ? where issuer = ? and serial = ?")
                .params(Timestamp.from(clock.instant()), card.issuer(), card.serial())
                .update();
    }

    /** Answers whether it was nobody's before. */
    boolean bind(UUID accountId, SmartCards.Card card) {
        return database.sql("""
                                insert into smart_card (id, account_id, issuer, serial, subject, bound_at)
                                values (?, ?, ?, ?, ?, ?) on conflict do nothing""")
                        .params(
                                UuidCreator.getTimeOrderedEpoch(),
                                accountId,
                                card.issuer(),
                                card.serial(),
                                card.subject(),
                                Timestamp.from(clock.instant()))
                        .update()
                == 1;
    }

    /** Answers whether it was one of the account's. */
    boolean remove(UUID accountId, UUID id) {
        return database.sql("delete from smart_card where account_id = ? and id = ?")
                        .params(accountId, id)
                        .update()
                == 1;
    }

    void removeAll(UUID accountId) {
        database.sql("delete from smart_card where account_id = ?")
                .param(accountId)
                .update();
    }
}
