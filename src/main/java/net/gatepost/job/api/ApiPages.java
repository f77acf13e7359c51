package net.gatepost.job.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import net.gatepost.job.api.ApiPage.Answer;
import net.gatepost.job.api.ApiPage.Group;
import net.gatepost.job.api.ApiPage.Kind;
import net.gatepost.job.api.ApiPage.Operation;
import net.gatepost.job.api.ApiPage.Row;
import net.gatepost.job.api.ApiPage.Schema;
import net.gatepost.job.api.ApiPage.Type;
import net.gatepost.web.SiteAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Makes a page of the document, so that people read what programs read. */
@Component
class ApiPages {

    /** The kinds of problem in the order of their status. */
    static final Map<String, Integer> PROBLEMS = problems();

    private static final String JSON = "application/json";

    private final ApiDocument document;
    private final MessageSource messages;
    private final SiteAddress site;
    private final JsonMapper json;

    ApiPages(ApiDocument document, MessageSource messages, SiteAddress site, JsonMapper json) {
        this.document = document;
        this.messages = messages;
        this.site = site;
        this.json = json;
    }

    ApiPage page() {
        var content = document.content();
        Map<String, List<Operation>> byTag = new LinkedHashMap<>();
        content.get("paths")
                .forEachEntry((path, methods) -> methods.forEachEntry((method, operation) -> byTag.computeIfAbsent(
                                operation.get("tags").get(0).stringValue(), tag -> new ArrayList<>())
                        .add(operation(method.toUpperCase(Locale.ROOT), path, operation))));
        List<Group> groups = new ArrayList<>();
        content.get("tags").forEach(tag -> {
            String name = tag.get("name").stringValue();
            groups.add(new Group(name, tag.get("description").stringValue(), byTag.getOrDefault(name, List.of())));
        });
        List<Schema> schemas = new ArrayList<>();
        content.at("/components/schemas").forEachEntry((name, schema) -> schemas.add(schema(name, schema)));
        return new ApiPage(
                content.at("/info/description").stringValue(),
                groups,
                schemas,
                PROBLEMS.entrySet().stream()
                        .map(kind -> new Kind(
                                kind.getKey(),
                                kind.getValue(),
                                text("problem." + kind.getKey() + ".title"),
                                text("problem." + kind.getKey() + ".detail")))
                        .toList());
    }

    private Operation operation(String method, String path, JsonNode operation) {
        List<Row> parameters = new ArrayList<>();
        operation.path("parameters").forEach(parameter -> parameters.add(parameter(document.resolve(parameter))));
        var sent = operation.at("/requestBody/content").path(JSON);
        List<Answer> answers = new ArrayList<>();
        operation
                .get("responses")
                .forEachEntry((status, answer) -> answers.add(answer(status, document.resolve(answer))));
        var scope = operation.at("/security/0/token/0");
        return new Operation(
                operation.get("operationId").stringValue(),
                method,
                path,
                operation.get("summary").stringValue(),
                words(operation, "description"),
                scope.isMissingNode() ? null : scope.stringValue(),
                parameters,
                sent.isMissingNode() ? null : type(sent.get("schema")),
                answers,
                curl(method, path, operation, sent));
    }

    private Row parameter(JsonNode parameter) {
        return new Row(
                parameter.get("name").stringValue(),
                type(parameter.get("schema")),
                parameter.path("required").asBoolean(false),
                text("api.in." + parameter.get("in").stringValue()),
                words(parameter, "description"));
    }

    private Answer answer(String status, JsonNode answer) {
        Type type = null;
        for (var content : answer.path("content")) {
            type = type(content.get("schema"));
            break;
        }
        return new Answer(status, answer.get("description").stringValue(), type);
    }

    private Schema schema(String name, JsonNode schema) {
        List<Row> fields = new ArrayList<>();
        var required = schema.path("required");
        schema.path("properties").forEachEntry((field, of) -> {
            boolean always = false;
            for (var each : required) {
                always |= each.stringValue().equals(field);
            }
            fields.add(new Row(field, type(of), always, "", meaning(of)));
        });
        return new Schema(name, words(schema, "description"), fields.isEmpty() ? type(schema) : null, fields);
    }

    private Type type(JsonNode schema) {
        var reference = schema.get("$ref");
        if (reference != null) {
            String name = reference.stringValue().replaceFirst(".*/", "");
            return new Type(name, name);
        }
        if (schema.has("enum")) {
            return new Type(
                    schema.get("enum").valueStream().map(JsonNode::asString).collect(Collectors.joining(", ")), null);
        }
        String type = schema.path("type").asString("");
        if (type.equals("array")) {
            var of = type(schema.get("items"));
            return new Type(text("api.type.list", of.words()), of.schema());
        }
        String format = schema.path("format").asString("");
        return new Type(text("api.type." + (format.isEmpty() ? type : format)), null);
    }

    /** In single quotes, within which a shell changes nothing; no example has one of its own. */
    private String curl(String method, String path, JsonNode operation, JsonNode sent) {
        List<String> words = new ArrayList<>();
        words.add(method.equals("GET") ? "curl" : "curl -X " + method);
        if (operation.has("security")) {
            words.add("-H 'Authorization: Bearer gp_…'");
        }
        String query = "";
        for (var each : operation.path("parameters")) {
            var parameter = document.resolve(each);
            String name = parameter.get("name").stringValue();
            if (name.equals("If-Match") && parameter.path("required").asBoolean(false)) {
                words.add("-H 'If-Match: \"1\"'");
            }
            if (name.equals("Idempotency-Key")) {
                words.add("-H 'Idempotency-Key: 2041-first'");
            }
            if (parameter.has("example") && query.length() < 40) {
                query += (query.isEmpty() ? "?" : "&") + name + "="
                        + parameter.get("example").stringValue().replace(" ", "+");
            }
        }
        if (!sent.isMissingNode()) {
            words.add("-H 'Content-Type: application/json'");
            words.add("-d '" + json.writerWithDefaultPrettyPrinter().writeValueAsString(sent.get("example")) + "'");
        }
        words.add("'" + site.link(path.replace("{id}", "0190b5c2-…") + query) + "'");
        return String.join(" \\\n  ", words);
    }

    /** Its own, or that of what it refers to. */
    private @Nullable String meaning(JsonNode field) {
        return words(document.resolve(field), "description");
    }

    private static @Nullable String words(JsonNode node, String field) {
        return node.has(field) ? node.get(field).stringValue() : null;
    }

    private String text(String key, Object... arguments) {
        return messages.getMessage(key, arguments, Locale.ENGLISH);
    }

    private static Map<String, Integer> problems() {
        Map<String, Integer> problems = new LinkedHashMap<>();
        problems.put("bad-request", 400);
        problems.put("bad-parameters", 400);
        problems.put("unauthorized", 401);
        problems.put("forbidden", 403);
        problems.put("not-found", 404);
        problems.put("method-not-allowed", 405);
        problems.put("not-acceptable", 406);
        problems.put("conflict", 409);
        problems.put("closed", 409);
        problems.put("not-published", 409);
        problems.put("reference-taken", 409);
        problems.put("unverified", 409);
        problems.put("gone", 410);
        problems.put("precondition-failed", 412);
        problems.put("too-large", 413);
        problems.put("unsupported-media-type", 415);
        problems.put("invalid", 422);
        problems.put("not-publishable", 422);
        problems.put("spill", 422);
        problems.put("idempotency-key", 422);
        problems.put("precondition-required", 428);
        problems.put("too-many-requests", 429);
        problems.put("internal", 500);
        problems.put("unavailable", 503);
        return problems;
    }
}
