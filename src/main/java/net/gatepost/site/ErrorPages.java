package net.gatepost.site;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import net.gatepost.web.Faults;
import net.gatepost.web.NotFound;
import net.gatepost.web.Problems;
import net.gatepost.web.SpillRefused;
import net.gatepost.web.TooManyRequests;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.firewall.RequestRejectedException;
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

    /** The statuses that have words of their own; others are told as a bad request or as our fault. */
    private static final Set<Integer> TOLD = Set.of(400, 403, 404, 405, 409, 410, 413, 415, 422, 429, 500, 503);

    private final Problems problems;

    ErrorPages(Problems problems) {
        this.problems = problems;
    }

    /** Null where a program asked: it has its answer then. */
    @RequestMapping("/error")
    @Nullable
    ModelAndView fromTheContainer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        int code = status instanceof Integer number ? number : HttpStatus.NOT_FOUND.value();
        var failure =
                request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable thrown ? thrown : null;
        if (Problems.concern(request)) {
            problems.tell(code, failure, request, response);
            return null;
        }
        return code >= 500 ? ourFault(request, response, failure) : page(code);
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
    ModelAndView tooMany(TooManyRequests refusal, HttpServletResponse response) {
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

    /** A parameter that the firewall lets nobody read: it looks no sooner than a handler does. */
    @ExceptionHandler(RequestRejectedException.class)
    ModelAndView rejected() {
        return page(HttpStatus.BAD_REQUEST.value());
    }

    /** The security chain answers these. */
    @ExceptionHandler({AccessDeniedException.class, AuthenticationException.class})
    void leaveToTheChain(RuntimeException refusal) {
        throw refusal;
    }

    @ExceptionHandler(Exception.class)
    ModelAndView other(HttpServletRequest request, HttpServletResponse response, Exception failure) {
        HttpStatusCode status =
                failure instanceof ErrorResponse known ? known.getStatusCode() : HttpStatus.INTERNAL_SERVER_ERROR;
        return status.is5xxServerError() ? ourFault(request, response, failure) : page(status.value());
    }

    private static ModelAndView ourFault(
            HttpServletRequest request, HttpServletResponse response, @Nullable Throwable failure) {
        if (failure != null && Faults.isAway(failure)) {
            Faults.logAway(failure);
            response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(Faults.BACK_IN.toSeconds()));
            return page(HttpStatus.SERVICE_UNAVAILABLE.value());
        }
        return page(HttpStatus.INTERNAL_SERVER_ERROR.value()).addObject("reference", Faults.log(request, failure));
    }

    private static ModelAndView page(int status) {
        var page = new ModelAndView("site/error");
        page.setStatus(HttpStatusCode.valueOf(status));
        page.addObject("status", status);
        page.addObject("told", TOLD.contains(status) ? status : status < 500 ? 400 : 500);
        return page;
    }
}
