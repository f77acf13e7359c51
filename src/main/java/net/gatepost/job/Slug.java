package net.gatepost.job;

import java.text.Normalizer;
import java.util.Locale;

/** The readable end of an address. Never empty, only {@code a-z}, {@code 0-9} and single hyphens between them. */
final class Slug {

    static final int LONGEST = 80;

    private Slug() {}

    static String of(String text) {
        String ascii = Normalizer.normalize(text, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}+", "")
                .replace("++", "-plus-plus")
                .replace("#", "-sharp")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-");
        String cut = ascii.substring(0, Math.min(LONGEST, ascii.length())).replaceAll("^-|-$", "");
        return cut.isEmpty() ? "job" : cut;
    }
}
