package net.gatepost.spill;

import java.util.Set;

/** Finds levels that stand alone on their lines, and pages that begin and end with the same one. */
final class Pages {

    private static final int LONGEST_LEVEL = "CONTROLLEDUNCLASSIFIEDINFORMATION".length();

    private static final Set<String> LEVELS = Set.of("TOPSECRET", "SECRET", "CONFIDENTIAL");
    private static final Set<String> BANNERS_OF_PAGES =
            Set.of("TOPSECRET", "SECRET", "CONFIDENTIAL", "CUI", "CONTROLLED", "CONTROLLEDUNCLASSIFIEDINFORMATION");

    /** The lines with words of the part that is being read, numbers of pages left out. */
    private static final class Part {
        private String first = "";
        private String last = "";
        private int lines;

        void add(String letters) {
            if (lines++ == 0) {
                first = letters;
            }
            last = letters;
        }

        boolean isFramed() {
            return lines > 2 && first.equals(last) && BANNERS_OF_PAGES.contains(first);
        }
    }

    void find(String text, Set<MarkingKind> found) {
        Part whole = new Part();
        Part page = new Part();
        int start = 0;
        for (int i = 0; i <= text.length(); i++) {
            boolean ends = i == text.length();
            if (!ends && text.charAt(i) != '\n' && text.charAt(i) != '\f') {
                continue;
            }
            String letters = letters(text, start, i);
            start = i + 1;
            if (!letters.isEmpty() && !isPageNumber(letters)) {
                whole.add(letters);
                page.add(letters);
                if (LEVELS.contains(letters)) {
                    found.add(MarkingKind.LEVEL_ON_ITS_OWN_LINE);
                }
            }
            if (ends || text.charAt(i) == '\f') {
                if (page.isFramed()) {
                    found.add(MarkingKind.HEADER_AND_FOOTER);
                }
                page = new Part();
            }
        }
        if (whole.isFramed()) {
            found.add(MarkingKind.HEADER_AND_FOOTER);
        }
    }

    /** The line's letters and digits; of a line too long for a level only so many as tell that it is one. */
    private static String letters(String text, int start, int end) {
        StringBuilder letters = new StringBuilder(LONGEST_LEVEL);
        for (int i = start; i < end && letters.length() <= LONGEST_LEVEL + 2; i++) {
            if (Character.isLetterOrDigit(text.charAt(i))) {
                letters.append(text.charAt(i));
            }
        }
        return letters.toString();
    }

    private static boolean isPageNumber(String letters) {
        String number = letters.startsWith("PAGE") ? letters.substring(4).replace("OF", "") : letters;
        return number.length() < 8 && number.chars().allMatch(Character::isDigit);
    }
}
