package net.gatepost.site;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;

/** The operator's manual names every property of the site with its default, and none that does not exist. */
class OperationsTest {

    /** A placeholder, with what it is without being set. */
    private static final Pattern READ = Pattern.compile("\\$\\{(gatepost\\.[a-z.-]+)(?::((?:[^{}]|\\{[^{}]*})*))?}");

    /** Nothing, or the same by another way. */
    private static final Pattern NO_DEFAULT = Pattern.compile("|false|#\\{null}");

    private static final Pattern CONDITION =
            Pattern.compile("Conditional\\w+\\(\\s*(?:name = )?\"(gatepost\\.[a-z.-]+)\"");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `(gatepost\\.[a-z.-]+)` \\| (.*?) ?\\| ");

    private static final String MANUAL = read(Path.of("docs", "operations.md"));

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** What the code reads, by name; the value is its default, empty for none. */
    private static SortedMap<String, String> properties() throws Exception {
        SortedMap<String, String> properties = new TreeMap<>();
        try (var files = Files.walk(Path.of("src", "main", "java"))) {
            for (var file :
                    files.filter(name -> name.toString().endsWith(".java")).toList()) {
                var source = read(file);
                READ.matcher(source).results().forEach(read -> {
                    var otherwise = read.group(2) == null ? "" : read.group(2);
                    properties.merge(
                            read.group(1),
                            NO_DEFAULT.matcher(otherwise).matches() ? "" : otherwise,
                            (one, other) -> one.isEmpty() ? other : one);
                });
                CONDITION.matcher(source).results().forEach(read -> properties.putIfAbsent(read.group(1), ""));
            }
        }
        for (var type : settings()) {
            var prefix = type.getAnnotation(ConfigurationProperties.class).value();
            for (var part : type.getDeclaredConstructors()[0].getParameters()) {
                var otherwise = part.getAnnotation(DefaultValue.class);
                properties.put(
                        prefix + "." + part.getName(),
                        otherwise == null ? "" : otherwise.value()[0]);
            }
        }
        var yaml = (EnumerablePropertySource<?>) new YamlPropertySourceLoader()
                .load("site", new ClassPathResource("application.yaml"))
                .get(0);
        for (var name : yaml.getPropertyNames()) {
            if (name.startsWith("gatepost.")) {
                properties.put(name, String.valueOf(yaml.getProperty(name)));
            }
        }
        return properties;
    }

    private static List<Class<?>> settings() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
        return scanner.findCandidateComponents("net.gatepost").stream()
                .<Class<?>>map(found -> ClassUtils.resolveClassName(requireNonNull(found.getBeanClassName()), null))
                .toList();
    }

    private static Map<String, String> rows() {
        return ROW.matcher(MANUAL).results().collect(Collectors.toMap(row -> row.group(1), row -> row.group(2)));
    }

    @Test
    void everyPropertyIsInTheManualAndNoOther() throws Exception {
        assertThat(rows().keySet())
                .containsExactlyInAnyOrderElementsOf(properties().keySet());
    }

    @Test
    void theManualTellsTheDefaultThatThereIs() throws Exception {
        var rows = rows();
        assertThat(properties()).isNotEmpty().allSatisfy((name, otherwise) -> {
            if (otherwise.isEmpty()) {
                assertThat(rows.get(name)).as(name).matches("|`false`|`true`; `false` in the demo");
            } else {
                assertThat(rows.get(name)).as(name).isEqualTo("`" + otherwise + "`");
            }
        });
    }
}
