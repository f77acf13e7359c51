package net.gatepost.mail;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A mail address in the one form the site compares and stores: trimmed, lower case, its domain in ASCII. Mailboxes that
 * differ only by case are held to be one person's, as every large provider does, although RFC 5321 leaves it open.
 */
public record EmailAddress(String value) {

    /** RFC 5321 section 4.5.3.1: 64 for the mailbox, 254 in all. */
    public static final int MAX_LENGTH = 254;

    private static final Pattern FORM = Pattern.compile(
            "[a-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]");

    public EmailAddress {
        if (value.length() > MAX_LENGTH
                || !FORM.matcher(value).matches()
                || value.startsWith(".")
                || value.contains("..")
                || value.contains(".@")) {
            throw new IllegalArgumentException("not a mail address");
        }
    }

    /** Reads what a person typed; empty if it can't be a mail address. */
    public static Optional<EmailAddress> parse(String typed) {
        String trimmed = typed.strip();
        int at = trimmed.lastIndexOf('@');
        if (trimmed.length() > 2 * MAX_LENGTH || at < 1) {
            return Optional.empty();
        }
        try {
            String domain = IDN.toASCII(trimmed.substring(at + 1), IDN.USE_STD3_ASCII_RULES);
            return Optional.of(new EmailAddress((trimmed.substring(0, at) + "@" + domain).toLowerCase(Locale.ROOT)));
        } catch (IllegalArgumentException notAnAddress) {
            return Optional.empty();
        }
    }

    public String domain() {
        return value.substring(value.lastIndexOf('@') + 1);
    }

    /** The first letter and the domain: enough for its owner to know it by, too little for a log to leak it. */
    public String masked() {
        return value.charAt(0) + "…@" + domain();
    }

    @Override
    public String toString() {
        return value;
    }
}
