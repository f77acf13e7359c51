package net.gatepost.site;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import net.gatepost.web.Viewer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Writes down who was refused what: whatever is forbidden or too much, and what a signed-in person asked for that is not there
 * for them. The account's id stands for the person and the route for the address, which may hold a secret.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class RefusalLog extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(RefusalLog.class);

    private static final Pattern FIRST_PART = Pattern.compile("^/[\\w.-]{0,40}");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(request, response);
        int status = response.getStatus();
        var viewer = request.getAttribute(Viewer.ATTRIBUTE) instanceof Viewer signedIn ? signedIn : null;
        if (status == 403 || status == 429 || status == 404 && viewer != null) {
            LOG.info(
                    "refused with {}: {} {} for {}",
                    status,
                    request.getMethod(),
                    route(request),
                    viewer == null ? "somebody not signed in" : viewer.getName());
        }
    }

    /** The route's pattern; of an address that the chain let nobody reach, its first part. */
    private static String route(HttpServletRequest request) {
        if (request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE) instanceof String pattern) {
            return pattern;
        }
        var first = FIRST_PART.matcher(request.getRequestURI());
        return first.find() ? first.group() : "no address";
    }
}
