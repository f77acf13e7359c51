package net.gatepost.account;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.gatepost.web.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.util.UriComponentsBuilder;

/** Hands {@link Confirmed} to handlers as an argument, or stops the request before the handler is called. */
@Component
class ConfirmedArguments implements HandlerMethodArgumentResolver, WebMvcConfigurer {

    private static final String DESK = "/me";

    private final Confirmations confirmations;

    ConfirmedArguments(Confirmations confirmations) {
        this.confirmations = confirmations;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Confirmed.class;
    }

    @Override
    public @Nullable Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest web,
            @Nullable WebDataBinderFactory binders) {
        var request = (HttpServletRequest) web.getNativeRequest();
        Optional<Confirmed> confirmed = request.getAttribute(Viewer.ATTRIBUTE) instanceof Viewer viewer
                ? confirmations.of(viewer, request)
                : Optional.empty();
        if (confirmed.isEmpty() && !parameter.isOptional()) {
            throw new ConfirmationNeeded(wayBack(parameter, request));
        }
        return confirmed.orElse(null);
    }

    private static String wayBack(MethodParameter parameter, HttpServletRequest request) {
        var page = parameter.getParameterAnnotation(BackTo.class);
        if (page != null) {
            return UriComponentsBuilder.fromPath(page.value())
                    .buildAndExpand(variables(request))
                    .encode()
                    .toUriString();
        }
        if (!"GET".equals(request.getMethod())) {
            return DESK;
        }
        String query = request.getQueryString();
        return request.getRequestURI() + (query == null ? "" : "?" + query);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, ?> variables(HttpServletRequest request) {
        var variables = (Map<String, ?>) request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
        return variables == null ? Map.of() : variables;
    }
}
