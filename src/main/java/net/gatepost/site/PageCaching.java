package net.gatepost.site;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import net.gatepost.web.Viewer;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.ShallowEtagHeaderFilter;

/**
 * A page that is the same for everybody carries an ETag and may be kept if asked about; a page for one person, or one
 * whose address lets its holder in, is kept nowhere.
 */
class PageCaching extends ShallowEtagHeaderFilter {

    PageCaching() {
        // The container compresses nothing that has a strong one.
        setWriteWeakETag(true);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getRequestURI().startsWith("/assets/")) {
            chain.doFilter(request, response);
            return;
        }
        response.addHeader(HttpHeaders.VARY, HttpHeaders.COOKIE);
        if (isPrivate(request)) {
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
            chain.doFilter(request, response);
        } else {
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
            super.doFilterInternal(request, response, chain);
        }
    }

    private static boolean isPrivate(HttpServletRequest request) {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        boolean signedIn = authentication != null && authentication.getPrincipal() instanceof Viewer;
        String path = request.getRequestURI();
        boolean byToken = path.startsWith("/join/")
                || path.startsWith("/password/")
                || path.startsWith("/email/")
                || path.startsWith("/alerts/")
                || (path.startsWith("/mailing-list/") && !path.startsWith("/mailing-list/archive"))
                || path.startsWith("/demo/");
        return signedIn || byToken || !"GET".equals(request.getMethod());
    }
}
