package net.gatepost.job.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import net.gatepost.web.SiteAddress;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the interface promises, as OpenAPI 3.1. Kept by hand, because the tool that would make it of the code can't yet be used
 * beside Jackson 3; a test holds it against the routes and against real answers.
 */
@Component
class ApiDocument {

    private static final String FILE = "/net/gatepost/job/api/openapi.json";

    private final JsonNode content;

    ApiDocument(JsonMapper json, SiteAddress site) {
        try (var file = Objects.requireNonNull(ApiDocument.class.getResourceAsStream(FILE), FILE)) {
            this.content = json.readTree(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        ((ObjectNode) content.get("servers").get(0)).put("url", site.toString());
    }

    JsonNode content() {
        return content;
    }

    /** What a reference within the document stands for, or the node itself. */
    JsonNode resolve(JsonNode node) {
        var reference = node.get("$ref");
        return reference == null ? node : content.at(reference.stringValue().substring(1));
    }
}
