package net.gatepost.clearance;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * A place in a catalogue's file, with its path and its line. YAML's nodes are read instead of plain maps because maps
 * have forgotten where they came from, and would take the last of two equal keys in silence.
 */
record CatalogueNode(Node node, String path) {

    static CatalogueNode compose(InputStream file) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file.readAllBytes()))
                    .toString();
            Node root = new Yaml(new SafeConstructor(new LoaderOptions())).compose(new StringReader(text));
            if (root == null) {
                throw new InvalidCatalogueException("The catalogue is empty");
            }
            return new CatalogueNode(root, "");
        } catch (CharacterCodingException notUtf8) {
            throw new InvalidCatalogueException("The catalogue is not UTF-8 text", notUtf8);
        } catch (IOException unreadable) {
            throw new InvalidCatalogueException("The catalogue can't be read: " + unreadable.getMessage(), unreadable);
        } catch (YAMLException notYaml) {
            throw new InvalidCatalogueException("The catalogue is not YAML: " + notYaml.getMessage(), notYaml);
        }
    }

    /** This node's fields, none but these: a name that nobody reads is a slip of the pen. */
    Fields fields(String... allowed) {
        if (!(node instanceof MappingNode mapping)) {
            throw refusal("must have the fields " + String.join(", ", allowed));
        }
        Map<String, CatalogueNode> fields = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            String name = new CatalogueNode(tuple.getKeyNode(), path).text().value();
            CatalogueNode value = new CatalogueNode(tuple.getValueNode(), path.isEmpty() ? name : path + "." + name);
            if (!Arrays.asList(allowed).contains(name)) {
                throw value.refusal("is not a field here; these are: " + String.join(", ", allowed));
            }
            if (fields.put(name, value) != null) {
                throw value.refusal("stands twice");
            }
        }
        return new Fields(this, fields);
    }

    List<CatalogueNode> list() {
        if (!(node instanceof SequenceNode sequence)) {
            throw refusal("must be a list");
        }
        List<Node> entries = sequence.getValue();
        return IntStream.range(0, entries.size())
                .mapToObj(i -> new CatalogueNode(entries.get(i), path + "[" + i + "]"))
                .toList();
    }

    Text text() {
        if (!(node instanceof ScalarNode scalar)
                || scalar.getTag().equals(Tag.NULL)
                || scalar.getValue().isBlank()) {
            throw refusal("must be a text");
        }
        return new Text(this, scalar.getValue().strip());
    }

    InvalidCatalogueException refusal(String what) {
        Mark mark = node.getStartMark();
        String line = mark == null ? "" : "line " + (mark.getLine() + 1) + ", ";
        return new InvalidCatalogueException(
                "The catalogue can't be used: " + line + (path.isEmpty() ? "at the top" : path) + ": " + what);
    }

    /** The fields of one entry. */
    record Fields(CatalogueNode owner, Map<String, CatalogueNode> byName) {

        boolean has(String name) {
            return byName.containsKey(name);
        }

        CatalogueNode required(String name) {
            CatalogueNode field = byName.get(name);
            if (field == null) {
                throw owner.refusal("the field '" + name + "' is missing");
            }
            return field;
        }

        Text text(String name) {
            return required(name).text();
        }

        List<CatalogueNode> listOrEmpty(String name) {
            return has(name) ? required(name).list() : List.of();
        }
    }

    /** A text that is not blank, and what it may be read as. */
    record Text(CatalogueNode place, String value) {

        int number(int least, int most) {
            if (!value.matches("\\d{1,4}") || Integer.parseInt(value) < least || Integer.parseInt(value) > most) {
                throw refusal("must be a number from " + least + " to " + most + ", not '" + value + "'");
            }
            return Integer.parseInt(value);
        }

        LocalDate date() {
            try {
                return LocalDate.parse(value);
            } catch (DateTimeParseException notADay) {
                throw refusal("must be a day like 2026-11-23, not '" + value + "'");
            }
        }

        <E extends Enum<E>> E oneOf(Class<E> type) {
            for (E constant : type.getEnumConstants()) {
                if (name(constant).equals(value)) {
                    return constant;
                }
            }
            throw refusal("must be one of "
                    + Arrays.stream(type.getEnumConstants()).map(Text::name).collect(Collectors.joining(", "))
                    + ", not '" + value + "'");
        }

        InvalidCatalogueException refusal(String what) {
            return place.refusal(what);
        }

        private static String name(Enum<?> constant) {
            return constant.name().toLowerCase(Locale.ROOT);
        }
    }
}
