package net.gatepost.web;

import java.util.HexFormat;
import java.util.Locale;
import java.util.stream.Collectors;
import net.gatepost.web.Problem.Wrong;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JacksonException.Reference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a program sent, as a handler gets it: read, within bounds, and seen by the spill guard. An architecture test lets
 * handlers take a body in no other way.
 */
public final class JsonBody {

    private final JsonNode content;
    private final byte[] digest;
    private final JsonMapper json;
    private final MessageSource messages;

    JsonBody(JsonNode content, byte[] digest, JsonMapper json, MessageSource messages) {
        this.content = content;
        this.digest = digest;
        this.json = json;
        this.messages = messages;
    }

    /**
     * Makes something of it that has a component for each field.
     *
     * @throws Refused where there is a field that it has none for, or one of another kind
     */
    public <T> T as(Class<T> type) {
        try {
            return json.treeToValue(content, type);
        } catch (UnrecognizedPropertyException unknown) {
            throw refused(unknown, "json.unknown-field", known(unknown));
        } catch (JacksonException other) {
            throw refused(other, "json.wrong-kind", "");
        }
    }

    /** SHA-256 of what was sent, in hexadecimal: the same bytes have the same. */
    public String digest() {
        return HexFormat.of().formatHex(digest);
    }

    private Refused refused(JacksonException failure, String key, String argument) {
        return new Refused(Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "invalid")
                .with(Wrong.at(pointer(failure), messages.getMessage(key, new Object[] {argument}, Locale.ENGLISH))));
    }

    private static String known(UnrecognizedPropertyException unknown) {
        return unknown.getKnownPropertyIds().stream()
                .map(String::valueOf)
                .sorted()
                .collect(Collectors.joining(", "));
    }

    private static String pointer(JacksonException failure) {
        return failure.getPath().stream().map(JsonBody::step).collect(Collectors.joining());
    }

    private static String step(Reference reference) {
        return reference.getPropertyName() == null
                ? "/" + reference.getIndex()
                : "/" + escaped(reference.getPropertyName());
    }

    /** As RFC 6901 writes a name, and no longer than a reader cares for. */
    static String escaped(String name) {
        String plain = name.replace("~", "~0").replace("/", "~1");
        return plain.length() <= 60 ? plain : plain.substring(0, plain.offsetByCodePoints(0, 30)) + "…";
    }

    /** Withheld: it is somebody's text. */
    @Override
    public String toString() {
        return "JsonBody[withheld]";
    }
}
