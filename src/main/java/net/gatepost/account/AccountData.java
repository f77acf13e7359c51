package net.gatepost.account;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The account itself, with what hangs on it: where its owner is signed in, mailed links, former wishes to join. */
@Component
@Order(100)
class AccountData implements PersonalData {

    /** What the audit trail calls an account. */
    static final String SUBJECT = "account";

    private final AccountRepository accounts;
    private final AccountLinkRepository links;
    private final JoiningRepository joinings;
    private final PasskeyStore passkeys;
    private final SmartCardStore cards;
    private final JdbcClient database;

    AccountData(
            AccountRepository accounts,
            AccountLinkRepository links,
            JoiningRepository joinings,
            PasskeyStore passkeys,
            SmartCardStore cards,
            JdbcClient database) {
        this.accounts = accounts;
        this.links = links;
        this.joinings = joinings;
        this.passkeys = passkeys;
        this.cards = cards;
        this.database = database;
    }

    record Terms(String version, Instant agreedAt) {}

    record Session(Instant begunAt, Instant lastUsedAt) {}

    record Signed(String device, Instant lastUsedAt) {}

    record Content(
            UUID id,
            String name,
            String email,
            Desk firstDesk,
            boolean administrator,
            boolean editor,
            Instant joinedAt,
            Instant passphraseChangedAt,
            @Nullable Instant secondFactorSince,
            List<Passkeys.Passkey> passkeys,
            List<SmartCards.Bound> smartCards,
            Terms terms,
            List<Session> sessions,
            List<Signed> devices,
            List<AccountLink.Told> mailedLinks,
            List<Joining.Told> wishesToJoin) {
        @Override
        public String toString() {
            return "Content[withheld]";
        }
    }

    @Override
    public void exportTo(Archive archive, UUID accountId) {
        var account = accounts.findById(accountId).orElseThrow();
        archive.json(
                "account",
                new Content(
                        accountId,
                        account.name(),
                        account.email().value(),
                        account.firstDesk(),
                        account.isAdministrator(),
                        account.isEditor(),
                        account.joinedAt(),
                        account.passphraseChangedAt(),
                        account.secondFactorSince(),
                        passkeys.of(accountId),
                        cards.of(accountId),
                        new Terms(account.termsVersion(), account.termsAgreedAt()),
                        sessionsOf(accountId),
                        devicesOf(accountId),
                        links.findByAccountIdOrderById(accountId).stream()
                                .map(AccountLink::told)
                                .toList(),
                        joinings.findByEmailOrderById(account.email().value()).stream()
                                .map(Joining::told)
                                .toList()));
    }

    /** The site would be left without anybody who can run it. */
    @Override
    public List<Hindrance> hindrances(UUID accountId) {
        boolean isAdministrator =
                accounts.findById(accountId).filter(Account::isAdministrator).isPresent();
        boolean isAlone = isAdministrator
                && accounts.lockAdministrators().stream()
                        .allMatch(other -> other.id().equals(accountId) || other.isDisabled());
        return isAlone ? List.of(new Hindrance("data.hindrance.administrator", List.of(), "/admin")) : List.of();
    }

    @Override
    public void erase(UUID accountId) {
        var account = accounts.findById(accountId).orElseThrow();
        database.sql("delete from spring_session where principal_name = ?")
                .param(accountId.toString())
                .update();
        database.sql("delete from known_device where account_id = ?")
                .param(accountId)
                .update();
        passkeys.forget(accountId);
        cards.removeAll(accountId);
        database.sql("delete from recovery_code where account_id = ?")
                .param(accountId)
                .update();
        database.sql("delete from second_factor where account_id = ?")
                .param(accountId)
                .update();
        links.deleteOf(accountId);
        joinings.deleteOf(account.email().value());
        accounts.delete(account);
    }

    private List<Signed> devicesOf(UUID accountId) {
        return database.sql("select device, used_at from known_device where account_id = ? order by used_at")
                .param(accountId)
                .query((row, number) ->
                        new Signed(row.getString(1), row.getTimestamp(2).toInstant()))
                .list();
    }

    private List<Session> sessionsOf(UUID accountId) {
        return database.sql("""
                        select creation_time, last_access_time from spring_session
                        where principal_name = ? order by creation_time""")
                .param(accountId.toString())
                .query((row, number) ->
                        new Session(Instant.ofEpochMilli(row.getLong(1)), Instant.ofEpochMilli(row.getLong(2))))
                .list();
    }
}
