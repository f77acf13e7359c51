package net.gatepost.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.http.ConnectionClosedException;
import org.hibernate.search.util.common.SearchException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.web.servlet.HandlerMapping;

/** What went wrong inside: told to the log alone. Whoever asked is given the number of their request to find it there by. */
public final class Faults {

    /** What the number of a request stands under in the log's context. */
    public static final String REQUEST = "request";

    /** When to ask again while the database or the search is away. */
    public static final Duration BACK_IN = Duration.ofSeconds(30);

    private static final Logger log = LoggerFactory.getLogger(Faults.class);

    /** SQL's class of connection exceptions, and PostgreSQL's of a server that is being stopped or has no room. */
    private static final Pattern AWAY = Pattern.compile("08|53|57P");

    /** H2's numbers for a file that can't be read or written, and for a database that it has closed for that. */
    private static final Set<Integer> CLOSED = Set.of(90028, 90031, 90098, 90121);

    /** H2's number for all that has none of its own. */
    private static final int GENERAL = 50000;

    /** What the pool says of a connection that it has parted with meanwhile. */
    private static final String PARTED_WITH = "Connection is closed";

    /** H2's number for a database that another process has open. */
    private static final int OPEN_ELSEWHERE = 90020;

    private Faults() {}

    /** Whether it failed because the database or the search can't be reached, which passes, and is nobody's mistake. */
    public static boolean isAway(@Nullable Throwable failure) {
        boolean isSearching = false;
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            isSearching |= cause instanceof SearchException;
            if ((cause instanceof SQLException sql && isDatabaseAway(sql)) || (isSearching && isConnection(cause))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isConnection(Throwable cause) {
        return cause instanceof SocketException
                || cause instanceof SocketTimeoutException
                || cause instanceof UnknownHostException
                || cause instanceof ConnectionClosedException;
    }

    private static boolean isDatabaseAway(SQLException failure) {
        return failure instanceof SQLTransientConnectionException
                || AWAY.matcher(String.valueOf(failure.getSQLState())).lookingAt()
                || PARTED_WITH.equals(failure.getMessage())
                || isDatabaseClosed(failure);
    }

    /** Whether it failed because H2 could not write, on a full disk for instance, and has closed the database. */
    static boolean isDatabaseClosed(SQLException failure) {
        return CLOSED.contains(failure.getErrorCode())
                || (failure.getErrorCode() == GENERAL
                        && NestedExceptionUtils.getRootCause(failure) instanceof IOException);
    }

    /** Whether it failed because another process has the database open: H2 lets in one. */
    public static boolean isDatabaseOpenElsewhere(SQLException failure) {
        return failure.getErrorCode() == OPEN_ELSEWHERE;
    }

    /** In one line: while it lasts, every request says so. */
    public static void logAway(Throwable failure) {
        log.warn(
                "the database or the search can't be reached: {}",
                NestedExceptionUtils.getMostSpecificCause(failure).getMessage());
    }

    /** Returns the reference. */
    public static String log(HttpServletRequest request, @Nullable Throwable failure) {
        String reference = MDC.get(REQUEST);
        // The pattern of the route: what a person typed has no place in a log, and an address may hold a token.
        var pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        log.error(
                "{} {} failed, reference {}",
                request.getMethod(),
                pattern == null ? "(no route)" : pattern,
                reference,
                failure);
        return reference == null ? "" : reference;
    }
}
