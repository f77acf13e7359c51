package net.gatepost.site;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPInputStream;
import net.gatepost.TestClock;
import net.gatepost.web.Role;
import net.gatepost.web.SharedPage;
import net.gatepost.web.Viewer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.util.unit.DataSize;

class PageCacheTest {

    private final TestClock clock = new TestClock();
    private final PageCache cache = new PageCache(DataSize.ofMegabytes(1), clock);
    private final AtomicInteger made = new AtomicInteger();
    private final AtomicInteger shownAgain = new AtomicInteger();
    private final AtomicBoolean stillSo = new AtomicBoolean(true);

    private interface Handler {
        void handle(HttpServletRequest request, HttpServletResponse response) throws IOException;
    }

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void aPageThatIsOfferedIsMadeOnceAndShownAgainAsItWas() throws Exception {
        var first = ask(anybody("/jobs"), this::offered);
        var second = ask(anybody("/jobs"), this::offered);

        assertThat(made).hasValue(1);
        assertThat(shownAgain).hasValue(1);
        assertThat(body(first)).isEqualTo("page 1");
        assertThat(body(second)).isEqualTo("page 1");
        assertThat(second.getContentType()).isEqualTo("text/html;charset=UTF-8");
        assertThat(second.getHeader("ETag")).isEqualTo("W/\"1\"");
        assertThat(second.getHeader("Cache-Control")).isEqualTo("no-cache");
        assertThat(second.getHeaders("Vary")).containsExactly("Cookie, Accept-Encoding");
        assertThat(first.getHeaders("Vary")).containsExactly("Cookie, Accept-Encoding");
    }

    @Test
    void whoHasThePageAlreadyIsToldThatItIsStillTheSame() throws Exception {
        ask(anybody("/jobs"), this::offered);
        var again = anybody("/jobs");
        again.addHeader("If-None-Match", "W/\"1\"");

        var answer = ask(again, this::offered);

        assertThat(answer.getStatus()).isEqualTo(304);
        assertThat(answer.getContentAsByteArray()).isEmpty();
        assertThat(made).hasValue(1);
    }

    @Test
    void aPageThatIsNoLongerSoIsMadeAnew() throws Exception {
        ask(anybody("/jobs"), this::offered);
        stillSo.set(false);

        var answer = ask(anybody("/jobs"), this::offered);

        assertThat(body(answer)).isEqualTo("page 2");
        assertThat(shownAgain).hasValue(0);
    }

    @Test
    void aPageThatNobodyCanVouchForIsMadeAnew() throws Exception {
        Handler whileTheDatabaseIsAway = (request, response) -> {
            offered(request, response);
            new SharedPage(() -> {
                        throw new CannotCreateTransactionException("no connection");
                    })
                    .offer(request, null);
        };
        ask(anybody("/jobs"), whileTheDatabaseIsAway);

        assertThat(body(ask(anybody("/jobs"), whileTheDatabaseIsAway))).isEqualTo("page 2");
    }

    @Test
    void aPageIsKeptForHalfAMinute() throws Exception {
        ask(anybody("/jobs"), this::offered);
        clock.advance(Duration.ofSeconds(31));

        assertThat(body(ask(anybody("/jobs"), this::offered))).isEqualTo("page 2");
    }

    @Test
    void eachAddressAndLanguageHasAPageOfItsOwn() throws Exception {
        var german = anybody("/jobs");
        german.addPreferredLocale(Locale.GERMANY);
        var other = anybody("/jobs");
        other.setQueryString("q=radar");

        ask(anybody("/jobs"), this::offered);
        ask(german, this::offered);
        ask(other, this::offered);

        assertThat(made).hasValue(3);
    }

    @Test
    void whoeverCanBeToldFromOthersNeitherSeesNorLeavesAPage() throws Exception {
        var cookie = anybody("/jobs");
        cookie.setCookies(new Cookie("gatepost", "x"));
        cookie.addHeader("Cookie", "gatepost=x");
        var token = anybody("/jobs");
        token.addHeader("Authorization", "Bearer x");
        var part = anybody("/jobs");
        part.addHeader("HX-Request", "true");
        var range = anybody("/jobs");
        range.addHeader("Range", "bytes=0-1");
        var plain = new MockHttpServletRequest("GET", "/jobs");
        var head = anybody("/jobs");
        head.setMethod("HEAD");
        var sent = anybody("/jobs");
        sent.setMethod("POST");
        for (var request : new MockHttpServletRequest[] {cookie, token, part, range, plain, head, sent}) {
            int before = made.get();
            assertThat(ask(request, this::offered).getHeader("Content-Encoding"))
                    .isNull();
            ask(request, this::offered);
            assertThat(made).hasValue(before + 2);
        }
        int before = made.get();
        ask(anybody("/jobs"), this::offered);
        assertThat(made).hasValue(before + 1);
    }

