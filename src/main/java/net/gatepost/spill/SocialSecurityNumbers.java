package net.gatepost.spill;

import java.util.List;
import java.util.Set;

/**
 * Finds US social security numbers by the rules of their issue: three, two and four digits; no area 000, 666 or from
 * 900; no group 00; no serial 0000. Nine digits in a row, or parted by blanks or dots, count only beside words that say what they are.
 */
final class SocialSecurityNumbers {

    private static final int REACH_OF_LABEL = 40;
    private static final List<Phrase> LABELS =
            List.of(new Phrase("SSN"), new Phrase("SOCIAL SECURITY"), new Phrase("SOCIAL SEC"), new Phrase("SOC SEC"));

    void find(String text, Set<MarkingKind> found) {
        for (int i = 0; i < text.length(); i++) {
            if (isDigit(text, i)) {
                i = number(text, i, found);
            }
        }
    }

    /** Looks at the number that begins here and returns the last place that need not be looked at again. */
    private static int number(String text, int start, Set<MarkingKind> found) {
        int run = digitsEnd(text, start);
        if (run - start == 9) {
            if (isFree(text, start, run) && isIssued(text, start, start + 3, start + 5) && isLabelled(text, start)) {
                found.add(MarkingKind.SOCIAL_SECURITY_NUMBER);
            }
            return run - 1;
        }
        if (run - start != 3) {
            return run - 1;
        }
        int group = afterGap(text, run);
        int groupEnd = digitsEnd(text, group);
        int serial = afterGap(text, groupEnd);
        int end = digitsEnd(text, serial);
        boolean grouped = group > run && groupEnd - group == 2 && serial > groupEnd && end - serial == 4;
        if (grouped && isFree(text, start, end) && isIssued(text, start, group, serial)) {
            boolean dashed = text.substring(run, group).contains("-")
                    && text.substring(groupEnd, serial).contains("-");
            found.add(
                    dashed || isLabelled(text, start)
                            ? MarkingKind.SOCIAL_SECURITY_NUMBER
                            : MarkingKind.POSSIBLE_SOCIAL_SECURITY_NUMBER);
        }
        return run - 1;
    }

    private static boolean isIssued(String text, int area, int group, int serial) {
        String areaDigits = text.substring(area, area + 3);
        return !areaDigits.equals("000")
                && !areaDigits.equals("666")
                && areaDigits.charAt(0) != '9'
                && !text.startsWith("00", group)
                && !text.startsWith("0000", serial);
    }

    /** Whether it is not a part of a longer number: a contract's, a telephone's, a part's. */
    private static boolean isFree(String text, int start, int end) {
        boolean before = start == 0
                || !Character.isLetterOrDigit(text.charAt(start - 1))
                        && !("-+/.$#".indexOf(text.charAt(start - 1)) >= 0
                                && start > 1
                                && Character.isLetterOrDigit(text.charAt(start - 2)))
                        && text.charAt(start - 1) != '+'
                        && text.charAt(start - 1) != '$';
        boolean after = end == text.length()
                || !Character.isLetterOrDigit(text.charAt(end))
                        && !("-/.".indexOf(text.charAt(end)) >= 0 && isDigit(text, end + 1));
        return before && after;
    }

    private static boolean isLabelled(String text, int start) {
        int from = Math.max(0, start - REACH_OF_LABEL);
        for (int at = from; at < start; at++) {
            char c = text.charAt(at);
            if (c == 'S' && (at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1)))) {
                for (Phrase label : LABELS) {
                    if (label.endFrom(text, at) >= 0) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    /** Behind up to three blanks, dots and dashes. */
    private static int afterGap(String text, int start) {
        int at = start;
        while (at < text.length() && at - start < 3 && " -.".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        return at;
    }

    private static int digitsEnd(String text, int start) {
        int end = start;
        while (isDigit(text, end)) {
            end++;
        }
        return end;
    }

    private static boolean isDigit(String text, int at) {
        return at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9';
    }
}
