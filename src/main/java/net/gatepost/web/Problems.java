package net.gatepost.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import net.gatepost.spill.MarkingKind;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Tells programs why they did not get what they asked for: RFC 9457, never a page. */
@Component
public class Problems {

    /** Where programs ask; people read about it at this address without the slash. */
    private static final String PLACE = "/api/";

    private final MessageSource messages;
    private final SiteAddress site;
    private final JsonMapper json;

    Problems(MessageSource messages, SiteAddress site, JsonMapper json) {
        this.messages = messages;
        this.site = site;
        this.json = json;
    }

    /** As it is sent. */
    @JsonInclude(Include.NON_EMPTY)
    private record Told(
            String type,
            String title,
            int status,
            String detail,
            String instance,
            List<Problem.Wrong> errors,
            @Nullable String reference) {}

    /** Whether a program asks. */
    public static boolean concern(HttpServletRequest request) {
        var failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        return (failed instanceof String path ? path : request.getRequestURI()).startsWith(PLACE);
    }

    public void tell(Problem problem, HttpServletRequest request, HttpServletResponse response) throws IOException {
        tell(problem, null, request, response);
    }

    /** What a status and perhaps a failure come to. */
    public void tell(int code, @Nullable Throwable failure, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var status = HttpStatus.resolve(code);
        if (status == null || status.is5xxServerError()) {
            tellFault(failure, request, response);
        } else {
            tell(of(status), request, response);
        }
    }

    /** That it is our fault, with the reference under which the log has it; or that the database is away for now. */
    public void tellFault(@Nullable Throwable failure, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (failure != null && Faults.isAway(failure)) {
            Faults.logAway(failure);
            response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(Faults.BACK_IN.toSeconds()));
            tell(Problem.of(HttpStatus.SERVICE_UNAVAILABLE, "unavailable"), null, request, response);
            return;
        }
        String reference = Faults.log(request, failure);
        tell(Problem.of(HttpStatus.INTERNAL_SERVER_ERROR, "internal"), reference, request, response);
    }

    /** The problem that a status stands for where nothing more is known. */
    public static Problem of(HttpStatus status) {
        return Problem.of(
                status,
                switch (status) {
                    case UNAUTHORIZED -> "unauthorized";
                    case FORBIDDEN -> "forbidden";
                    case NOT_FOUND -> "not-found";
                    case METHOD_NOT_ALLOWED -> "method-not-allowed";
                    case NOT_ACCEPTABLE -> "not-acceptable";
                    case CONFLICT -> "conflict";
                    case GONE -> "gone";
                    case PRECONDITION_FAILED -> "precondition-failed";
                    case CONTENT_TOO_LARGE -> "too-large";
                    case UNSUPPORTED_MEDIA_TYPE -> "unsupported-media-type";
                    case UNPROCESSABLE_CONTENT -> "invalid";
                    case PRECONDITION_REQUIRED -> "precondition-required";
                    case TOO_MANY_REQUESTS -> "too-many-requests";
                    default -> "bad-request";
                });
    }

    /** Which fields held marked text, and what kind, never the text. */
    public Problem of(SpillRefused spill) {
        return Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "spill")
                .with(spill.found().entrySet().stream()
                        .map(found -> marked(found.getKey(), found.getValue()))
                        .toList());
    }

    /** Fields of a body are known by their pointer, which begins with a slash or is empty. */
    private Problem.Wrong marked(String field, MarkingKind kind) {
        String words = text(kind.messageKey());
        return field.isEmpty() || field.startsWith("/")
                ? Problem.Wrong.at(field, words)
                : Problem.Wrong.in(field, words);
    }

    private void tell(
            Problem problem, @Nullable String reference, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        String detail = problem.detail();
        var failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        var told = new Told(
                site.link("/api#problem-" + problem.name()),
                text("problem." + problem.name() + ".title"),
                problem.status().value(),
                detail == null ? text("problem." + problem.name() + ".detail") : detail,
                failed instanceof String path ? path : request.getRequestURI(),
                problem.errors(),
                reference);
        response.setStatus(problem.status().value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.getOutputStream().write(json.writeValueAsBytes(told));
    }

    private String text(String key) {
        return messages.getMessage(key, null, Locale.ENGLISH);
    }
}
