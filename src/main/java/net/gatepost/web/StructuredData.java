package net.gatepost.web;

import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What a page says to machines: schema.org's words as JSON-LD. */
@Component
public class StructuredData {

    private final JsonMapper json;

    StructuredData(JsonMapper json) {
        this.json = json;
    }

    /** JSON for a data block of a page: nothing in it can end the block. */
    public String block(Map<String, Object> thing) {
        return json.writeValueAsString(thing)
                .replace("<", "\\u003c")
                .replace(">", "\\u003e")
                .replace("&", "\\u0026");
    }
}
