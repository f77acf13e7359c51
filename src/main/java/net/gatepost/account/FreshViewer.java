package net.gatepost.account;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import net.gatepost.web.Role;
import net.gatepost.web.Viewer;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Turns what the session remembers into the {@link Viewer} of this request, with roles as the database has them now. A
 * session whose account was disabled or whose passphrase was changed meanwhile ends here.
 */
@Component
public class FreshViewer extends OncePerRequestFilter {

    private final AccountRepository accounts;
    private final List<RoleSource> roleSources;

    FreshViewer(AccountRepository accounts, List<RoleSource> roleSources) {
        this.accounts = accounts;
        this.roleSources = roleSources;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication != null && authentication.getPrincipal() instanceof SignedIn signedIn) {
            var account = accounts.findById(signedIn.accountId()).orElse(null);
            if (account != null && signedIn.isStillGoodFor(account)) {
                var viewer = viewer(account);
                var authorities = viewer.roles().stream()
                        .map(role -> new SimpleGrantedAuthority(role.authority()))
                        .toList();
                request.setAttribute(Viewer.ATTRIBUTE, viewer);
                SecurityContextHolder.setContext(new SecurityContextImpl(
                        UsernamePasswordAuthenticationToken.authenticated(viewer, null, authorities)));
            } else {
                SecurityContextHolder.clearContext();
                var session = request.getSession(false);
                if (session != null) {
                    session.invalidate();
                }
            }
        }
        chain.doFilter(request, response);
    }

    private Viewer viewer(Account account) {
        var roles = EnumSet.of(Role.MEMBER);
        if (account.isAdministrator()) {
            roles.add(Role.ADMINISTRATOR);
        }
        if (account.isEditor()) {
            roles.add(Role.EDITOR);
        }
        roleSources.forEach(source -> roles.addAll(source.rolesOf(account.id())));
        return new Viewer(account.id(), account.name(), roles);
    }
}
