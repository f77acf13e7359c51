package net.gatepost.account;

import net.gatepost.mail.EmailAddress;
import net.gatepost.web.Network;
import net.gatepost.web.TooManyRequests;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AccountStatusUserDetailsChecker;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Checks who signs in, for Spring Security, which hashes what was typed for an unknown address too. Guessing is slowed
 * down by network, and by address and network together: never by the address alone, which would let a stranger lock its
 * owner out.
 */
@Service
class SignIn implements AuthenticationProvider {

    private final AccountRepository accounts;
    private final TransactionTemplate transaction;
    private final SignInDelays delays;
    private final DaoAuthenticationProvider check;

    SignIn(AccountRepository accounts, TransactionTemplate transaction, SignInDelays delays, PasswordEncoder encoder) {
        this.accounts = accounts;
        this.transaction = transaction;
        this.delays = delays;
        this.check = new DaoAuthenticationProvider(this::find);
        check.setPasswordEncoder(encoder);
        check.setUserDetailsPasswordService(this::rehash);
        // That an account is disabled is only for those to know who know its passphrase.
        check.setPreAuthenticationChecks(user -> {});
        check.setPostAuthenticationChecks(new AccountStatusUserDetailsChecker());
    }

    @Override
    public @Nullable Authentication authenticate(Authentication request) {
        var network = Network.of(
                request.getDetails() instanceof WebAuthenticationDetails details ? details.getRemoteAddress() : "");
        String address =
                EmailAddress.parse(request.getName()).map(EmailAddress::value).orElse("");
        String attempt;
        try {
            attempt = delays.begin(address, network);
        } catch (TooManyRequests limit) {
            throw new SignInHeldBack(limit);
        }
        var signedIn = check.authenticate(request);
        delays.forget(attempt);
        return signedIn;
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }

    private UserDetails find(String typed) {
        return EmailAddress.parse(typed)
                .flatMap(address -> accounts.findByEmail(address.value()))
                .map(SignedIn::new)
                .orElseThrow(() -> new UsernameNotFoundException("no such account"));
    }

    /** Moves an old hash on to the current algorithm. */
    private UserDetails rehash(UserDetails user, @Nullable String newHash) {
        return transaction.execute(status -> {
            var account = accounts.findById(((SignedIn) user).accountId()).orElseThrow();
            if (newHash != null) {
                account.rehashPassphrase(newHash);
            }
            return new SignedIn(account);
        });
    }
}
