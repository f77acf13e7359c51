package net.gatepost.web;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import net.gatepost.spill.MarkingKind;
import net.gatepost.spill.SpillGuard;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.multipart.MultipartRequest;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Hands files to handlers as {@link Upload}, the only form that an architecture test lets them take. */
@Component
public class Uploads implements HandlerMethodArgumentResolver, WebMvcConfigurer {

    private final SpillGuard guard;

    Uploads(SpillGuard guard) {
        this.guard = guard;
    }

    /** A file that the site itself has made. */
    public Upload of(String name, byte[] content) {
        return new Upload("file", name, content, guard, kind -> {});
    }

    /** Takes apart what the site itself has fetched, as {@link Upload#split} does with what somebody has sent. */
    public <T extends Legible, X extends Exception> void split(
            InputStream content, Upload.Splitter<T, X> splitter, Upload.Parts<T> parts) throws X, IOException {
        Upload.split(guard, content, splitter, parts);
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Upload.class;
    }

    @Override
    public Upload resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders)
            throws IOException {
        String field = parameter.getParameterName();
        if (field == null) {
            throw new IllegalStateException("compiled without the names of parameters");
        }
        var parts = request.getNativeRequest(MultipartRequest.class);
        var file = parts == null ? null : parts.getFile(field);
        String name = file == null || file.getOriginalFilename() == null ? "" : file.getOriginalFilename();
        byte[] content = file == null ? new byte[0] : file.getBytes();
        return new Upload(field, name, content, guard, kind -> warn(request, kind));
    }

    /** Said on the page that follows, as for text. */
    private static void warn(NativeWebRequest request, MarkingKind kind) {
        var servletRequest = request.getNativeRequest(jakarta.servlet.http.HttpServletRequest.class);
        if (servletRequest != null) {
            SpillFilter.warn(servletRequest, kind);
        }
    }
}
