package net.gatepost.site;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import net.gatepost.web.SharedPage;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.TransactionException;
import org.springframework.util.unit.DataSize;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.filter.ServerHttpObservationFilter;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Shows pages again that are the same for everybody, compressed as they were sent the first time. Only what its handler offers as a
 * {@link SharedPage} is kept, only for requests that are anybody's, and each time the page's own condition is asked first.
 * Words that depend on the time of day, such as how many days ago, are as old as half a minute.
 */
class PageCache extends OncePerRequestFilter {

    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final int LARGEST = 512 * 1024;

    /** What an entry takes beside its page and address, more or less. */
    private static final int OVERHEAD = 2_000;

    /** What of an answer is told again; an answer that sets a cookie is not kept at all. */
    private static final String[] HEADERS = {
        HttpHeaders.CONTENT_TYPE, HttpHeaders.CONTENT_LANGUAGE, HttpHeaders.CACHE_CONTROL, HttpHeaders.VARY
    };

    private final Clock clock;
    private final Cache<Address, Page> pages;

    /** @param size of all pages together; 0 keeps none */
    PageCache(DataSize size, Clock clock) {
        this.clock = clock;
        this.pages = Caffeine.newBuilder()
                .maximumWeight(size.toBytes())
                .<Address, Page>weigher(
                        (address, page) -> page.compressed.length + 2 * address.path.length() + OVERHEAD)
                .expireAfterWrite(LONGEST)
                .build();
    }

    /** @param path with its query, as it was asked for */
    private record Address(String path, Locale locale) {}

    private static final class Page {

        private final SharedPage offered;
        private final @Nullable String route;
        private final Instant until;
        private final String etag;
        private final Map<String, String> headers = new HashMap<>();
        private final byte[] compressed;

        private Page(SharedPage offered, @Nullable String route, Instant until, String etag, byte[] compressed) {
            this.offered = offered;
            this.route = route;
            this.until = until;
            this.etag = etag;
            this.compressed = compressed;
        }
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !SharedPage.isAnybodys(request)
                || request.getHeader("HX-Request") != null
                || request.getHeader(HttpHeaders.RANGE) != null
                || !takesGzip(request.getHeader(HttpHeaders.ACCEPT_ENCODING));
    }

    /** As every browser does; who says more about it than its name is served without the cache. */
    private static boolean takesGzip(@Nullable String accepted) {
        return accepted != null
                && Arrays.stream(accepted.split(","))
                        .anyMatch(each -> each.strip().equalsIgnoreCase("gzip"));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String query = request.getQueryString();
        var address = new Address(
                query == null ? request.getRequestURI() : request.getRequestURI() + '?' + query, request.getLocale());
        var kept = pages.getIfPresent(address);
        if (kept != null) {
            if (clock.instant().isBefore(kept.until) && isStillSo(kept.offered)) {
                countUnderItsRoute(kept, request);
                show(kept, request, response);
                kept.offered.shown().accept(request);
                return;
            }
            pages.asMap().remove(address, kept);
        }
        var until = clock.instant().plus(LONGEST);
        var made = new ContentCachingResponseWrapper(response);
        chain.doFilter(request, made);
        var page = toKeep(request, made, until);
        if (page.isPresent()) {
            pages.put(address, page.get());
            show(page.get(), request, response);
        } else {
            made.copyBodyToResponse();
        }
    }

    /** Where nobody can say, it is made anew: its handler knows what to answer when the database is away. */
    private static boolean isStillSo(SharedPage page) {
        try {
            return page.stillSo().getAsBoolean();
        } catch (DataAccessException | TransactionException unreachable) {
            return false;
        }
    }

    private static Optional<Page> toKeep(HttpServletRequest request, ContentCachingResponseWrapper made, Instant until)
            throws IOException {
        var offered = SharedPage.offeredIn(request);
        String etag = made.getHeader(HttpHeaders.ETAG);
        int size = made.getContentSize();
        if (offered.isEmpty()
                || etag == null
                || made.getStatus() != HttpStatus.OK.value()
                || made.containsHeader(HttpHeaders.SET_COOKIE)
                || made.isCommitted()
                || size == 0
                || size > LARGEST) {
            return Optional.empty();
        }
        var route = (String) request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        var page = new Page(offered.get(), route, until, etag, compressed(made.getContentAsByteArray()));
        for (String name : HEADERS) {
            if (made.containsHeader(name)) {
                page.headers.put(name, String.join(", ", made.getHeaders(name)));
            }
        }
        page.headers.merge(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING, (others, one) -> others + ", " + one);
        return Optional.of(page);
    }

    /** Which no handler does for it. */
    private static void countUnderItsRoute(Page page, HttpServletRequest request) {
        ServerHttpObservationFilter.findObservationContext(request)
                .ifPresent(observed -> observed.setPathPattern(page.route));
    }

    private static void show(Page page, HttpServletRequest request, HttpServletResponse response) throws IOException {
        page.headers.forEach(response::setHeader);
        if (new ServletWebRequest(request, response).checkNotModified(page.etag)) {
            return;
        }
        response.setHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
        response.setContentLength(page.compressed.length);
        response.getOutputStream().write(page.compressed);
    }

    private static byte[] compressed(byte[] content) throws IOException {
        var bytes = new ByteArrayOutputStream(content.length / 4);
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(content);
        }
        return bytes.toByteArray();
    }
}
