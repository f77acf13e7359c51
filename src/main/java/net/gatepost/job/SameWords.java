package net.gatepost.job;

import java.text.Normalizer;
import java.util.Locale;
import net.gatepost.web.Sha256;
import org.jspecify.annotations.Nullable;

/**
 * When two listings of an employer are the same job: their title, description and place are, whatever their case, spaces and
 * punctuation. Whoever posts a job again to have it look new says the same words.
 */
final class SameWords {

    private SameWords() {}

    /** Null for one that says nothing yet. */
    static @Nullable String hashOf(ListingDraft draft) {
        if (draft.description() == null) {
            return null;
        }
        var place = draft.place();
        String said = words(draft.title())
                + '\n'
                + words(draft.description())
                + '\n'
                + (place == null ? draft.workplace() : place.id());
        return Sha256.hex(said);
    }

    private static String words(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
    }
}
