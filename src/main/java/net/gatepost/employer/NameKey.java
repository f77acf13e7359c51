package net.gatepost.employer;

import java.text.Normalizer;
import java.util.Locale;

/** A legal name without what two names of one organisation differ by: case, accents, punctuation, the legal form. */
public final class NameKey {

    private static final String LEGAL_FORMS =
            "(?: (?:inc|incorporated|llc|llp|lp|ltd|limited|corp|corporation|co|company|plc|gmbh|pty|pllc))+$";

    private NameKey() {}

    public static String of(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT)
                .replace("&", " and ")
                .replaceAll("[.'’]", "")
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
        String key = plain.replaceFirst(LEGAL_FORMS, "");
        return key.substring(0, Math.min(150, key.length()));
    }
}
