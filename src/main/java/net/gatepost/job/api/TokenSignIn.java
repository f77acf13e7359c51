package net.gatepost.job.api;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import net.gatepost.web.Network;
import net.gatepost.web.Problems;
import net.gatepost.web.RateLimits;
import net.gatepost.web.TooManyRequests;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Takes the token that a program shows (RFC 6750), and nothing else: whoever is signed in on the site is nobody here. Asked
 * afresh with each request, so that a token that was revoked, or whose maker left, ends with the next one.
 */
class TokenSignIn extends OncePerRequestFilter {

    /** For one token: two a second, and many at once for who comes once a day. */
    static final int REQUESTS = 600;

    private static final Duration PERIOD = Duration.ofMinutes(5);

    /** Wrong ones from one network. Nobody guesses 256 bits; but each try asks the database. */
    static final int WRONG_ONES = 100;

    private static final String SCHEME = "Bearer ";

    private final ApiTokens tokens;
    private final RateLimits limits;
    private final ApiProblems problems;
    private final Problems told;

    TokenSignIn(ApiTokens tokens, RateLimits limits, ApiProblems problems, Problems told) {
        this.tokens = tokens;
        this.limits = limits;
        this.problems = problems;
        this.told = told;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        SecurityContextHolder.clearContext();
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (header == null || !request.getRequestURI().startsWith(ApiChain.LISTINGS)) {
            chain.doFilter(request, response);
            return;
        }
        try {
            var caller = caller(header);
            if (caller.isEmpty()) {
                limits.take(
                        "api-wrong-token", Network.of(request.getRemoteAddr()).value(), WRONG_ONES, PERIOD);
                response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"gatepost\", error=\"invalid_token\"");
                told.tell(Problems.of(HttpStatus.UNAUTHORIZED), request, response);
                return;
            }
            limits.take("api-token", caller.get().getName(), REQUESTS, PERIOD);
            var authorities = caller.get().scopes().stream()
                    .map(scope -> new SimpleGrantedAuthority(scope.authority()))
                    .toList();
            SecurityContextHolder.setContext(new SecurityContextImpl(
                    UsernamePasswordAuthenticationToken.authenticated(caller.get(), null, authorities)));
        } catch (TooManyRequests limit) {
            problems.tell(limit, request, response);
            return;
        }
        chain.doFilter(request, response);
    }

    private Optional<ApiCaller> caller(String header) {
        return header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                ? TokenSecret.parse(header.substring(SCHEME.length()).strip()).flatMap(tokens::caller)
                : Optional.empty();
    }
}
