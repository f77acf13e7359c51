package net.gatepost.account;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Clock;
import java.util.UUID;
import java.util.function.Consumer;
import net.gatepost.mail.EmailAddress;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes accounts for tests and signs them in, through the same chain that a real session passes. */
public class People {

    /** Every person made here has this passphrase. */
    public static final String PASSPHRASE = "a long enough passphrase";

    private final AccountRepository accounts;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final String passphraseHash;

    People(AccountRepository accounts, TransactionTemplate transaction, Clock clock, PasswordEncoder encoder) {
        this.accounts = accounts;
        this.transaction = transaction;
        this.clock = clock;
        this.passphraseHash = encoder.encode(PASSPHRASE);
    }

    /** An account with an address nobody else has. */
    public Person member() {
        return person(account -> {});
    }

    public Person administrator() {
        return person(Account::makeAdministrator);
    }

    public Person editor() {
        return person(Account::makeEditor);
    }

    public Person withEmail(String email) {
        return person(new EmailAddress(email), account -> {});
    }

    /** A member with a name and an address that no other test has. */
    public Person named(String name, EmailAddress email) {
        return person(name, email, account -> {});
    }

    private Person person(Consumer<Account> change) {
        return person(new EmailAddress(UuidCreator.getRandomBased() + "@people.example"), change);
    }

    private Person person(EmailAddress email, Consumer<Account> change) {
        return person("Robin Test", email, change);
    }

    private Person person(String name, EmailAddress email, Consumer<Account> change) {
        var now = clock.instant();
        var account = new Account(email, name, passphraseHash, Desk.MEMBER, "test", now, now);
        change.accept(account);
        return transaction.execute(status -> new Person(accounts.saveAndFlush(account)));
    }

    /** One account made for a test. As a post processor it makes a request this person's: {@code .with(person)}. */
    public static final class Person implements RequestPostProcessor {

        private final UUID id;
        private final EmailAddress email;
        private final SignedIn session;

        Person(Account account) {
            this.id = account.id();
            this.email = account.email();
            this.session = new SignedIn(account);
        }

        public UUID id() {
            return id;
        }

        public EmailAddress email() {
            return email;
        }

        /** The same person, who has shown a moment ago that it is them. */
        public RequestPostProcessor confirmed() {
            return request -> {
                request.setAttribute(TestConfirmations.GIVEN, true);
                return postProcessRequest(request);
            };
        }

        @Override
        public MockHttpServletRequest postProcessRequest(MockHttpServletRequest request) {
            var authentication =
                    UsernamePasswordAuthenticationToken.authenticated(session, null, session.getAuthorities());
            return SecurityMockMvcRequestPostProcessors.authentication(authentication)
                    .postProcessRequest(request);
        }
    }
}
