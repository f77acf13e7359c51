package net.gatepost.employer;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A Unique Entity ID, which SAM.gov gives to whoever does business with the US government: twelve letters and digits
 * without I and O, the first not zero, no nine digits in a row, the last a check digit over the others. Source: GSA,
 * "Unique Entity ID Technical Specifications and API Information" (gsa.gov), "The Unique Entity ID Standard". That page says
 * that the last is a checksum and not how it is reckoned; the sum used here agrees with all the issued IDs in its test.
 */
public record UniqueEntityId(String value) {

    private static final Pattern FORM = Pattern.compile("(?!.*[0-9]{9})[1-9A-HJ-NP-Z][0-9A-HJ-NP-Z]{10}[0-9]");
    private static final int CHECKED = 11;

    public UniqueEntityId {
        if (!isOne(value)) {
            throw new IllegalArgumentException("not a Unique Entity ID");
        }
    }

    /** Reads what a person typed, in either case; empty if it can't be one. */
    public static Optional<UniqueEntityId> parse(String typed) {
        String id = typed.strip().toUpperCase(Locale.ROOT);
        return isOne(id) ? Optional.of(new UniqueEntityId(id)) : Optional.empty();
    }

    private static boolean isOne(String id) {
        return FORM.matcher(id).matches()
                && checkDigit(id.substring(0, CHECKED)) == Character.digit(id.charAt(CHECKED), 10);
    }

    /** The digit that belongs after these eleven characters. */
    static int checkDigit(String characters) {
        int sum = weighed(characters.chars());
        while (sum > 9) {
            sum = weighed(String.valueOf(sum).chars().map(digit -> digit - '0'));
        }
        return sum;
    }

    /** Each value times its place, counted from one; of each product only the last digit goes into the sum. */
    private static int weighed(IntStream values) {
        int[] each = values.toArray();
        return IntStream.range(0, each.length)
                .map(at -> each[at] * (at + 1) % 10)
                .sum();
    }

    @Override
    public String toString() {
        return value;
    }
}
