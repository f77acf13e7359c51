package net.gatepost.spill;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class SpillGuardTests {

    private final SpillGuard guard = new SpillGuard();

    record Example(SpillVerdict verdict, List<MarkingKind> kinds, String text) {
        @Override
        public String toString() {
            return verdict + ": " + text.replaceAll("[\\p{C}]", "·");
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("examples")
    void aTextIsRefusedWarnedOfOrAllowed(Example example) {
        SpillReport report = guard.inspect(example.text);

        assertThat(report.kinds()).containsExactlyElementsOf(example.kinds);
        assertThat(report.verdict()).isEqualTo(example.verdict);
        assertThat(report.isRefused()).isEqualTo(example.verdict == SpillVerdict.REFUSE);
    }

    @Test
    void theTableIsLongEnoughToMeanSomething() throws IOException {
        List<Example> all = examples().toList();

        assertThat(all).hasSizeGreaterThanOrEqualTo(200);
        assertThat(all.stream().filter(example -> example.verdict == SpillVerdict.ALLOW))
                .hasSizeGreaterThanOrEqualTo(60);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("examples")
    void aLongTextAroundItHidesNothing(Example example) {
        String long1 = "The team builds and runs ground systems, and writes what it learns down. ".repeat(40);

        SpillReport report = guard.inspect(long1 + "\n\f" + example.text + "\n\f" + long1);

        assertThat(report.verdict()).isEqualTo(example.verdict);
    }

    @Test
    void noTextIsAllowed() {
        assertThat(guard.inspect(null).verdict()).isEqualTo(SpillVerdict.ALLOW);
        assertThat(guard.inspect("").kinds()).isEmpty();
    }

    @Test
    void aReportNeverRepeatsTheText() {
        SpillReport report = guard.inspect("TOP SECRET//SI//NOFORN and 123-45-6789");

        assertThat(report.toString())
                .doesNotContain("TOP SECRET", "NOFORN", "123")
                .contains("BANNER_MARKING");
    }

    @ParameterizedTest
    @EnumSource(MarkingKind.class)
    void everyKindIsSaidInWordsThatTheGuardItselfAllows(MarkingKind kind) throws IOException {
        String words = messages().getProperty(kind.messageKey());

        assertThat(words).isNotBlank();
        assertThat(guard.inspect(words).verdict()).isEqualTo(SpillVerdict.ALLOW);
    }

    @ParameterizedTest
    @EnumSource(SpillVerdict.class)
    void everyVerdictIsSaidInWords(SpillVerdict verdict) throws IOException {
        List<MarkingKind> kinds = Arrays.stream(MarkingKind.values())
                .filter(kind -> kind.verdict() == verdict)
                .toList();

        assertThat(messages().getProperty(new SpillReport(kinds).messageKey())).isNotBlank();
        assertThat(messages().getProperty("spill.advice")).contains("security officer");
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void hostileTextOfAHundredThousandCharactersIsReadInLinearTime(String pattern) {
        String text = pattern.repeat(100_000 / pattern.length());
        guard.inspect(text);

        long start = System.nanoTime();
        guard.inspect(text);
        Duration took = Duration.ofNanos(System.nanoTime() - start);

        // A hundred times what it takes at rest, and a hundredth of what anything quadratic would take.
        assertThat(took).isLessThan(Duration.ofMillis(500));
    }

    static Stream<String> hostile() {
        return Stream.of(
                "/",
                "//",
                "/ ",
                "S//",
                "TOP SECRET//",
                "(S//",
                "S E C R E T ",
                "S.",
                "&",
                "&amp;",
                "&#",
                "&#x2f;",
                "<",
                "<b",
                "<b>",
                "<!--",
                "\n",
                "\f",
                " ",
                "\u0301",
                "\u0316\u0301",
                "e\u0301\u0316",
                "\ufdfa",
                "\u200b",
                "1",
                "1-",
                "123-45-",
                "123 45 6789 ",
                "SSN ",
                ":",
                "CLASSIFIED BY:",
                "SECRET\n",
                "http://",
                "\ud835\udc12",
                "\ud835",
                "the quick brown fox, ");
    }

    @Test
    void randomTextIsAlwaysAnswered() {
        Random random = new Random(11);
        String alphabet = "TOPSECRETSINF//()[]<>&#;47x \n\f-.:0123456789\u200b\u0421\ud835\udc12abc";
        for (int i = 0; i < 50_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int n = random.nextInt(60); n > 0; n--) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            assertThat(guard.inspect(text)).isEqualTo(guard.inspect(text.toString()));
        }
    }

    @Test
    void everyMarkingIsFoundHoweverItsLettersAreDressed() {
        Random random = new Random(3);
        List<String> fillers = List.of("\u200b", "\u00ad", "\u2060", "\ufe0f", "\u0336");
        for (int i = 0; i < 5_000; i++) {
            StringBuilder text = new StringBuilder();
            for (char c : "Top Secret//NOFORN".toCharArray()) {
                text.append(random.nextBoolean() ? Character.toLowerCase(c) : Character.toUpperCase(c));
                if (random.nextInt(3) == 0) {
                    text.append(fillers.get(random.nextInt(fillers.size())));
                }
            }
            assertThat(guard.inspect(text).kinds()).containsExactly(MarkingKind.BANNER_MARKING);
        }
    }

    static Stream<Example> examples() throws IOException {
        return lines("texts.tsv").stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.split("\t", 3))
                .map(field -> new Example(
                        SpillVerdict.valueOf(field[0]),
                        Arrays.stream(field[1].split(","))
                                .filter(kind -> !kind.isEmpty())
                                .map(MarkingKind::valueOf)
                                .toList(),
                        field[2].translateEscapes()));
    }

    private static List<String> lines(String file) throws IOException {
        try (Reader reader =
                new InputStreamReader(SpillGuardTests.class.getResourceAsStream(file), StandardCharsets.UTF_8)) {
            return new BufferedReader(reader)
                    .lines()
                    .map(SpillGuardTests::unescaped)
                    .toList();
        }
    }

    /** The Unicode escapes; the others are Java's own. */
    private static String unescaped(String line) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < line.length(); i++) {
            if (line.startsWith("\\u", i)) {
                out.append((char) Integer.parseInt(line, i + 2, i + 6, 16));
                i += 5;
            } else {
                out.append(line.charAt(i));
            }
        }
        return out.toString();
    }

    private static Properties messages() throws IOException {
        Properties messages = new Properties();
        try (InputStream in = SpillGuard.class.getResourceAsStream("/messages/spill.properties")) {
            messages.load(in);
        }
        return messages;
    }
}
