package net.gatepost.spill;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The control markings of {@code control-tokens.txt}: what may follow a level and two strokes. */
final class ControlTokens {

    /** What stands at a place of a text. */
    enum Found {
        NOTHING,
        CLEARANCE_WORD,
        CONTROL
    }

    private record Token(Phrase phrase, boolean tight, boolean warn) {}

    private final Map<Character, List<Token>> byFirstLetter = new HashMap<>();

    static ControlTokens shipped() {
        try (InputStream in = ControlTokens.class.getResourceAsStream("control-tokens.txt")) {
            if (in == null) {
                throw new IllegalStateException("The spill guard's control-tokens.txt is missing");
            }
            return new ControlTokens(new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException("The spill guard's control-tokens.txt cannot be read", e);
        }
    }

    private ControlTokens(List<String> lines) {
        for (String line : lines) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            boolean tight = line.endsWith(" tight");
            boolean warn = line.endsWith(" warn");
            String words = tight || warn ? line.substring(0, line.lastIndexOf(' ')) : line;
            Token token = new Token(new Phrase(words), tight, warn);
            byFirstLetter
                    .computeIfAbsent(token.phrase.firstLetter(), letter -> new ArrayList<>())
                    .add(token);
        }
    }

    /** What begins exactly here; {@code tight} if no blank stands around the strokes before it. */
    Found at(String text, int start, boolean tight) {
        if (start >= text.length()) {
            return Found.NOTHING;
        }
        Found found = Found.NOTHING;
        for (Token token : byFirstLetter.getOrDefault(letterFor(text.charAt(start)), List.of())) {
            if ((tight || !token.tight) && token.phrase.endFrom(text, start) >= 0) {
                if (!token.warn) {
                    return Found.CONTROL;
                }
                found = Found.CLEARANCE_WORD;
            }
        }
        return found;
    }

    private static char letterFor(char c) {
        return switch (c) {
            case '0' -> 'O';
            case '1', '!', '|' -> 'I';
            case '3' -> 'E';
            case '4', '@' -> 'A';
            case '$' -> 'S';
            case '7' -> 'T';
            default -> c;
        };
    }
}
