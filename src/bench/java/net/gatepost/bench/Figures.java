package net.gatepost.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** What a benchmark found: printed as a table, ratios first where it has any, and kept in {@code target/bench/<name>.json}. */
final class Figures {

    private final String name;
    private final Map<String, Number> figures = new LinkedHashMap<>();

    Figures(String name) {
        this.name = name;
    }

    Figures with(String what, Number figure) {
        figures.put(what, figure);
        return this;
    }

    void tell() throws IOException {
        System.out.println(name);
        figures.forEach((what, figure) -> System.out.println(String.format(
                Locale.US, figure instanceof Double ? "  %-45s %,14.2f" : "  %-45s %,14d", what, figure)));
        Path folder = Files.createDirectories(Path.of("target", "bench"));
        Map<String, Object> kept = new LinkedHashMap<>();
        kept.put("benchmark", name);
        kept.put("at", Instant.now().toString());
        kept.put("processors", Runtime.getRuntime().availableProcessors());
        kept.put("figures", figures);
        JsonMapper.builder()
                .build()
                .writerWithDefaultPrettyPrinter()
                .writeValue(folder.resolve(name + ".json").toFile(), kept);
    }
}
