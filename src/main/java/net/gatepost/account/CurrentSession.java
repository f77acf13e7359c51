package net.gatepost.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.UUID;
import net.gatepost.web.NotFound;
import net.gatepost.web.Viewer;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;

/**
 * Keeps a person signed in where they have just changed what they sign in with: every other session carries the stamp of the
 * former passphrase, or lacks the second factor. Also ends the signing in of somebody who has shown that one.
 */
@Component
public class CurrentSession {

    private final AccountRepository accounts;
    private final SecurityContextRepository contexts = new HttpSessionSecurityContextRepository();

    CurrentSession(AccountRepository accounts) {
        this.accounts = accounts;
    }

    /** Renews the stamp of this session, and its id, which somebody else may know. */
    public void renew(Viewer viewer, HttpServletRequest request, HttpServletResponse response) {
        renew(viewer.id(), request, response);
    }

    /** The account of a session whose passphrase was right and whose second factor was not shown yet. */
    public Optional<UUID> half(HttpServletRequest request) {
        return request.getAttribute(FreshViewer.HALF) instanceof UUID accountId
                ? Optional.of(accountId)
                : Optional.empty();
    }

    /** Signs in wholly whoever has shown the second factor of {@link #half}. */
    public void complete(UUID accountId, HttpServletRequest request, HttpServletResponse response) {
        renew(accountId, request, response);
    }

    /**
     * Signs in whoever has shown at once what counts as both factors. Answers false, and does nothing, if the account is
     * disabled: only its owner gets so far as to be told.
     */
    public boolean open(UUID accountId, HttpServletRequest request, HttpServletResponse response) {
        if (accounts.findById(accountId).orElseThrow(NotFound::new).isDisabled()) {
            return false;
        }
        renew(accountId, request, response);
        return true;
    }

    private void renew(UUID accountId, HttpServletRequest request, HttpServletResponse response) {
        var session = SignedIn.withSecondFactor(accounts.findById(accountId).orElseThrow(NotFound::new));
        if (request.getSession(false) != null) {
            request.changeSessionId();
        }
        var authentication = UsernamePasswordAuthenticationToken.authenticated(session, null, session.getAuthorities());
        contexts.saveContext(new SecurityContextImpl(authentication), request, response);
    }
}
