package net.gatepost.place;

import java.text.Normalizer;

/**
 * Names as they are compared: "Ft. Meade" is "Fort Meade", "Saint Louis" is "St. Louis", "Mc Lean" is "McLean",
 * "Hagåtña" is "Hagatna". The script that makes the data compares them the same way.
 */
final class Names {

    private Names() {}

    /** The name's words in lower case, abbreviations spelled one way, with single spaces; empty if it has no letter. */
    static String words(String name) {
        String plain = isAscii(name) ? name : Normalizer.normalize(name, Normalizer.Form.NFKD);
        StringBuilder words = new StringBuilder(plain.length() + 4);
        int wordStart = 0;
        for (int i = 0; i < plain.length(); i++) {
            char c = Character.toLowerCase(plain.charAt(i));
            if (Character.isLetterOrDigit(c)) {
                appendLetter(words, c);
            } else if (c != '.' && c != '\'' && c != '’' && !isMark(c) && wordStart < words.length()) {
                spellOneWay(words, wordStart);
                words.append(' ');
                wordStart = words.length();
            }
        }
        spellOneWay(words, wordStart);
        return words.toString().stripTrailing();
    }

    /** The words of a name without the spaces, by which names are told apart. */
    static String key(String words) {
        return words.indexOf(' ') < 0 ? words : words.replace(" ", "");
    }

    private static void appendLetter(StringBuilder words, char letter) {
        switch (letter) {
            case 'ø' -> words.append('o');
            case 'ł' -> words.append('l');
            case 'ı' -> words.append('i');
            case 'đ', 'ð' -> words.append('d');
            case 'ß' -> words.append("ss");
            case 'æ' -> words.append("ae");
            case 'þ' -> words.append("th");
            default -> words.append(letter);
        }
    }

    private static void spellOneWay(StringBuilder words, int wordStart) {
        int length = words.length() - wordStart;
        if (length < 2 || length > 6) {
            return;
        }
        String word = words.substring(wordStart);
        String spelled = switch (word) {
            case "saint" -> "st";
            case "sainte" -> "ste";
            case "ft" -> wordStart == 0 ? "fort" : word;
            case "mt" -> wordStart == 0 ? "mount" : word;
            default -> word;
        };
        words.replace(wordStart, words.length(), spelled);
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }

    private static boolean isMark(char c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }
}
