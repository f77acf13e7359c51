package net.gatepost.spill;

import java.util.List;
import java.util.Set;

/** Finds the blocks that say who classified or controls a document: two of their lines tell one, as each ends in a colon. */
final class AuthorityBlocks {

    private static final List<List<Phrase>> CLASSIFICATION = List.of(
            List.of(new Phrase("CLASSIFIED BY"), new Phrase("CL BY")),
            List.of(new Phrase("DERIVED FROM"), new Phrase("DRV FROM"), new Phrase("DRV FRM")),
            List.of(new Phrase("DECLASSIFY ON"), new Phrase("DECL ON")));
    private static final List<List<Phrase>> CONTROL = List.of(
            List.of(new Phrase("CONTROLLED BY")),
            List.of(new Phrase("CUI CATEGORY"), new Phrase("CUI CATEGORIES")),
            List.of(new Phrase("LIMITED DISSEMINATION CONTROL"), new Phrase("LIMITED DISSEMINATION CONTROLS")));

    void find(String text, Set<MarkingKind> found) {
        int classification = 0;
        int control = 0;
        for (int colon = text.indexOf(':'); colon >= 0; colon = text.indexOf(':', colon + 1)) {
            int end = colon;
            while (end > 0 && colon - end < 4 && text.charAt(end - 1) == ' ') {
                end--;
            }
            classification |= lineBefore(text, end, CLASSIFICATION);
            control |= lineBefore(text, end, CONTROL);
        }
        if (Integer.bitCount(classification) > 1) {
            found.add(MarkingKind.CLASSIFICATION_AUTHORITY_BLOCK);
        }
        if (Integer.bitCount(control) > 1) {
            found.add(MarkingKind.CUI_MARKING);
        }
    }

    /** A bit for the line of the block that these words are, or 0. */
    private static int lineBefore(String text, int end, List<List<Phrase>> lines) {
        for (int line = 0; line < lines.size(); line++) {
            for (Phrase phrase : lines.get(line)) {
                if (phrase.startBefore(text, end) >= 0) {
                    return 1 << line;
                }
            }
        }
        return 0;
    }
}
