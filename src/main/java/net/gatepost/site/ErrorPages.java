package net.gatepost.site;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import net.gatepost.web.NotFound;
import net.gatepost.web.SpillRefused;
import net.gatepost.web.TooManyRequests;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.stereotype.Controller;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.ModelAndView;

/**
 * Every error as a page of the site with the right status. What went wrong inside is never shown: the log has it, under
 * the reference number that the page gives.
 */
@Controller
@ControllerAdvice
class ErrorPages implements ErrorController {

    private static final Logger log = LoggerFactory.getLogger(ErrorPages.class);

    /** The statuses that have words of their own; others are told as a bad request or as our fault. */
    private static final Set<Integer> TOLD = Set.of(400, 403, 404, 405, 409, 410, 413, 415, 422, 429, 500, 503);

    @RequestMapping("/error")
    ModelAndView fromTheContainer(HttpServletRequest request) {
        var status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        int code = status instanceof Integer number ? number : HttpStatus.NOT_FOUND.value();
        var failure = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        return code >= 500 ? ourFault(request, failure instanceof Throwable thrown ? thrown : null) : page(code);
    }

    @ExceptionHandler(NotFound.class)
    ModelAndView notFound() {
        return page(HttpStatus.NOT_FOUND.value());
    }

    /** An id in an address that is no id: there is no such page. */
    @ExceptionHandler(MethodArgumentTypeMismatchException.class)
    ModelAndView noSuchId(MethodArgumentTypeMismatchException mismatch) {
        return page(
                mismatch.getParameter()
                                .hasParameterAnnotation(org.springframework.web.bind.annotation.PathVariable.class)
                        ? HttpStatus.NOT_FOUND.value()
                        : HttpStatus.BAD_REQUEST.value());
    }

    @ExceptionHandler(TooManyRequests.class)
    ModelAndView tooMany(TooManyRequests refusal, jakarta.servlet.http.HttpServletResponse response) {
        Duration wait = refusal.retryAfter().plusSeconds(1);
        response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(wait.toSeconds()));
        return page(HttpStatus.TOO_MANY_REQUESTS.value()).addObject("minutes", wait.toMinutes() + 1);
    }

    @ExceptionHandler(SpillRefused.class)
    ModelAndView spill(SpillRefused refusal) {
        return page(HttpStatus.UNPROCESSABLE_CONTENT.value()).addObject("spills", refusal.found());
    }

    /** Two people at once, and no page of its own that shows both versions. */
    @ExceptionHandler({OptimisticLockingFailureException.class, DataIntegrityViolationException.class})
    ModelAndView meanwhileChanged() {
        return page(HttpStatus.CONFLICT.value());
    }

    /** The security chain answers these. */
    @ExceptionHandler({AccessDeniedException.class, AuthenticationException.class})
    void leaveToTheChain(RuntimeException refusal) {
        throw refusal;
    }

    @ExceptionHandler(Exception.class)
    ModelAndView other(HttpServletRequest request, Exception failure) {
        HttpStatusCode status =
                failure instanceof ErrorResponse known ? known.getStatusCode() : HttpStatus.INTERNAL_SERVER_ERROR;
        return status.is5xxServerError() ? ourFault(request, failure) : page(status.value());
    }

    private ModelAndView ourFault(HttpServletRequest request, @Nullable Throwable failure) {
        String reference =
                HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());
        // The path without its query: what a person typed has no place in a log.
        log.error("{} {} failed, reference {}", request.getMethod(), mappingOf(request), reference, failure);
        return page(HttpStatus.INTERNAL_SERVER_ERROR.value()).addObject("reference", reference);
    }

    /** The pattern of the route and not the address, which may hold a token. */
    private static Object mappingOf(HttpServletRequest request) {
        var pattern =
                request.getAttribute(org.springframework.web.servlet.HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        return pattern == null ? "(no route)" : pattern;
    }

    private static ModelAndView page(int status) {
        var page = new ModelAndView("site/error");
        page.setStatus(HttpStatusCode.valueOf(status));
        page.addObject("status", status);
        page.addObject("told", TOLD.contains(status) ? status : status < 500 ? 400 : 500);
        return page;
    }
}
