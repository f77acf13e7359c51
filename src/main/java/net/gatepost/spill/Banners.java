package net.gatepost.spill;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Finds banners and portion marks: every one has two strokes, so only the surroundings of those are looked at. */
final class Banners {

    private static final int MOST_BLANKS = 8;
    private static final int MOST_SEGMENTS = 5;
    private static final int LONGEST_SEGMENT = 48;

    private static final List<Phrase> LONG_LEVELS =
            phrases("TOP SECRET", "SECRET", "CONFIDENTIAL", "UNCLASSIFIED", "TS");
    private static final List<Phrase> LETTER_LEVELS = phrases("S", "C", "U");
    private static final List<Phrase> CONTROLLED = phrases("CUI", "CONTROLLED UNCLASSIFIED INFORMATION", "CONTROLLED");
    private static final List<Phrase> FOREIGN =
            phrases("NATO SECRET", "NATO CONFIDENTIAL", "NATO RESTRICTED", "COSMIC TOP SECRET");
    private static final List<Phrase> FOREIGN_PORTIONS = phrases("CTS", "NS", "NC", "NR");
    private static final List<Phrase> NATIONS = phrases(
            "GBR", "AUS", "CAN", "NZL", "DEU", "FRA", "ITA", "ESP", "NLD", "BEL", "NOR", "DNK", "POL", "JPN", "KOR",
            "ISR", "TUR", "FGI");
    private static final List<Phrase> NATION_LEVELS =
            phrases("TOP SECRET", "SECRET", "CONFIDENTIAL", "RESTRICTED", "TS", "S", "C", "R");
    private static final List<Phrase> SCHEMES = phrases("HTTP", "HTTPS", "FTP", "FTPS", "SFTP", "SSH", "GIT", "FILE");

    private final ControlTokens tokens = ControlTokens.shipped();

    void find(String text, Set<MarkingKind> found) {
        int at = text.indexOf('/');
        while (at >= 0) {
            int end = strokesEnd(text, at);
            if (end > at + 1) {
                if (isAddress(text, at)) {
                    end = blankFrom(text, end);
                } else {
                    look(text, at, end, found);
                }
            }
            at = text.indexOf('/', end);
        }
    }

    private void look(String text, int strokes, int end, Set<MarkingKind> found) {
        int before = strokes;
        while (before > 0 && strokes - before < MOST_BLANKS && isBlank(text.charAt(before - 1))) {
            before--;
        }
        if (before > 2 && text.charAt(before - 1) == '.' && text.charAt(before - 3) == '.') {
            // The last point of letters that points part, not the end of a sentence.
            before--;
        }
        int after = afterBlanks(text, end);
        boolean tight = before == strokes && after == end && text.startsWith("//", strokes);
        if (first(CONTROLLED, text, before) >= 0) {
            if (after < text.length()
                    && (tight && Character.isLetterOrDigit(text.charAt(after))
                            || tokens.at(text, after, tight) == ControlTokens.Found.CONTROL
                            || text.startsWith("SP-", after))) {
                found.add(MarkingKind.CUI_MARKING);
            }
            return;
        }
        int start = first(LONG_LEVELS, text, before);
        boolean letter = start < 0;
        if (letter) {
            start = first(LETTER_LEVELS, text, before);
        }
        if (start < 0) {
            foreign(text, strokes, after, found);
            return;
        }
        if (start > 0 && "&+#@/-".indexOf(text.charAt(start - 1)) >= 0 && letter) {
            return;
        }
        boolean bracketed = isBracketed(text, start);
        switch (controls(text, after, tight)) {
            case CONTROL -> found.add(bracketed ? MarkingKind.PORTION_MARK : MarkingKind.BANNER_MARKING);
            case CLEARANCE_WORD -> found.add(MarkingKind.SLOPPY_CLEARANCE);
            case NOTHING -> {
                if (bracketed && tight && text.charAt(start) != 'C' && closesSoon(text, after)) {
                    found.add(MarkingKind.PORTION_MARK);
                }
            }
        }
    }

