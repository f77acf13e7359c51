package net.gatepost.web;

import java.text.Normalizer;
import java.util.Locale;

/** A name as it stands in an address: only {@code a-z}, {@code 0-9} and single hyphens between them, and never empty. */
public final class Slug {

    private Slug() {}

    /**
     * Says in letters what names tell apart by signs alone ("C", "C++" and "C#", "Smith & Sons"); all other signs separate.
     *
     * @param fallback stands for a text that has no Latin letter and no digit
     */
    public static String of(String text, String fallback, int maxLength) {
        String words = Normalizer.normalize(text, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("(?<=[a-z])\\+\\+", "-plus-plus")
                .replaceAll("(?<=[a-z])#", "-sharp")
                .replace("&", " and ")
                .replaceAll("['’]", "")
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-", "");
        String cut = words.substring(0, Math.min(maxLength, words.length())).replaceAll("-$", "");
        return cut.isEmpty() ? fallback : cut;
    }
}
