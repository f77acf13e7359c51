package net.gatepost.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import net.gatepost.spill.MarkingKind;
import net.gatepost.spill.SpillGuard;
import net.gatepost.spill.SpillVerdict;
import net.gatepost.web.Problem.Wrong;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.MutableCoercionConfig;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.type.LogicalType;

/**
 * Hands JSON bodies to handlers as {@link JsonBody}. The one place where the spill guard reads what programs send: every
 * text and every name in it, before anything else sees it.
 */
@Component
class JsonBodies implements HandlerMethodArgumentResolver, WebMvcConfigurer {

    /** The longest listing is a tenth of it. */
    static final int MOST_BYTES = 256 * 1024;

    /** Nothing here is nested deeper than three. */
    private static final int DEEPEST = 16;

    private final SpillGuard guard;
    private final MessageSource messages;
    private final JsonMapper json = strict();

    JsonBodies(SpillGuard guard, MessageSource messages) {
        this.guard = guard;
        this.messages = messages;
    }

    /** Takes nothing for something else: what a program gets wrong it wants to be told. */
    private static JsonMapper strict() {
        var factory = JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(DEEPEST)
                        .maxNumberLength(40)
                        .maxNameLength(200)
                        .maxStringLength(MOST_BYTES)
                        .build())
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build();
        return JsonMapper.builder(factory)
                .enable(
                        DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                        DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                        DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .withCoercionConfigDefaults(kinds -> refuse(
                        kinds, CoercionInputShape.Boolean, CoercionInputShape.String, CoercionInputShape.EmptyString))
                .withCoercionConfig(LogicalType.Integer, kinds -> refuse(kinds, CoercionInputShape.Float))
                .withCoercionConfig(
                        LogicalType.Boolean,
                        kinds -> refuse(kinds, CoercionInputShape.Integer, CoercionInputShape.Float))
                .withCoercionConfig(
                        LogicalType.Textual,
                        kinds -> refuse(
                                kinds,
                                CoercionInputShape.Boolean,
                                CoercionInputShape.Integer,
                                CoercionInputShape.Float))
                .build();
    }

    private static void refuse(MutableCoercionConfig kinds, CoercionInputShape... shapes) {
        for (var shape : shapes) {
            kinds.setCoercion(shape, CoercionAction.Fail);
        }
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == JsonBody.class;
    }

    /** The media type has been seen to by the route. */
    @Override
    public JsonBody resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders)
            throws IOException {
        byte[] sent = bytes(Objects.requireNonNull(request.getNativeRequest(HttpServletRequest.class)));
        var content = parse(sent);
        Map<String, MarkingKind> marked = new LinkedHashMap<>();
        inspect("", content, marked);
        if (!marked.isEmpty()) {
            throw new SpillRefused(marked);
        }
        return new JsonBody(content, Sha256.digest().digest(sent), json, messages);
    }

    private static byte[] bytes(HttpServletRequest request) throws IOException {
        if (request.getContentLengthLong() <= MOST_BYTES) {
            byte[] sent = request.getInputStream().readNBytes(MOST_BYTES + 1);
            if (sent.length <= MOST_BYTES) {
                return sent;
            }
        }
        throw new Refused(Problem.of(HttpStatus.CONTENT_TOO_LARGE, "too-large"));
    }

    private JsonNode parse(byte[] sent) {
        try {
            var content = json.readTree(sent);
            if (content != null && content.isObject()) {
                return content;
            }
        } catch (JacksonException unreadable) {
            var at = unreadable.getLocation();
            if (at != null && at.getLineNr() > 0) {
                throw notJson(text("json.unreadable-at", at.getLineNr(), at.getColumnNr()));
            }
        }
        throw notJson(text("json.no-object"));
    }

    private static Refused notJson(String detail) {
        return new Refused(Problem.of(HttpStatus.BAD_REQUEST, "bad-request").saying(detail));
    }

    /** A marked name is told by what it stands in: its own pointer would repeat it. */
    private void inspect(String pointer, JsonNode node, Map<String, MarkingKind> marked) {
        if (node.isString()) {
            inspect(pointer, node.stringValue(), marked);
        } else if (node.isObject()) {
            node.forEachEntry((name, value) -> {
                if (inspect(pointer, name, marked)) {
                    inspect(pointer + "/" + JsonBody.escaped(name), value, marked);
                }
            });
        } else {
            for (int at = 0; at < node.size(); at++) {
                inspect(pointer + "/" + at, node.get(at), marked);
            }
        }
    }

    /** Whether it may stay. */
    private boolean inspect(String pointer, String text, Map<String, MarkingKind> marked) {
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
            // JSON can write half a character, and no database can keep it.
            throw new Refused(Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "invalid")
                    .with(Wrong.at(pointer, text("json.half-character"))));
        }
        var report = guard.inspect(text);
        boolean stays = report.verdict() != SpillVerdict.REFUSE;
        if (!stays) {
            marked.put(pointer, report.kinds().get(0));
        }
        return stays;
    }

    private String text(String key, Object... arguments) {
        return messages.getMessage(key, arguments, Locale.ENGLISH);
    }
}
