package net.gatepost.employer;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A Commercial and Government Entity code: five characters that the Defense Logistics Agency gives to one place of a US
 * organisation. A digit, three letters or digits, a digit; never the letters I and O. Source: DoD 4100.39-M volume 7
 * (FLIS), chapter on the Organizational Entity, "numeric in the first and last positions". The NATO codes of other
 * countries (NCAGE) have a letter first or last and are not meant here.
 */
public record CageCode(String value) {

    private static final Pattern FORM = Pattern.compile("[0-9][0-9A-HJ-NP-Z]{3}[0-9]");

    public CageCode {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not a CAGE code");
        }
    }

    /** Reads what a person typed, in either case; empty if it can't be one. */
    public static Optional<CageCode> parse(String typed) {
        String code = typed.strip().toUpperCase(Locale.ROOT);
        return FORM.matcher(code).matches() ? Optional.of(new CageCode(code)) : Optional.empty();
    }

    @Override
    public String toString() {
        return value;
    }
}
