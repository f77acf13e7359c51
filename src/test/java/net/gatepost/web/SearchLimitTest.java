package net.gatepost.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.method.HandlerMethod;

class SearchLimitTest {

    private final SearchLimit limit = new SearchLimit(3);

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @SuppressWarnings("unused")
    private static final class Pages {
        @Searches
        public void search() {}

        public void listing() {}
    }

    private boolean ask(SearchLimit limit, String page, String from) throws NoSuchMethodException {
        var request = new MockHttpServletRequest();
        request.setRemoteAddr(from);
        return limit.preHandle(request, new MockHttpServletResponse(), new HandlerMethod(new Pages(), page));
    }

    private void searchThreeTimes(String from) throws NoSuchMethodException {
        for (int i = 0; i < 3; i++) {
            assertThat(ask(limit, "search", from)).isTrue();
        }
    }

    @Test
    void whoSearchesTooOftenIsToldWhenToComeBackAndOthersGoOn() throws Exception {
        searchThreeTimes("203.0.113.7");

        assertThatThrownBy(() -> ask(limit, "search", "203.0.113.7"))
                .isInstanceOfSatisfying(
                        TooManyRequests.class,
                        refused -> assertThat(refused.retryAfter().toSeconds()).isBetween(1L, 20L));
        assertThat(ask(limit, "listing", "203.0.113.7")).isTrue();
        assertThat(ask(limit, "search", "203.0.113.8")).isTrue();
    }

    @Test
    void aSignedInPersonIsCountedWhereverTheyAre() throws Exception {
        var viewer = new Viewer(UUID.randomUUID(), "wren@quillwort.example", EnumSet.of(Role.MEMBER));
        SecurityContextHolder.getContext()
                .setAuthentication(new UsernamePasswordAuthenticationToken(viewer, null, java.util.List.of()));
        searchThreeTimes("203.0.113.7");

        assertThatThrownBy(() -> ask(limit, "search", "198.51.100.4")).isInstanceOf(TooManyRequests.class);
        signOut();
        assertThat(ask(limit, "search", "203.0.113.7")).isTrue();
    }

    @Test
    void noneIsNoLimit() throws Exception {
        var unlimited = new SearchLimit(0);
        for (int i = 0; i < 1_000; i++) {
            assertThat(ask(unlimited, "search", "203.0.113.7")).isTrue();
        }
    }
}
