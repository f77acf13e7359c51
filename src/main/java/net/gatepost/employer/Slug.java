package net.gatepost.employer;

import java.text.Normalizer;
import java.util.Locale;

/** A name as it stands in an address: small letters, digits and hyphens. */
final class Slug {

    private static final int MAX_LENGTH = 70;

    private Slug() {}

    static String of(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT)
                .replace("&", " and ")
                .replaceAll("['’]", "")
                .replaceAll("[^a-z0-9]+", "-");
        String cut = plain.substring(0, Math.min(MAX_LENGTH, plain.length())).replaceAll("^-+|-+$", "");
        return cut.isEmpty() ? "employer" : cut;
    }
}
