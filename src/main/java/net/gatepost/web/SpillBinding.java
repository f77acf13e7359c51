package net.gatepost.web;

import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import net.gatepost.spill.MarkingKind;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.autoconfigure.WebMvcRegistrations;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.validation.Errors;
import org.springframework.validation.FieldError;
import org.springframework.web.bind.ServletRequestDataBinder;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.method.annotation.InitBinderDataBinderFactory;
import org.springframework.web.method.support.InvocableHandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;
import org.springframework.web.servlet.mvc.method.annotation.ServletRequestDataBinderFactory;
import org.springframework.web.servlet.support.RequestContextUtils;

/**
 * Tells people what {@link SpillFilter} refused: beside the field where a handler binds a form, else as a page. It sits in
 * the binder that Spring makes for every form, so no form can skip it.
 */
@Component
class SpillBinding implements WebMvcRegistrations, WebMvcConfigurer, HandlerInterceptor {

    private final MessageSource messages;

    SpillBinding(MessageSource messages) {
        this.messages = messages;
    }

    @Override
    public RequestMappingHandlerAdapter getRequestMappingHandlerAdapter() {
        return new RequestMappingHandlerAdapter() {
            @Override
            protected InitBinderDataBinderFactory createDataBinderFactory(List<InvocableHandlerMethod> methods) {
                return new ServletRequestDataBinderFactory(methods, getWebBindingInitializer()) {
                    @Override
                    protected ServletRequestDataBinder createBinderInstance(
                            @Nullable Object target, String name, NativeWebRequest request) {
                        return new Binder(target, name);
                    }
                };
            }
        };
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    /** A handler that takes no binding errors could not tell: then the request ends here. */
    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        var refused = SpillFilter.refusedIn(request);
        if (!refused.isEmpty() && handler instanceof HandlerMethod method && !takesErrors(method)) {
            throw new SpillRefused(refused);
        }
        return true;
    }

    /** What was kept but looks odd is said on the page that follows; only to a signed-in person, who has a session. */
    @Override
    public void postHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable ModelAndView page) {
        var warned = SpillFilter.warnedIn(request);
        boolean redirects =
                page != null && page.getViewName() != null && page.getViewName().startsWith("redirect:");
        if (!warned.isEmpty() && redirects && Viewers.current() != null) {
            RequestContextUtils.getOutputFlashMap(request)
                    .put(
                            "spillWarnings",
                            warned.stream().map(MarkingKind::messageKey).toList());
        }
    }

    private static boolean takesErrors(HandlerMethod method) {
        return Arrays.stream(method.getMethodParameters())
                .anyMatch(parameter -> Errors.class.isAssignableFrom(parameter.getParameterType()));
    }

    /** What a form can't have a field for: forms are flat. */
    private static boolean isNested(String name) {
        return name.indexOf('.') >= 0 || name.indexOf('[') >= 0;
    }

    /**
     * Reads forms from parameters alone. Spring's own would also fill a field from a header or from the address, which
     * {@link SpillFilter} does not see, and would fail on a name that looks like a field within a field.
     */
    private final class Binder extends ServletRequestDataBinder {

        Binder(@Nullable Object target, String name) {
            super(target, name);
        }

        @Override
        public void construct(ServletRequest request) {
            construct(new Parameters(request));
        }

        @Override
        protected boolean isAllowed(String field) {
            return !isNested(field) && super.isAllowed(field);
        }

        @Override
        public void bind(ServletRequest request) {
            super.bind(request);
            SpillFilter.refusedIn(request).forEach(this::reject);
        }

        /** Neither headers, nor the address's variables, nor files in place of text. */
        private final class Parameters implements ValueResolver {

            private final ServletRequest request;

            Parameters(ServletRequest request) {
                this.request = request;
            }

            @Override
            public @Nullable Object resolveValue(String name, Class<?> type) {
                Object value = parameter(name);
                return value != null ? value : resolvePrefixValue(name, type, (marked, unused) -> parameter(marked));
            }

            @Override
            public Set<String> getNames() {
                return request.getParameterMap().keySet().stream()
                        .filter(name -> !isNested(name))
                        .collect(Collectors.toUnmodifiableSet());
            }

            private @Nullable Object parameter(String name) {
                String[] values = request.getParameterValues(name);
                return values != null && values.length == 1 ? values[0] : values;
            }
        }

        private void reject(String field, MarkingKind kind) {
            String reason = String.join(" ", text("spill.refused"), text(kind.messageKey()), text("spill.advice"));
            if (!isNested(field) && getPropertyAccessor().isReadableProperty(field)) {
                getBindingResult()
                        .addError(new FieldError(
                                getObjectName(),
                                field,
                                // What is left of it, in the field's own type: a page may show it as a list of boxes.
                                getPropertyAccessor().getPropertyValue(field),
                                false,
                                new String[0],
                                new Object[0],
                                reason));
            } else {
                getBindingResult().reject("spill", field + ": " + reason);
            }
        }

        private String text(String key) {
            return messages.getMessage(key, null, Locale.ENGLISH);
        }
    }
}