    @Test
    void aViewersPageIsNotKept() throws Exception {
        ask(anybody("/jobs"), this::offered);
        var viewer = new Viewer(UUID.randomUUID(), "Robin Test", Set.of(Role.MEMBER));
        SecurityContextHolder.setContext(
                new SecurityContextImpl(UsernamePasswordAuthenticationToken.authenticated(viewer, null, Set.of())));

        assertThat(ask(anybody("/jobs"), this::offered).getContentAsString()).isEqualTo("page 2");
        new SharedPage(() -> true).offer(anybody("/jobs"), viewer);
        SecurityContextHolder.clearContext();

        assertThat(body(ask(anybody("/jobs"), this::offered))).isEqualTo("page 1");
    }

    @Test
    void whatIsMadeForAViewerCannotBeOffered() {
        var request = anybody("/jobs");
        new SharedPage(() -> true).offer(request, new Viewer(UUID.randomUUID(), "Robin Test", Set.of(Role.MEMBER)));

        assertThat(SharedPage.offeredIn(request)).isEmpty();
    }

    @Test
    void whatNoHandlerOffersOrIsNotAPlainPageIsMadeEachTime() throws Exception {
        Handler notOffered = (request, response) -> page(response);
        Handler missing = (request, response) -> {
            offered(request, response);
            response.setStatus(404);
        };
        Handler cookie = (request, response) -> {
            offered(request, response);
            response.addHeader("Set-Cookie", "gatepost=x");
        };
        Handler unmarked = (request, response) -> {
            offered(request, response);
            response.setHeader("ETag", null);
        };
        Handler large = (request, response) -> {
            offered(request, response);
            response.getWriter().write("x".repeat(600 * 1024));
        };
        for (var handler : new Handler[] {notOffered, missing, cookie, unmarked, large}) {
            int before = made.get();
            ask(anybody("/jobs"), handler);
            assertThat(ask(anybody("/jobs"), handler).getHeader("Content-Encoding"))
                    .isNull();
            assertThat(made).hasValue(before + 2);
        }
    }

    @Test
    void aSizeOfNothingKeepsNothing() throws Exception {
        var none = new PageCache(DataSize.ofBytes(0), clock);
        FilterChain chain =
                (request, response) -> offered((HttpServletRequest) request, (HttpServletResponse) response);

        for (int i = 0; i < 3; i++) {
            // Caffeine drops what is too heavy a moment later.
            none.doFilter(anybody("/jobs"), new MockHttpServletResponse(), chain);
            Thread.sleep(50);
        }

        assertThat(made).hasValue(3);
    }

    private void offered(HttpServletRequest request, HttpServletResponse response) throws IOException {
        new SharedPage(stillSo::get, again -> shownAgain.incrementAndGet()).offer(request, null);
        page(response);
    }

    private void page(HttpServletResponse response) throws IOException {
        int number = made.incrementAndGet();
        response.setContentType("text/html;charset=UTF-8");
        response.setHeader("Cache-Control", "no-cache");
        response.setHeader("ETag", "W/\"" + number + "\"");
        response.addHeader("Vary", "Cookie");
        response.getWriter().write("page " + number);
    }

    private static MockHttpServletRequest anybody(String path) {
        var request = new MockHttpServletRequest("GET", path);
        request.addHeader("Accept-Encoding", "gzip, deflate, br");
        return request;
    }

    private MockHttpServletResponse ask(MockHttpServletRequest request, Handler handler)
            throws ServletException, IOException {
        var response = new MockHttpServletResponse();
        // A filter runs once for each request, and some of these are sent twice.
        request.clearAttributes();
        cache.doFilter(
                request,
                response,
                (asked, answer) -> handler.handle((HttpServletRequest) asked, (HttpServletResponse) answer));
        return response;
    }

    private static String body(MockHttpServletResponse response) throws IOException {
        assertThat(response.getHeader("Content-Encoding")).isEqualTo("gzip");
        try (var gzip = new GZIPInputStream(new ByteArrayInputStream(response.getContentAsByteArray()))) {
            return new String(gzip.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
