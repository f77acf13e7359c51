package net.gatepost.job;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.Locale;
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
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(said.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    private static String words(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
    }
}
