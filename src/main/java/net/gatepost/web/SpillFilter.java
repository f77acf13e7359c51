package net.gatepost.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import net.gatepost.spill.MarkingKind;
import net.gatepost.spill.SpillGuard;
import net.gatepost.spill.SpillReport;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * The one place where the spill guard reads what people send: every parameter of every request, before anything else
 * sees it. A refused value is emptied on the spot, so that no handler, however careless, could store, log or mail it;
 * {@link SpillBinding} then puts the reason beside the field.
 */
@Component
@Order(SpillFilter.BEFORE_SECURITY)
class SpillFilter extends OncePerRequestFilter {

    static final int BEFORE_SECURITY = -200;

    /** The refused fields of a request by name, each with the gravest kind. */
    static final String REFUSED = SpillFilter.class.getName() + ".refused";
    /** The kinds that were warned of. */
    static final String WARNED = SpillFilter.class.getName() + ".warned";

    /**
     * Hashed and never stored, shown or mailed; refusing one would only tell what it looks like. And what an authenticator
     * answers, which nobody types: letters and digits in any order.
     */
    private static final Predicate<String> SECRET = name -> name.endsWith("assphrase") || name.equals("passkey");

    private final SpillGuard guard;

    SpillFilter(SpillGuard guard) {
        this.guard = guard;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/assets/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Map<String, MarkingKind> refused = new LinkedHashMap<>();
        Set<MarkingKind> warned = new LinkedHashSet<>();
        request.getParameterMap().forEach((name, values) -> {
            for (String value : values) {
                SpillReport report = SECRET.test(name) ? guard.inspect(null) : guard.inspect(value);
                switch (report.verdict()) {
                    case REFUSE -> refused.put(name, report.kinds().get(0));
                    case WARN -> warned.addAll(report.kinds());
                    case ALLOW -> {}
                }
            }
        });
        request.setAttribute(WARNED, warned);
        if (refused.isEmpty()) {
            chain.doFilter(request, response);
        } else {
            request.setAttribute(REFUSED, refused);
            chain.doFilter(new WithoutSpill(request, refused.keySet()), response);
        }
    }

    @SuppressWarnings("unchecked")
    static Map<String, MarkingKind> refusedIn(jakarta.servlet.ServletRequest request) {
        var refused = (Map<String, MarkingKind>) request.getAttribute(REFUSED);
        return refused == null ? Map.of() : refused;
    }

    @SuppressWarnings("unchecked")
    static Set<MarkingKind> warnedIn(jakarta.servlet.ServletRequest request) {
        var warned = (Set<MarkingKind>) request.getAttribute(WARNED);
        return warned == null ? Set.of() : warned;
    }

    /** For what came another way than as a parameter. */
    static void warn(jakarta.servlet.ServletRequest request, MarkingKind kind) {
        Set<MarkingKind> warned = new LinkedHashSet<>(warnedIn(request));
        warned.add(kind);
        request.setAttribute(WARNED, warned);
    }

    /** The request with the refused values emptied, and without the query string that may have held them. */
    private static final class WithoutSpill extends HttpServletRequestWrapper {

        private final Map<String, String[]> parameters;

        WithoutSpill(HttpServletRequest request, Set<String> refused) {
            super(request);
            Map<String, String[]> kept = new LinkedHashMap<>();
            request.getParameterMap()
                    .forEach((name, values) -> kept.put(name, refused.contains(name) ? new String[] {""} : values));
            this.parameters = Collections.unmodifiableMap(kept);
        }

        @Override
        public @Nullable String getParameter(String name) {
            String[] values = parameters.get(name);
            return values == null ? null : values[0];
        }

        @Override
        public Map<String, String[]> getParameterMap() {
            return parameters;
        }

        @Override
        public Enumeration<String> getParameterNames() {
            return Collections.enumeration(parameters.keySet());
        }

        @Override
        public String @Nullable [] getParameterValues(String name) {
            return parameters.get(name);
        }

        @Override
        public @Nullable String getQueryString() {
            return null;
        }
    }
}
