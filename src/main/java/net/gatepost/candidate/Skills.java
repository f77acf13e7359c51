package net.gatepost.candidate;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** Skills by the names that cleared work is advertised with, found in running text. A list of ours: {@code skills.txt}. */
@Component
public class Skills {

    private static final int LONGEST_TEXT = 300_000;

    /** Names in lower case to how they are written; longer ones first, so that "Spring Boot" is not also "Spring". */
    private final Map<String, String> names;

    private final Pattern anyName;

    Skills() throws IOException {
        this.names = read();
        String all = names.keySet().stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .map(Pattern::quote)
                .collect(Collectors.joining("|"));
        this.anyName = Pattern.compile(
                "(?<![\\p{L}\\p{N}])(?:" + all + ")(?![\\p{L}\\p{N}+#])",
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    /** The name that the list has for it in whatever case; what it doesn't have, in lower case. */
    public String nameOf(String skill) {
        String key = skill.strip().toLowerCase(Locale.ROOT);
        return names.getOrDefault(key, key);
    }

    /** Each once, the most often named first. */
    public List<String> in(String text) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        var matcher = anyName.matcher(text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text);
        while (matcher.find()) {
            String name = names.get(matcher.group().toLowerCase(Locale.ROOT));
            // A name that is also a word counts only as it is written: Go, Spark, Chef.
            if (name != null && (name.length() > 5 || matcher.group().equals(name))) {
                counts.merge(name, 1, Integer::sum);
            }
        }
        List<String> found = new ArrayList<>(counts.keySet());
        found.sort(Comparator.comparing((String name) -> counts.get(name)).reversed());
        return found;
    }

    private static Map<String, String> read() throws IOException {
        String file =
                new ClassPathResource("net/gatepost/candidate/skills.txt").getContentAsString(StandardCharsets.UTF_8);
        Map<String, String> names = new LinkedHashMap<>();
        try (Stream<String> lines = file.lines()) {
            lines.filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(line -> names.putIfAbsent(line.strip().toLowerCase(Locale.ROOT), line.strip()));
        }
        return names;
    }
}
