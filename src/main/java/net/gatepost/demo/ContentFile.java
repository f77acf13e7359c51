package net.gatepost.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Reads the files that the demo is made of, which lie beside this class. */
final class ContentFile {

    private ContentFile() {}

    /** The rows of a table without its comments, each with as many cells as there are columns. */
    static List<List<String>> rows(String name, int columns) {
        try (var lines = open(name)) {
            var rows = lines.lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .map(line -> List.of(line.split("\t", -1)))
                    .toList();
            for (var row : rows) {
                if (row.size() != columns) {
                    throw new IllegalStateException(name + " has a row that is not of " + columns + " cells: " + row);
                }
            }
            return rows;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The fields of a file, or of each thing in a file that is a list. */
    static List<Fields> yaml(String name) {
        try (var text = open(name)) {
            Object root = new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
            List<Fields> things = new ArrayList<>();
            for (Object thing : root instanceof List<?> list ? list : List.of(root)) {
                things.add(new Fields(name, (Map<?, ?>) thing));
            }
            return things;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static BufferedReader open(String name) {
        var file = Objects.requireNonNull(ContentFile.class.getResourceAsStream(name), name);
        return new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8));
    }

    /** What a file says about one thing. A field that is missing is the file's mistake, unless it is asked for by {@code …Or}. */
    record Fields(String file, Map<?, ?> values) {

        String text(String field) {
            return required(field).toString();
        }

        int number(String field) {
            return (Integer) required(field);
        }

        boolean flag(String field) {
            return Boolean.TRUE.equals(values.get(field));
        }

        List<?> list(String field) {
            return (List<?>) required(field);
        }

        List<String> texts(String field) {
            return list(field).stream().map(String::valueOf).toList();
        }

        List<String> textsOr(String field, List<String> otherwise) {
            return values.containsKey(field) ? texts(field) : otherwise;
        }

        List<Phrase> phrases(String field) {
            return texts(field).stream().map(Phrase::new).toList();
        }

        Fields fields(String field) {
            return new Fields(file, (Map<?, ?>) required(field));
        }

        Map<String, Integer> numbers(String field) {
            Map<String, Integer> numbers = new LinkedHashMap<>();
            fields(field).values.forEach((key, value) -> numbers.put(key.toString(), (Integer) value));
            return numbers;
        }

        Map<String, List<Phrase>> phrasesByName(String field) {
            Map<String, List<Phrase>> phrases = new LinkedHashMap<>();
            var inner = fields(field);
            inner.values.keySet().forEach(key -> phrases.put(key.toString(), inner.phrases(key.toString())));
            return phrases;
        }

        private Object required(String field) {
            @Nullable Object value = values.get(field);
            if (value == null) {
                throw new IllegalStateException(file + " lacks " + field + " in " + values.keySet());
            }
            return value;
        }
    }
}
