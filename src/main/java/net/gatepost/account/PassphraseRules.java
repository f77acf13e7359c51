package net.gatepost.account;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Which passphrases may be chosen, after NIST SP 800-63B-4, section 3.1.1.2: a minimum length, any character, nothing
 * about its composition, and a blocklist that is compared with the whole passphrase, never with a word in it. Characters
 * are Unicode code points.
 */
@Component
public class PassphraseRules {

    public static final int MIN_LENGTH = 15;
    public static final int MAX_LENGTH = 200;

    private static final String SITE_NAME = "gatepost";
    private static final int SHORTEST_PERSONAL_WORD = 3;
    private static final int LEAST_BESIDE_KNOWN_WORDS = 8;
    private static final int FEWEST_DIFFERENT = 5;
    private static final int AVERAGE_RUN = 4;
    private static final int LONGEST_NUMBER_AT_THE_END = 4;

    /** Rows of keys, forwards; a run of them is no harder to guess than the alphabet. */
    private static final String[] ORDERS = {
        "abcdefghijklmnopqrstuvwxyz",
        "0123456789",
        "1234567890",
        "qwertyuiop",
        "asdfghjkl",
        "zxcvbnm",
        "qwertz",
        "azerty"
    };

    private final Set<String> common;

    PassphraseRules() {
        try (InputStream list = PassphraseRules.class.getResourceAsStream("common-passwords.txt")) {
            if (list == null) {
                throw new IllegalStateException("common-passwords.txt is missing");
            }
            common = new String(list.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /**
     * One form for what looks the same on the keyboard, so that a passphrase set on one device is the same on another:
     * NFKC composes accents and takes full-width letters for plain ones.
     */
    static String normalise(CharSequence typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFKC);
    }

    /**
     * What speaks against a passphrase, if anything does.
     *
     * @param about words that others know of the person: their name, their address
     */
    public Optional<Weakness> weaknessOf(String typed, Collection<String> about) {
        int asTyped = typed.codePointCount(0, typed.length());
        if (asTyped > MAX_LENGTH) {
            return Optional.of(Weakness.TOO_LONG);
        }
        if (typed.codePoints().anyMatch(PassphraseRules::cannotBeTypedAgain)) {
            return Optional.of(Weakness.UNTYPABLE);
        }
        String normal = normalise(typed);
        // Some single characters become a whole phrase when normalised: the shorter of the two counts.
        if (Math.min(asTyped, normal.codePointCount(0, normal.length())) < MIN_LENGTH) {
            return Optional.of(Weakness.TOO_SHORT);
        }
        String plain = plain(normal);
        // Where signs make up most of it, the few letters between them say little.
        boolean mostlyPlain = 2 * plain.length() > normal.length();
        if (isRepeated(normal) || mostlyPlain && isRepeated(plain)) {
            return Optional.of(Weakness.REPEATED);
        }
        if (mostlyPlain && isInOrder(plain)) {
            return Optional.of(Weakness.IN_ORDER);
        }
        int unknown = without(plain, about).length();
        if (unknown < plain.length() && unknown < LEAST_BESIDE_KNOWN_WORDS) {
            return Optional.of(Weakness.ABOUT_YOU);
        }
        return isCommon(plain) ? Optional.of(Weakness.COMMON) : Optional.empty();
    }

    private static boolean cannotBeTypedAgain(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL, Character.SURROGATE, Character.UNASSIGNED -> true;
            default -> false;
        };
    }

    /** Letters and digits alone, in lower case: what a list of common passwords is compared with. */
    private static String plain(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }

    /** One short piece again and again, or hardly a different character. */
    private static boolean isRepeated(String text) {
        if (text.codePoints().distinct().count() < FEWEST_DIFFERENT) {
            return true;
        }
        for (int piece = 1; piece <= text.length() / 2; piece++) {
            if (text.startsWith(text.substring(piece))) {
                return true;
            }
        }
        return false;
    }

    /** Put together from few runs of the alphabet, of digits or of a row of keys, in either direction. */
    private static boolean isInOrder(String plain) {
        int runs = 0;
        int at = 0;
        while (at < plain.length()) {
            at += Math.max(1, longestRunAt(plain, at));
            runs++;
        }
        return plain.length() >= AVERAGE_RUN * runs;
    }

    private static int longestRunAt(String plain, int from) {
        int longest = 0;
        for (String order : ORDERS) {
            longest = Math.max(longest, runAt(plain, from, order));
            longest = Math.max(
                    longest,
                    runAt(plain, from, new StringBuilder(order).reverse().toString()));
        }
        return longest;
    }

    private static int runAt(String plain, int from, String order) {
        int start = order.indexOf(plain.charAt(from));
        int length = 0;
        while (start >= 0
                && from + length < plain.length()
                && start + length < order.length()
                && plain.charAt(from + length) == order.charAt(start + length)) {
            length++;
        }
        return length;
    }

    /** On the list, or two of the list side by side, with or without a small number at the end. */
    private boolean isCommon(String plain) {
        String bare = plain.replaceFirst("[0-9]{1," + LONGEST_NUMBER_AT_THE_END + "}$", "");
        return isListed(plain) || isListed(bare);
    }

    private boolean isListed(String plain) {
        if (common.contains(plain)) {
            return true;
        }
        for (int cut = 1; cut < plain.length(); cut++) {
            if (common.contains(plain.substring(0, cut)) && common.contains(plain.substring(cut))) {
                return true;
            }
        }
        return false;
    }

    private static String without(String plain, Collection<String> about) {
        String rest = plain.replace(SITE_NAME, "");
        var words = about.stream()
                .flatMap(text -> {
                    String normal = normalise(text);
                    return Stream.concat(
                            Stream.of(plain(normal)),
                            Arrays.stream(normal.split("[^\\p{L}\\p{N}]+")).map(PassphraseRules::plain));
                })
                .filter(word -> word.length() >= SHORTEST_PERSONAL_WORD)
                .distinct()
                .sorted(Comparator.comparing(String::length).reversed())
                .toList();
        for (String word : words) {
            rest = rest.replace(word, "");
        }
        return rest;
    }
}
