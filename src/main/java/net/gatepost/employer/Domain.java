package net.gatepost.employer;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import net.gatepost.mail.EmailAddress;

/** An internet domain that an employer's mail comes from: lower case, in ASCII, with at least two labels. */
public record Domain(String value) {

    static final int MAX_LENGTH = 253;

    private static final Pattern FORM =
            Pattern.compile("(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])");

    /** What people paste around a domain when they copy it from a browser. */
    private static final Pattern AROUND = Pattern.compile("^(?:https?://)?(?:www\\.)?|/.*$");

    public Domain {
        if (value.length() > MAX_LENGTH || !FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not a domain");
        }
    }

    /** Reads what a person typed or pasted; empty if there is no domain in it. */
    public static Optional<Domain> parse(String typed) {
        if (typed.length() > 2 * MAX_LENGTH) {
            return Optional.empty();
        }
        String name = typed.strip().toLowerCase(Locale.ROOT);
        name = AROUND.matcher(name).replaceAll("");
        try {
            return Optional.of(new Domain(IDN.toASCII(name, IDN.USE_STD3_ASCII_RULES)));
        } catch (IllegalArgumentException notADomain) {
            return Optional.empty();
        }
    }

    /** Whether mail from this address comes from the domain or one below it. */
    public boolean isHomeOf(EmailAddress address) {
        return address.domain().equals(value) || address.domain().endsWith("." + value);
    }

    @Override
    public String toString() {
        return value;
    }
}
