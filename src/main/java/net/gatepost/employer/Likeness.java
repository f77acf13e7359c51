package net.gatepost.employer;

import com.ibm.icu.text.SpoofChecker;
import java.net.IDN;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a name looks like to somebody who reads it in passing: letters that look alike are one (the confusables of Unicode
 * Technical Standard 39), and any one letter may be left out. Two names that share a variant are about one letter apart.
 */
final class Likeness {

    /** Shorter ones are all alike. */
    private static final int SHORTEST = 4;

    private static final int LONGEST = 100;

    private static final SpoofChecker CONFUSABLES = new SpoofChecker.Builder().build();

    private Likeness() {}

    /** Of a legal name, without its legal form, case and spaces. */
    static Set<String> ofName(String legalName) {
        return variants(NameKey.of(legalName).replace(" ", ""));
    }

    /** Of a domain's telling label: halden.example and halden.co.example look alike. */
    static Set<String> ofDomain(String domain) {
        String[] labels = IDN.toUnicode(domain).split("\\.");
        return variants(Arrays.stream(labels, 0, labels.length - 1)
                .max(Comparator.comparingInt(String::length))
                .orElse(domain));
    }

    private static Set<String> variants(String name) {
        String letters = name.replace("-", "");
        String skeleton = CONFUSABLES.getSkeleton(letters).toLowerCase(Locale.ROOT);
        String whole = skeleton.substring(0, Math.min(LONGEST, skeleton.length()));
        var variants = new TreeSet<String>();
        variants.add(whole);
        if (letters.length() > SHORTEST) { // a skeleton may be longer: rn for m
            for (int left = 0; left < whole.length(); left++) {
                variants.add(whole.substring(0, left) + whole.substring(left + 1));
            }
        }
        return variants;
    }
}
