package net.gatepost.job.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import net.gatepost.web.NotFound;
import net.gatepost.web.Problem;
import net.gatepost.web.Problem.Wrong;
import net.gatepost.web.Problems;
import net.gatepost.web.Refused;
import net.gatepost.web.SpillRefused;
import net.gatepost.web.TooManyRequests;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.core.Ordered;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/**
 * Whatever fails for a program, as a problem. A resolver and not advice: much fails before there is a controller to advise,
 * and would be answered with a page of the site.
 */
@Component
class ApiProblems implements HandlerExceptionResolver, Ordered {

    private final Problems problems;
    private final MessageSource messages;

    ApiProblems(Problems problems, MessageSource messages) {
        this.problems = problems;
        this.messages = messages;
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception failure) {
        boolean chainAnswers = failure instanceof AccessDeniedException || failure instanceof AuthenticationException;
        if (chainAnswers || !Problems.concern(request)) {
            return null;
        }
        try {
            tell(failure, request, response);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
        return new ModelAndView();
    }

    /** Also for filters, whose failures no resolver sees. */
    void tell(Exception failure, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Problem problem = problem(failure);
        if (problem == null) {
            problems.tellFault(failure, request, response);
            return;
        }
        if (failure instanceof ErrorResponse known) {
            // Such as Allow, which a 405 owes.
            known.getHeaders().forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
        }
        if (failure instanceof TooManyRequests limit) {
            response.setHeader(
                    HttpHeaders.RETRY_AFTER,
                    String.valueOf(limit.retryAfter().plusSeconds(1).toSeconds()));
        }
        problems.tell(problem, request, response);
    }

    /** Null where it is our fault. */
    private @Nullable Problem problem(Exception failure) {
        if (failure instanceof Refused refused) {
            return refused.problem();
        }
        if (failure instanceof NotFound) {
            return Problems.of(HttpStatus.NOT_FOUND);
        }
        if (failure instanceof TooManyRequests) {
            return Problems.of(HttpStatus.TOO_MANY_REQUESTS);
        }
        if (failure instanceof SpillRefused spill) {
            return problems.of(spill);
        }
        if (failure instanceof MethodArgumentTypeMismatchException mismatch) {
            // An id in an address that is no id: there is no such thing.
            return mismatch.getParameter().hasParameterAnnotation(PathVariable.class)
                    ? Problems.of(HttpStatus.NOT_FOUND)
                    : Problem.of(HttpStatus.BAD_REQUEST, "bad-parameters")
                            .with(Wrong.in(mismatch.getName(), text("api.parameter.unreadable")));
        }
        if (failure instanceof RequestRejectedException) {
            // The firewall reads parameters no sooner than a handler does.
            return Problems.of(HttpStatus.BAD_REQUEST);
        }
        if (failure instanceof OptimisticLockingFailureException) {
            return Problems.of(HttpStatus.PRECONDITION_FAILED);
        }
        if (failure instanceof DataIntegrityViolationException) {
            return Problems.of(HttpStatus.CONFLICT);
        }
        if (failure instanceof ErrorResponse known) {
            var status = HttpStatus.resolve(known.getStatusCode().value());
            return status == null || status.is5xxServerError() ? null : Problems.of(status);
        }
        return null;
    }

    private String text(String key) {
        return messages.getMessage(key, null, Locale.ENGLISH);
    }
}
