package net.gatepost.spill;

import java.util.List;

/**
 * Words that are looked for at one place of a plain text, forwards or backwards. A word's letters stand together or are
 * all spaced out ("S E C R E T", "T.S."); between words any few blanks do, or none. In a word of three letters and more, digits may
 * pass for the letters they look like. A match looks at a bounded number of characters.
 */
final class Phrase {

    private static final int WIDEST_GAP_IN_WORD = 3;
    private static final int WIDEST_GAP = 8;

    private final List<String> words;

    Phrase(String words) {
        this.words = List.of(words.split("[^A-Z0-9]+"));
    }

    char firstLetter() {
        return words.get(0).charAt(0);
    }

    /** Where the phrase ends that begins at this place, or -1: its last letter is followed by none. */
    int endFrom(String text, int start) {
        int at = start;
        for (int w = 0; w < words.size(); w++) {
            at = word(text, w == 0 ? at : skip(text, at, 1, WIDEST_GAP), words.get(w), 1);
            if (at < 0) {
                return -1;
            }
        }
        return isLetter(text, at) ? -1 : at;
    }

    /** Where the phrase begins that ends before this place, or -1: its first letter follows upon none. */
    int startBefore(String text, int end) {
        int at = end - 1;
        for (int w = words.size() - 1; w >= 0; w--) {
            at = word(text, w == words.size() - 1 ? at : skip(text, at, -1, WIDEST_GAP), words.get(w), -1);
            if (at < -1) {
                return -1;
            }
        }
        return isLetter(text, at) || at >= 0 && (text.charAt(at) == '\'' || text.charAt(at) == '’') ? -1 : at + 1;
    }

    /** The place after the word in the direction of reading, or -2 where it does not stand. */
    private static int word(String text, int start, String word, int step) {
        int at = start;
        int spaced = 0;
        for (int n = 0; n < word.length(); n++) {
            if (n > 0) {
                int next = skip(text, at, step, WIDEST_GAP_IN_WORD);
                spaced += next == at ? 0 : 1;
                at = next;
            }
            char wanted = word.charAt(step > 0 ? n : word.length() - 1 - n);
            if (at < 0 || at >= text.length() || !passesFor(text.charAt(at), wanted, word.length())) {
                return -2;
            }
            at += step;
        }
        return spaced == 0 || spaced == word.length() - 1 ? at : -2;
    }

    private static int skip(String text, int from, int step, int most) {
        int at = from;
        for (int n = 0; n < most && at >= 0 && at < text.length() && isGap(text.charAt(at)); n++) {
            at += step;
        }
        return at;
    }

    private static boolean isGap(char c) {
        return c == ' ' || c == '\n' || c == '\f' || c == '-' || c == '.';
    }

    private static boolean passesFor(char c, char wanted, int length) {
        if (c == wanted) {
            return true;
        }
        return length > 2
                && switch (c) {
                    case '0' -> wanted == 'O';
                    case '1', '!', '|' -> wanted == 'I' || wanted == 'L';
                    case '3' -> wanted == 'E';
                    case '4', '@' -> wanted == 'A';
                    case '5', '$' -> wanted == 'S';
                    case '7' -> wanted == 'T';
                    default -> false;
                };
    }

    private static boolean isLetter(String text, int at) {
        return at >= 0 && at < text.length() && Character.isLetterOrDigit(text.charAt(at));
    }
}
