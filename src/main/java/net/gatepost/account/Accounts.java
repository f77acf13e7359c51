package net.gatepost.account;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.gatepost.mail.EmailAddress;
import net.gatepost.web.NotFound;
import net.gatepost.web.Terms;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The accounts, as other modules see them. Asks nobody's permission: its callers decide who may know what. */
@Service
public class Accounts {

    private final AccountRepository accounts;
    private final PasswordEncoder encoder;
    private final Terms terms;
    private final Clock clock;

    Accounts(AccountRepository accounts, PasswordEncoder encoder, Terms terms, Clock clock) {
        this.accounts = accounts;
        this.encoder = encoder;
        this.terms = terms;
        this.clock = clock;
    }

    /** @param accountId as {@link java.security.Principal#getName()} gives it */
    @Transactional(readOnly = true)
    public Desk firstDeskOf(String accountId) {
        return member(UUID.fromString(accountId)).firstDesk();
    }

    /** @throws NotFound if there is no such account */
    @Transactional(readOnly = true)
    public Member member(UUID id) {
        return accounts.findById(id).map(Member::of).orElseThrow(NotFound::new);
    }

    /** How to name and reach a person who has an account. */
    public record Contact(UUID accountId, String name, EmailAddress email) {}

    /** Those of these accounts that exist and are not disabled, by id. */
    @Transactional(readOnly = true)
    public Map<UUID, Contact> contacts(Collection<UUID> accountIds) {
        return accounts.findAllById(accountIds).stream()
                .filter(account -> !account.isDisabled())
                .map(account -> new Contact(account.id(), account.name(), account.email()))
                .collect(Collectors.toMap(Contact::accountId, Function.identity()));
    }

    /** How many could decide something now. */
    @Transactional(readOnly = true)
    public long countAdministrators() {
        return accounts.countByAdministratorTrueAndDisabledAtIsNull();
    }

    @Transactional(readOnly = true)
    public Optional<Member> findByEmail(EmailAddress address) {
        return accounts.findByEmail(address.value()).map(Member::of);
    }

    /** For administrators. */
    @Transactional(readOnly = true)
    public Page<Member> page(Pageable page) {
        return accounts.findAll(page).map(Member::of);
    }

    /** An account without joining, as the demo has them. */
    @Transactional
    public UUID register(String name, EmailAddress email, String passphrase, Desk desk, boolean administrator) {
        return registerAll(List.of(new NewAccount(name, email, passphrase, desk, administrator)))
                .get(0);
    }

    /**
     * Many accounts in the caller's transaction, in order. Equal passphrases are hashed once, which is right only where
     * everybody may know that they are equal: the demo.
     */
    @Transactional
    public List<UUID> registerAll(List<NewAccount> wanted) {
        var now = clock.instant();
        Map<String, String> hashes = new HashMap<>();
        var made = wanted.stream()
                .map(one -> {
                    String hash =
                            hashes.computeIfAbsent(one.passphrase(), typed -> requireNonNull(encoder.encode(typed)));
                    var account = new Account(one.email(), one.name(), hash, one.desk(), terms.version(), now, now);
                    if (one.administrator()) {
                        account.makeAdministrator();
                    }
                    return account;
                })
                .toList();
        return accounts.saveAll(made).stream().map(Account::id).toList();
    }
}
