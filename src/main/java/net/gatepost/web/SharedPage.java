package net.gatepost.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;

/**
 * A handler's word that its page is the same for everybody who is not signed in and may be shown again as it is. Without it no
 * page is kept anywhere.
 *
 * @param stillSo whether all that the page shows may still be shown: asked before each time that it is shown again, so it has to
 *     see what other processes have changed as well
 * @param shown is told of each such time
 */
public record SharedPage(BooleanSupplier stillSo, Consumer<HttpServletRequest> shown) {

    private static final String ATTRIBUTE = SharedPage.class.getName();

    public SharedPage(BooleanSupplier stillSo) {
        this(stillSo, request -> {});
    }

    /** @param viewer who the page was made for: a viewer's is never offered */
    public void offer(HttpServletRequest request, @Nullable Viewer viewer) {
        if (viewer == null) {
            request.setAttribute(ATTRIBUTE, this);
        }
    }

    public static Optional<SharedPage> offeredIn(HttpServletRequest request) {
        return Optional.ofNullable((SharedPage) request.getAttribute(ATTRIBUTE));
    }

    /** Whether nothing in a request tells one reader from another, and nothing in it was refused or warned of. */
    public static boolean isAnybodys(HttpServletRequest request) {
        return HttpMethod.GET.matches(request.getMethod())
                && Viewers.current() == null
                && request.getHeader(HttpHeaders.COOKIE) == null
                && request.getHeader(HttpHeaders.AUTHORIZATION) == null
                && SpillFilter.refusedIn(request).isEmpty()
                && SpillFilter.warnedIn(request).isEmpty();
    }
}
