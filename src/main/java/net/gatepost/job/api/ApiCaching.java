package net.gatepost.job.api;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.ShallowEtagHeaderFilter;

/**
 * What is the same for everybody may be kept by anybody who asks each time whether it still stands: a listing that has ended
 * is gone at once. What a token opens is kept nowhere.
 */
class ApiCaching extends ShallowEtagHeaderFilter {

    ApiCaching() {
        // Compressed or not, it is the same; a strong one would forbid compressing.
        setWriteWeakETag(true);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        response.addHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT);
        if (request.getRequestURI().startsWith(ApiChain.LISTINGS)) {
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
            chain.doFilter(request, response);
        } else {
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
            super.doFilterInternal(request, response, chain);
        }
    }
}
