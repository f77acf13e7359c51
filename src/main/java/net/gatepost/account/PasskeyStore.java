package net.gatepost.account;

import static java.util.Objects.requireNonNull;

import com.github.f4b6a3.uuid.UuidCreator;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import net.gatepost.mail.EmailAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.webauthn.api.AuthenticatorTransport;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutableCredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCose;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialType;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialUserEntityRepository;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;
import org.springframework.stereotype.Component;

/**
 * The passkeys in the database, as Spring Security wants to read and write them; what it calls a username is the id of an
 * account. Its callers bring the transaction.
 */
@Component
class PasskeyStore implements PublicKeyCredentialUserEntityRepository, UserCredentialRepository {

    private static final int LONGEST_ID = 1023;
    private static final int LONGEST_ATTESTATION = 32_000;

    private static final String SELECT = """
            select p.*, o.handle from passkey p join passkey_owner o on o.account_id = p.account_id
            """;

    private final JdbcClient database;
    private final AccountRepository accounts;
    private final Clock clock;

    PasskeyStore(JdbcClient database, AccountRepository accounts, Clock clock) {
        this.database = database;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** Empty for a handle that nobody has. */
    Optional<UUID> accountOf(Bytes handle) {
        return database.sql("select account_id from passkey_owner where handle = ?")
                .param(handle.toBase64UrlString())
                .query((row, number) -> row.getObject(1, UUID.class))
                .optional();
    }

    List<Passkeys.Passkey> of(UUID accountId) {
        return database.sql("select * from passkey where account_id = ? order by created_at, id")
                .param(accountId)
                .query((row, number) -> new Passkeys.Passkey(
                        row.getObject("id", UUID.class),
                        row.getString("label"),
                        row.getTimestamp("created_at").toInstant(),
                        instant(row, "used_at"),
                        row.getBoolean("backup_eligible")))
                .list();
    }

    int count(UUID accountId) {
        return database.sql("select count(*) from passkey where account_id = ?")
                .param(accountId)
                .query(Integer.class)
                .single();
    }

    /** Answers whether it was one of the account's. */
    boolean rename(UUID accountId, UUID id, String label) {
        return database.sql("update passkey set label = ? where account_id = ? and id = ?")
                        .params(label, accountId, id)
                        .update()
                == 1;
    }

    /** Answers whether it was one of the account's. */
    boolean remove(UUID accountId, UUID id) {
        return database.sql("delete from passkey where account_id = ? and id = ?")
                        .params(accountId, id)
                        .update()
                == 1;
    }

    void removeAll(UUID accountId) {
        database.sql("delete from passkey where account_id = ?")
                .param(accountId)
                .update();
    }

    /** All, and the name that authenticators know the person by. */
    void forget(UUID accountId) {
        removeAll(accountId);
        database.sql("delete from passkey_owner where account_id = ?")
                .param(accountId)
                .update();
    }

    boolean isOffered(UUID accountId) {
        return database.sql("select passkey_offered from account where id = ?")
                .param(accountId)
                .query(Boolean.class)
                .single();
    }

    void offerNoMore(UUID accountId) {
        database.sql("update account set passkey_offered = false where id = ? and passkey_offered")
                .param(accountId)
                .update();
    }

    /** Gives the account a handle if it has none. */
    @Override
    public PublicKeyCredentialUserEntity findByUsername(String accountId) {
        var id = UUID.fromString(accountId);
        database.sql("insert into passkey_owner (account_id, handle) values (?, ?) on conflict do nothing")
                .params(id, Bytes.random().toBase64UrlString())
                .update();
        return database.sql("select handle from passkey_owner where account_id = ?")
                .param(id)
                .query(String.class)
                .optional()
                .map(handle -> entity(id, handle))
                .orElseThrow();
    }

    @Override
    public @Nullable PublicKeyCredentialUserEntity findById(Bytes handle) {
        return accountOf(handle)
                .map(accountId -> entity(accountId, handle.toBase64UrlString()))
                .orElse(null);
    }

    @Override
    public void save(PublicKeyCredentialUserEntity entity) {
        throw new UnsupportedOperationException("findByUsername has made it");
    }

    @Override
    public void delete(Bytes id) {
        throw new UnsupportedOperationException("a passkey is removed by its owner");
    }

    /**
     * A new one, or one that was used. Its counter has to have grown, unless it has none: of two that come with the same, one is
     * a copy.
     */
    @Override
    public void save(CredentialRecord passkey) {
        String credential = passkey.getCredentialId().toBase64UrlString();
        int used = database.sql("""
                        update passkey set signature_count = ?, used_at = ?
                        where credential_id = ? and (signature_count < ? or (signature_count = 0 and ? = 0))""")
                .params(
                        passkey.getSignatureCount(),
                        Timestamp.from(clock.instant()),
                        credential,
                        passkey.getSignatureCount(),
                        passkey.getSignatureCount())
                .update();
        if (used == 0 && add(passkey, credential) == 0) {
            throw new IllegalArgumentException("it is known already, and its counter stands still");
        }
    }

    private int add(CredentialRecord passkey, String credential) {
        byte[] attestation = requireNonNull(passkey.getAttestationObject()).getBytes();
        if (passkey.getCredentialId().getBytes().length > LONGEST_ID || attestation.length > LONGEST_ATTESTATION) {
            throw new IllegalArgumentException("no authenticator has so much to say");
        }
        return database.sql("""
                        insert into passkey (id, account_id, credential_id, public_key, attestation, signature_count, transports,
                                             backup_eligible, backup_state, label, created_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing""")
                .params(
                        UuidCreator.getTimeOrderedEpoch(),
                        accountOf(passkey.getUserEntityUserId()).orElseThrow(),
                        credential,
                        passkey.getPublicKey().getBytes(),
                        attestation,
                        passkey.getSignatureCount(),
                        transports(passkey.getTransports()),
                        passkey.isBackupEligible(),
                        passkey.isBackupState(),
                        passkey.getLabel(),
                        Timestamp.from(clock.instant()))
                .update();
    }

    @Override
    public @Nullable CredentialRecord findByCredentialId(Bytes id) {
        return database.sql(SELECT + "where p.credential_id = ?")
                .param(id.toBase64UrlString())
                .query((row, number) -> passkey(row))
                .optional()
                .orElse(null);
    }

    @Override
    public List<CredentialRecord> findByUserId(Bytes handle) {
        return database.sql(SELECT + "where o.handle = ?")
                .param(handle.toBase64UrlString())
                .query((row, number) -> passkey(row))
                .list();
    }

    private PublicKeyCredentialUserEntity entity(UUID accountId, String handle) {
        var account = accounts.findById(accountId).orElseThrow();
        EmailAddress email = account.email();
        return ImmutablePublicKeyCredentialUserEntity.builder()
                .id(Bytes.fromBase64(handle))
                .name(email.value())
                .displayName(account.name())
                .build();
    }

    private static CredentialRecord passkey(ResultSet row) throws SQLException {
        var created = row.getTimestamp("created_at").toInstant();
        var used = instant(row, "used_at");
        return ImmutableCredentialRecord.builder()
                .credentialType(PublicKeyCredentialType.PUBLIC_KEY)
                .credentialId(Bytes.fromBase64(row.getString("credential_id")))
                .userEntityUserId(Bytes.fromBase64(row.getString("handle")))
                .publicKey(new ImmutablePublicKeyCose(row.getBytes("public_key")))
                .attestationObject(new Bytes(row.getBytes("attestation")))
                .signatureCount(row.getLong("signature_count"))
                .uvInitialized(true)
                .transports(transports(row.getString("transports")))
                .backupEligible(row.getBoolean("backup_eligible"))
                .backupState(row.getBoolean("backup_state"))
                .label(row.getString("label"))
                .created(created)
                .lastUsed(used == null ? created : used)
                .build();
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }

    private static String transports(Set<AuthenticatorTransport> transports) {
        return transports.stream()
                .map(AuthenticatorTransport::getValue)
                .sorted()
                .collect(Collectors.joining(" "));
    }

    private static Set<AuthenticatorTransport> transports(String stored) {
        return Arrays.stream(stored.split(" "))
                .filter(one -> !one.isEmpty())
                .map(AuthenticatorTransport::valueOf)
                .collect(Collectors.toSet());
    }
}
