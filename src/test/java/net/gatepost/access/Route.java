package net.gatepost.access;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;

/**
 * One line of {@code access.txt}: {@code METHOD /pattern RULE}; {@code filter} at its end marks an endpoint that a filter
 * of the security chain answers, which no handler mapping knows.
 */
record Route(String method, String pattern, Rule rule, boolean isFilter) {

    static List<Route> declared() throws IOException {
        return new ClassPathResource("net/gatepost/access.txt")
                .getContentAsString(StandardCharsets.UTF_8)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .map(Route::parse)
                .toList();
    }

    private static Route parse(String line) {
        String[] words = line.split("\\s+");
        return new Route(words[0], words[1], Rule.valueOf(words[2]), words.length > 3 && words[3].equals("filter"));
    }

    Outcome expected(Who who) {
        return rule.expected(who);
    }

    /** The matrix as a page of the documentation. */
    static String page() throws IOException {
        var text = new StringBuilder("""
                # Who may do what

                Written by a test (`AccessMatrixTest`), which asks every route as each of these people, through the whole chain and with
                a valid CSRF token. "yes": let through, each with what is theirs; "404": there is no such thing for them; "sign in":
                sent to sign in and back, or, where programs ask, refused for want of a token. Routes with a mailed token are asked with a wrong one.

                """);
        text.append("| route | ")
                .append(Arrays.stream(Who.values()).map(Who::title).collect(Collectors.joining(" | ")))
                .append(" |\n| --- |")
                .append(" --- |".repeat(Who.values().length))
                .append('\n');
        for (Route route : declared()) {
            text.append("| `").append(route).append("` |");
            for (Who who : Who.values()) {
                text.append(' ').append(route.expected(who).sign()).append(" |");
            }
            text.append('\n');
        }
        return text.toString();
    }

    @Override
    public String toString() {
        return method + " " + pattern;
    }
}
