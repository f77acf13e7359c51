package net.gatepost.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reads the colour tokens of {@code base.css} and holds each pair that meets on a page against WCAG 2.2. */
class ContrastTest {

    private static final double TEXT = 4.5;
    private static final double CONTROL_EDGE = 3;
    private static final Pattern BOTH_THEMES =
            Pattern.compile("--([a-z-]+): light-dark\\((#[0-9a-f]{6}), (#[0-9a-f]{6})\\)");
    private static final Pattern ONE_FOR_BOTH = Pattern.compile("--([a-z-]+): (#[0-9a-f]{6});");

    private record Pair(String front, String ground, double atLeast) {}

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void everyPairOfColoursIsLegible(String theme) throws IOException {
        var colours = tokens(theme);

        for (var pair : pairs()) {
            assertThat(contrast(colour(colours, pair.front()), colour(colours, pair.ground())))
                    .as("%s on %s, %s", pair.front(), pair.ground(), theme)
                    .isGreaterThanOrEqualTo(pair.atLeast());
        }
    }

    @Test
    void blackOnWhiteIsTwentyOneToOne() {
        assertThat(contrast("#000000", "#ffffff")).isEqualTo(21);
    }

    private static List<Pair> pairs() {
        var pairs = new ArrayList<Pair>();
        for (var ground : List.of("paper", "sheet", "sunk")) {
            for (var text : List.of("ink", "ink-soft", "post", "post-strong", "signal", "meets", "could", "not")) {
                pairs.add(new Pair(text, ground, TEXT));
            }
            pairs.add(new Pair("edge", ground, CONTROL_EDGE));
        }
        for (var kind : List.of("meets", "could", "not")) {
            pairs.add(new Pair(kind, kind + "-ground", TEXT));
        }
        for (var ground : List.of("info-ground", "meets-ground", "could-ground", "not-ground")) {
            for (var text : List.of("ink", "ink-soft", "post")) {
                pairs.add(new Pair(text, ground, TEXT));
            }
        }
        for (var text : List.of("banner-ink", "banner-soft", "banner-post", "banner-signal")) {
            pairs.add(new Pair(text, "banner", TEXT));
        }
        pairs.add(new Pair("on-post", "post", TEXT));
        pairs.add(new Pair("on-post", "post-strong", TEXT));
        pairs.add(new Pair("on-signal", "signal", TEXT));
        pairs.add(new Pair("on-signal", "signal-strong", TEXT));
        pairs.add(new Pair("on-not", "not", TEXT));
        pairs.add(new Pair("on-not", "not-strong", TEXT));
        pairs.add(new Pair("banner-on-signal", "banner-signal", TEXT));
        return pairs;
    }

    private static Map<String, String> tokens(String theme) throws IOException {
        var css = Files.readString(Path.of("static/css/base.css"));
        var tokens = new HashMap<String, String>();
        ONE_FOR_BOTH.matcher(css).results().forEach(found -> tokens.put(found.group(1), found.group(2)));
        BOTH_THEMES
                .matcher(css)
                .results()
                .forEach(found -> tokens.put(found.group(1), found.group(theme.equals("light") ? 2 : 3)));
        return tokens;
    }

    private static String colour(Map<String, String> colours, String token) {
        return Objects.requireNonNull(colours.get(token), () -> "no token --" + token);
    }

    private static double contrast(String one, String other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(String colour) {
        int rgb = Integer.parseInt(colour.substring(1), 16);
        return 0.2126 * linear(rgb >> 16 & 0xff) + 0.7152 * linear(rgb >> 8 & 0xff) + 0.0722 * linear(rgb & 0xff);
    }

    private static double linear(int channel) {
        double share = channel / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }
}
