package net.gatepost.job.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What somebody typed into the search box: words, "quoted phrases", and words with a minus before them. There is no text
 * that is not one of these, so no text is an error.
 *
 * @param words all of them are wanted; in the order typed, so that a synonym of several words is known
 * @param phrases wanted as they stand
 * @param unwanted none of them
 */
public record TextQuery(List<String> words, List<String> phrases, List<String> unwanted) {

    public static final TextQuery NONE = new TextQuery(List.of(), List.of(), List.of());

    /** Longer texts are cut: nobody types that much, and each word costs time. */
    public static final int LONGEST = 200;

    private static final int MOST_PARTS = 24;
    private static final Pattern PART = Pattern.compile("\"([^\"]*)\"|(-?)([^\\s\"]+)|\"");
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}]+");
    private static final Pattern LETTER_OR_DIGIT = Pattern.compile("[\\p{L}\\p{N}]");

    /** Words that the index leaves out too. "IT" and "US" are not among them: here they name a trade and a country. */
    static final Set<String> STOP_WORDS =
            Set.of("a", "an", "and", "are", "as", "at", "be", "by", "for", "in", "of", "on", "or", "the", "to", "with");

    public TextQuery {
        words = List.copyOf(words);
        phrases = List.copyOf(phrases);
        unwanted = List.copyOf(unwanted);
    }

    public static TextQuery parse(@Nullable String typed) {
        List<String> words = new ArrayList<>();
        List<String> phrases = new ArrayList<>();
        List<String> unwanted = new ArrayList<>();
        Matcher part = PART.matcher(clean(typed));
        for (int parts = 0; parts < MOST_PARTS && part.find(); parts++) {
            String phrase = part.group(1);
            String word = part.group(3);
            if (phrase != null && saysSomething(phrase)) {
                phrases.add(phrase.strip());
            } else if (word != null && saysSomething(word)) {
                (part.group(2).isEmpty() ? words : unwanted).add(word);
            }
        }
        return new TextQuery(words, phrases, unwanted);
    }

    /** What was typed without what can't be printed, in one line, not longer than {@link #LONGEST}. */
    public static String clean(@Nullable String typed) {
        if (typed == null) {
            return "";
        }
        String head = typed.length() > 4 * LONGEST ? typed.substring(0, 4 * LONGEST) : typed;
        String line = UNPRINTABLE.matcher(head).replaceAll(" ").strip().replaceAll("\\s+", " ");
        return line.length() <= LONGEST
                ? line
                : line.substring(
                                0, line.offsetByCodePoints(0, Math.min(LONGEST, line.codePointCount(0, line.length()))))
                        .strip();
    }

    public boolean isEmpty() {
        return words.isEmpty() && phrases.isEmpty() && unwanted.isEmpty();
    }

    /** Whether fewer of its words could be asked for. */
    boolean canBeLoosened() {
        return words.size() > 1;
    }

    private static boolean saysSomething(String text) {
        return LETTER_OR_DIGIT.matcher(text).find()
                && Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}+#.]+"))
                        .anyMatch(word -> !word.isEmpty() && !STOP_WORDS.contains(word));
    }
}
