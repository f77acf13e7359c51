package net.gatepost.site;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import net.gatepost.account.Accounts;
import net.gatepost.account.SecondFactors;
import net.gatepost.account.Sessions;
import net.gatepost.web.LocalPath;
import net.gatepost.web.Role;
import net.gatepost.web.Viewer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.WebAttributes;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.stereotype.Component;

/**
 * Where a request goes that the chain stops: to signing in and back, to "not found" where no such address exists, else to
 * "not allowed". The way back travels in the address, so that a signed-out person needs no session.
 */
@Component
class Refusals implements AuthenticationEntryPoint, AccessDeniedHandler {

    private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);

    static final AuthorizationDecision NO_SUCH_ADDRESS = new AuthorizationDecision(false);
    static final AuthorizationDecision ONLY_READ = new OtherMethod("GET, HEAD");
    static final AuthorizationDecision ONLY_READ_AND_POSTED = new OtherMethod("GET, HEAD, POST");

    /** The address exists, but not for this method. */
    private static final class OtherMethod extends AuthorizationDecision {

        private final String allowed;

        OtherMethod(String allowed) {
            super(false);
            this.allowed = allowed;
        }
    }

    private final Accounts accounts;
    private final SecondFactors secondFactors;
    private final Sessions sessions;

    Refusals(Accounts accounts, SecondFactors secondFactors, Sessions sessions) {
        this.sessions = sessions;
        this.accounts = accounts;
        this.secondFactors = secondFactors;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException refusal)
            throws IOException {
        if (!isNoSuchPage(refusal.getCause(), response)) {
            response.sendRedirect("/sign-in?next=" + URLEncoder.encode(wayBack(request), StandardCharsets.UTF_8));
        }
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException refusal)
            throws IOException, ServletException {
        if (isNoSuchPage(refusal, response)) {
            return;
        }
        boolean setsUpFirst =
                request.getAttribute(Viewer.ATTRIBUTE) instanceof Viewer viewer && viewer.has(Role.FACTOR_MISSING);
        if (setsUpFirst && "GET".equals(request.getMethod())) {
            response.sendRedirect("/me/security/second-factor");
        } else {
            response.sendError(HttpStatus.FORBIDDEN.value());
        }
    }

    void signedIn(HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws IOException {
        String next = LocalPath.orElse(request.getParameter("next"), "");
        var accountId = UUID.fromString(authentication.getName());
        if (secondFactors.has(accountId)) {
            response.sendRedirect("/sign-in/second-step"
                    + (next.isEmpty() ? "" : "?next=" + URLEncoder.encode(next, StandardCharsets.UTF_8)));
            return;
        }
        sessions.begin(accountId, request);
        response.sendRedirect(
                next.isEmpty() ? accounts.firstDeskOf(authentication.getName()).path() : next);
    }

    void signInRefused(HttpServletRequest request, HttpServletResponse response, AuthenticationException refusal)
            throws ServletException, IOException {
        LOG.info("a sign-in was refused: {}", refusal.getClass().getSimpleName());
        // The page that answers has to know why; a session, where Spring would put it, nobody has yet.
        request.setAttribute(WebAttributes.AUTHENTICATION_EXCEPTION, refusal);
        request.getRequestDispatcher("/sign-in/refused").forward(request, response);
    }

    /** Answers, if so: the same to everybody, signed in or not. */
    private static boolean isNoSuchPage(@Nullable Throwable refusal, HttpServletResponse response) throws IOException {
        var decision = refusal instanceof AuthorizationDeniedException denied ? denied.getAuthorizationResult() : null;
        if (decision == NO_SUCH_ADDRESS) {
            response.sendError(HttpStatus.NOT_FOUND.value());
        } else if (decision instanceof OtherMethod other) {
            response.setHeader(HttpHeaders.ALLOW, other.allowed);
            response.sendError(HttpStatus.METHOD_NOT_ALLOWED.value());
        } else {
            return false;
        }
        return true;
    }

    /** Only what can be asked for again: a form's page, not its post. */
    private static String wayBack(HttpServletRequest request) {
        if (!"GET".equals(request.getMethod())) {
            return "/";
        }
        String query = request.getQueryString();
        return request.getRequestURI() + (query == null ? "" : "?" + query);
    }
}
