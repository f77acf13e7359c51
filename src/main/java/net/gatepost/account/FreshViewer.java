package net.gatepost.account;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import net.gatepost.web.Role;
import net.gatepost.web.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Turns what the session remembers into the {@link Viewer} of this request, with roles as the database has them now. A
 * session whose account was disabled or whose passphrase was changed meanwhile ends here. One that lacks the second factor is
 * nobody's yet; and who must have one, and has none, may do nothing but set it up.
 */
@Component
public class FreshViewer extends OncePerRequestFilter {

    /** The request attribute with the id of the account whose passphrase alone was shown. */
    static final String HALF = FreshViewer.class.getName() + ".half";

    /** Who can do most harm to others: recruiters whom profiles are shown to, and who runs the site. */
    private static final Set<Role> NEED_SECOND_FACTOR = Set.of(Role.VERIFIED_RECRUITER, Role.ADMINISTRATOR);

    private final AccountRepository accounts;
    private final List<RoleSource> roleSources;
    private final boolean secondFactorRequired;
    private final Duration longest;
    private final Clock clock;

    /**
     * @param longest a session lasts
     * @param required whether the mighty need a second factor; unless told otherwise they do, except in the demo
     */
    FreshViewer(
            AccountRepository accounts,
            List<RoleSource> roleSources,
            @Value("${gatepost.second-factor.required:#{null}}") @Nullable Boolean required,
            @Value("${gatepost.demo}") boolean demo,
            @Value("${gatepost.session.longest}") Duration longest,
            Clock clock) {
        this.accounts = accounts;
        this.roleSources = roleSources;
        this.longest = longest;
        this.clock = clock;
        this.secondFactorRequired = required == null ? !demo : required;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication != null && authentication.getPrincipal() instanceof SignedIn signedIn) {
            var account = accounts.findById(signedIn.accountId()).orElse(null);
            if (account == null || !signedIn.isStillGoodFor(account) || isTooOld(request)) {
                SecurityContextHolder.clearContext();
                var session = request.getSession(false);
                if (session != null) {
                    session.invalidate();
                }
            } else if (signedIn.isHalf(account)) {
                SecurityContextHolder.clearContext();
                request.setAttribute(HALF, account.id());
            } else {
                var viewer = viewer(account);
                var authorities = viewer.roles().stream()
                        .map(role -> new SimpleGrantedAuthority(role.authority()))
                        .toList();
                request.setAttribute(Viewer.ATTRIBUTE, viewer);
                SecurityContextHolder.setContext(new SecurityContextImpl(
                        UsernamePasswordAuthenticationToken.authenticated(viewer, null, authorities)));
            }
        }
        chain.doFilter(request, response);
    }

    /** Whether the viewer has a role that takes a second factor. */
    public boolean demandFactor(Viewer viewer) {
        return viewer.has(Role.FACTOR_MISSING) || demandFactor(viewer.roles());
    }

    private boolean demandFactor(Set<Role> roles) {
        return secondFactorRequired && roles.stream().anyMatch(NEED_SECOND_FACTOR::contains);
    }

    /** However busy it was. One that began while the clock ran ahead could else last until then, and as long again. */
    private boolean isTooOld(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session == null) {
            return false;
        }
        var began = Instant.ofEpochMilli(session.getCreationTime());
        var now = clock.instant();
        return began.plus(longest).isBefore(now) || began.minus(longest).isAfter(now);
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
        boolean lacksFactor = account.secondFactorSince() == null && demandFactor(roles);
        return new Viewer(account.id(), account.name(), lacksFactor ? EnumSet.of(Role.FACTOR_MISSING) : roles);
    }
}
