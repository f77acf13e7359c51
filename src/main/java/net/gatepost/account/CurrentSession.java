package net.gatepost.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import net.gatepost.web.NotFound;
import net.gatepost.web.Viewer;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;

/**
 * Keeps a person signed in where they have just changed their passphrase. Every other session carries the stamp of the
 * former one and ends with its next request.
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
        var session = new SignedIn(accounts.findById(viewer.id()).orElseThrow(NotFound::new));
        session.eraseCredentials();
        if (request.getSession(false) != null) {
            request.changeSessionId();
        }
        var authentication = UsernamePasswordAuthenticationToken.authenticated(session, null, session.getAuthorities());
        contexts.saveContext(new SecurityContextImpl(authentication), request, response);
    }
}
