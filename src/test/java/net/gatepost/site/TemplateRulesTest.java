package net.gatepost.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the content security policy would break in a browser, found before one is started. */
class TemplateRulesTest {

    private static final Path TEMPLATES = Path.of("templates");
    private static final Pattern INLINE_STYLE = Pattern.compile("\\s(th:)?style(append)?=|<style");
    private static final Pattern INLINE_HANDLER = Pattern.compile("\\s(th:)?on[a-z]+=|hx-on");
    private static final Pattern INLINE_SCRIPT =
            Pattern.compile("<script(?![^>]*(src=|type=\"application/ld\\+json\"))|th:inline=\"javascript\"");

    /** A template is given what it shows. */
    private static final Pattern STATIC_CALL = Pattern.compile("\\bT\\(");

    private static final Pattern MESSAGE = Pattern.compile("#\\{([\\w.-]+)[}(]");

    /** Mails are read elsewhere, under no policy of ours. */
    static List<Path> pages() throws IOException {
        try (var files = Files.walk(TEMPLATES)) {
            return files.filter(file -> file.toString().endsWith(".html"))
                    .filter(file -> !file.startsWith(TEMPLATES.resolve("mail")))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void aPageHasNoInlineStyleHandlerOrScript(Path page) throws IOException {
        var html = Files.readString(page);

        assertThat(html).doesNotContainPattern(INLINE_STYLE);
        assertThat(html).doesNotContainPattern(INLINE_HANDLER);
        assertThat(html).doesNotContainPattern(INLINE_SCRIPT);
    }

    @ParameterizedTest
    @MethodSource("pages")
    void aPageCallsNoClassByItsName(Path page) throws IOException {
        assertThat(Files.readString(page)).doesNotContainPattern(STATIC_CALL);
    }

    /** Thymeleaf replaces an element before it asks whether the element is to be there. */
    @ParameterizedTest
    @MethodSource("pages")
    void noElementIsReplacedUnderACondition(Path page) throws IOException {
        var both = Jsoup.parse(Files.readString(page), Parser.xmlParser()).getAllElements().stream()
                .filter(element -> element.hasAttr("th:replace") || element.hasAttr("th:insert"))
                .filter(element ->
                        element.hasAttr("th:if") || element.hasAttr("th:unless") || element.hasAttr("th:each"))
                .filter(element -> !element.hasAttr("th:fragment"))
                .toList();

        assertThat(both).isEmpty();
    }

    /** A missing one is shown as its name between question marks, to whoever comes across it first. */
    @ParameterizedTest
    @MethodSource("pages")
    void everyMessageOfAPageExists(Path page) throws IOException {
        var known = new Properties();
        try (var files = Files.newDirectoryStream(Path.of("src/main/resources/messages"))) {
            for (Path file : files) {
                try (var reader = Files.newBufferedReader(file)) {
                    known.load(reader);
                }
            }
        }

        assertThat(known.stringPropertyNames())
                .containsAll(MESSAGE.matcher(Files.readString(page))
                        .results()
                        .map(match -> match.group(1))
                        .toList());
    }

    @Test
    void theRulesFindWhatTheyLookFor() {
        assertThat("<p style=\"x\">").containsPattern(INLINE_STYLE);
        assertThat("<p th:styleappend=\"x\">").containsPattern(INLINE_STYLE);
        assertThat("${T(java.time.ZoneOffset).UTC}").containsPattern(STATIC_CALL);
        assertThat("<a onclick=\"x\">").containsPattern(INLINE_HANDLER);
        assertThat("<script>x</script>").containsPattern(INLINE_SCRIPT);
        assertThat("<script defer th:src=\"x\">").doesNotContainPattern(INLINE_SCRIPT);
    }

    /** Only a message with arguments goes through MessageFormat, to which one apostrophe is a quotation mark. */
    @Test
    void anApostropheIsDoubledInMessagesWithArgumentsAndInNoOther() throws IOException {
        try (var files = Files.list(Path.of("src/main/resources/messages"))) {
            for (Path file : files.sorted().toList()) {
                var messages = new Properties();
                try (var reader = Files.newBufferedReader(file)) {
                    messages.load(reader);
                }
                messages.forEach((key, value) -> {
                    String words = String.valueOf(value);
                    boolean formatted = words.matches("(?s).*\\{\\d.*");
                    assertThat(words.replace("''", "").contains("'") && formatted || words.contains("''") && !formatted)
                            .as("%s in %s: %s", key, file, words)
                            .isFalse();
                });
            }
        }
    }
}
