package net.gatepost.site;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import net.gatepost.web.Faults;
import net.gatepost.web.Problems;
import org.springframework.context.MessageSource;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * What fails outside of every page because the database is away: the session of who is signed in is there too. The site's own error
 * page would ask for the session once more and fail as well, so the same words are sent without it; so is a program's token.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class DatabaseAway extends OncePerRequestFilter {

    private final MessageSource messages;
    private final Problems problems;

    DatabaseAway(MessageSource messages, Problems problems) {
        this.messages = messages;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (RuntimeException | ServletException failure) {
            if (response.isCommitted() || !Faults.isAway(failure)) {
                throw failure;
            }
            response.resetBuffer();
            if (Problems.concern(request)) {
                problems.tellFault(failure, request, response);
                return;
            }
            Faults.logAway(failure);
            response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
            response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(Faults.BACK_IN.toSeconds()));
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
            response.setContentType(MediaType.TEXT_HTML_VALUE);
            response.setCharacterEncoding(StandardCharsets.UTF_8.name());
            response.getWriter()
                    .write("<!doctype html><html lang=\"en\"><title>%1$s</title><h1>%1$s</h1><p>%2$s</p></html>"
                            .formatted(text("error.503.title"), text("error.503.text")));
        }
    }

    private String text(String key) {
        return messages.getMessage(key, null, Locale.ENGLISH);
    }
}