    /** What follows a level, read over further strokes: in "TOP SECRET//XYZ//NOFORN" the last part decides. */
    private ControlTokens.Found controls(String text, int start, boolean tight) {
        ControlTokens.Found found = ControlTokens.Found.NOTHING;
        int at = start;
        for (int segment = 0; segment < MOST_SEGMENTS; segment++) {
            ControlTokens.Found here = tokens.at(text, at, tight);
            if (here == ControlTokens.Found.CONTROL) {
                return here;
            }
            if (here != ControlTokens.Found.NOTHING) {
                found = here;
            }
            int end = at;
            while (end < text.length() && end - at < LONGEST_SEGMENT && isOfSegment(text.charAt(end))) {
                end++;
            }
            if (end == text.length() || text.charAt(end) != '/') {
                return found;
            }
            int strokesEnd = strokesEnd(text, end);
            at = afterBlanks(text, strokesEnd);
            boolean blankAround = at > strokesEnd || end > 0 && isBlank(text.charAt(end - 1));
            if (strokesEnd == end + 1 && blankAround) {
                // A single stroke joins two controls, as in "SI/TK", only where no blank parts them.
                return found;
            }
        }
        return found;
    }

    private static void foreign(String text, int strokes, int after, Set<MarkingKind> found) {
        boolean bracketed = isBracketed(text, strokes);
        if (!bracketed && !startsLine(text, strokes)) {
            return;
        }
        if (begins(FOREIGN, text, after) || bracketed && begins(FOREIGN_PORTIONS, text, after)) {
            found.add(MarkingKind.FOREIGN_MARKING);
            return;
        }
        for (Phrase nation : NATIONS) {
            int end = nation.endFrom(text, after);
            if (end >= 0) {
                if (begins(NATION_LEVELS, text, afterBlanks(text, end))) {
                    found.add(MarkingKind.FOREIGN_MARKING);
                }
                return;
            }
        }
    }

    private static boolean startsLine(String text, int strokes) {
        int at = strokes;
        while (at > 0 && strokes - at < MOST_BLANKS && text.charAt(at - 1) == ' ') {
            at--;
        }
        return at == 0 || text.charAt(at - 1) == '\n' || text.charAt(at - 1) == '\f';
    }

    private static boolean begins(List<Phrase> phrases, String text, int start) {
        for (Phrase phrase : phrases) {
            if (phrase.endFrom(text, start) >= 0) {
                return true;
            }
        }
        return false;
    }

    private static int first(List<Phrase> phrases, String text, int end) {
        for (Phrase phrase : phrases) {
            int start = phrase.startBefore(text, end);
            if (start >= 0) {
                return start;
            }
        }
        return -1;
    }

    private static boolean isBracketed(String text, int start) {
        int at = start - 1;
        while (at >= 0 && start - at <= 3 && text.charAt(at) == ' ') {
            at--;
        }
        return at >= 0 && "([{".indexOf(text.charAt(at)) >= 0;
    }

    /** Whether nothing but short words in two to six letters stands before the bracket closes. */
    private static boolean closesSoon(String text, int start) {
        int word = 0;
        for (int at = start; at < text.length() && at - start < LONGEST_SEGMENT; at++) {
            char c = text.charAt(at);
            if (c >= 'A' && c <= 'Z') {
                word++;
                if (word > 6) {
                    return false;
                }
            } else if (")]}".indexOf(c) >= 0) {
                return word > 1;
            } else if (" ,/-".indexOf(c) >= 0) {
                word = c == ' ' ? 0 : word;
            } else {
                return false;
            }
        }
        return false;
    }

    /** The end of the strokes that begin here; blanks may part them. One stroke ends right behind itself. */
    private static int strokesEnd(String text, int start) {
        int end = start + 1;
        int at = end;
        while (at < text.length() && (text.charAt(at) == '/' || isBlank(text.charAt(at)) && at - end < 2)) {
            if (text.charAt(at) == '/') {
                end = at + 1;
            }
            at++;
        }
        return end;
    }

    private static boolean isAddress(String text, int strokes) {
        return strokes > 0 && text.charAt(strokes - 1) == ':' && first(SCHEMES, text, strokes - 1) >= 0;
    }

    private static int blankFrom(String text, int start) {
        int at = start;
        while (at < text.length() && !isBlank(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static int afterBlanks(String text, int start) {
        int at = start;
        while (at < text.length() && at - start < MOST_BLANKS && isBlank(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\n' || c == '\f';
    }

    private static boolean isOfSegment(char c) {
        return c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == ' ' || c == ',' || c == '-';
    }

    private static List<Phrase> phrases(String... words) {
        return Arrays.stream(words).map(Phrase::new).toList();
    }
}
