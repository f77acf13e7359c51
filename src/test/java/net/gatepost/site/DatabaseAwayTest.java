package net.gatepost.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;

import jakarta.servlet.FilterChain;
import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Locale;
import net.gatepost.web.Problems;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.StaticMessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.transaction.CannotCreateTransactionException;

/** While the database is away a page says that it will be back, and not that something is broken. */
class DatabaseAwayTest {

    private final MockHttpServletResponse response = new MockHttpServletResponse();

    private @Nullable HttpStatusCode statusOf(SQLException cause) {
        var page = new ErrorPages(mock(Problems.class))
                .other(
                        new MockHttpServletRequest("GET", "/jobs"),
                        response,
                        new CannotCreateTransactionException("no transaction", new IllegalStateException(cause)));
        return page.getStatus();
    }

    @Test
    void aPoolThatWaitsInVainIsTheDatabaseAway() {
        assertThat(statusOf(new SQLTransientConnectionException("not available")))
                .isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
        assertThat(response.getHeader("Retry-After")).isEqualTo("30");
    }

    @Test
    void aConnectionThatBreaksAndAServerThatStopsAreTheDatabaseAway() {
        assertThat(statusOf(new SQLException("broken", "08006"))).isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
        assertThat(statusOf(new SQLException("stopping", "57P01"))).isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
    }

    @Test
    void aDatabaseThatHasNoRoomToWriteIsAway() {
        var full = new IOException("No space left on device");
        assertThat(statusOf(new SQLException("General error", "HY000", 50000, new IllegalStateException(full))))
                .isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
        assertThat(statusOf(new SQLException("The database has been closed", "90098", 90098)))
                .isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
        assertThat(statusOf(new SQLException("could not extend file", "53100")))
                .isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
        assertThat(statusOf(new SQLException("Connection is closed")))
                .as("rolled back on a connection that the pool has parted with")
                .isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
    }

    @Test
    void whatIsWrongWithAStatementIsOurFault() {
        assertThat(statusOf(new SQLException("syntax", "42601"))).isEqualTo(HttpStatus.INTERNAL_SERVER_ERROR);
        assertThat(statusOf(new SQLException("General error", "HY000", 50000)))
                .isEqualTo(HttpStatus.INTERNAL_SERVER_ERROR);
        assertThat(response.getHeader("Retry-After")).isNull();
    }

    @Test
    void whoIsSignedInIsToldTheSameThoughTheirSessionIsAwayToo() throws Exception {
        var words = new StaticMessageSource();
        words.addMessage("error.503.title", Locale.ENGLISH, "We will be right back");
        words.addMessage("error.503.text", Locale.ENGLISH, "Try again");
        FilterChain sessions = (request, answer) -> {
            throw new IllegalStateException(new SQLTransientConnectionException("not available"));
        };

        new DatabaseAway(words, mock(Problems.class))
                .doFilter(new MockHttpServletRequest("GET", "/me"), response, sessions);

        assertThat(response.getStatus()).isEqualTo(503);
        assertThat(response.getContentAsString()).contains("<h1>We will be right back</h1>");
        assertThat(response.getHeader("Retry-After")).isEqualTo("30");
    }

    @Test
    void whatElseFailsThereIsLeftToTheErrorPage() {
        FilterChain broken = (request, answer) -> {
            throw new IllegalStateException("broken");
        };

        assertThatThrownBy(() -> new DatabaseAway(new StaticMessageSource(), mock(Problems.class))
                        .doFilter(new MockHttpServletRequest("GET", "/me"), response, broken))
                .hasMessage("broken");
    }
}
