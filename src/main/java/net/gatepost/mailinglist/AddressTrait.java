package net.gatepost.mailinglist;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import net.gatepost.mail.EmailAddress;

/** What an address says of itself. It keeps nobody from joining: it is told to those who should know. */
public enum AddressTrait {
    /** Its domain gives out mailboxes that are thrown away. */
    DISPOSABLE,
    /** An office's mailbox and not a person's (RFC 2142): whoever reads it can leave for all of them. */
    ROLE;

    private static final Set<String> ROLES = Set.of(
            "abuse",
            "accounts",
            "admin",
            "administrator",
            "billing",
            "careers",
            "contact",
            "help",
            "helpdesk",
            "hostmaster",
            "hr",
            "info",
            "jobs",
            "mail",
            "mailer-daemon",
            "marketing",
            "no-reply",
            "noc",
            "noreply",
            "office",
            "postmaster",
            "press",
            "recruiting",
            "root",
            "sales",
            "security",
            "support",
            "team",
            "webmaster");

    private static final Set<String> DISPOSABLE_DOMAINS = read("disposable-domains.txt");

    public static Set<AddressTrait> of(EmailAddress address) {
        var traits = EnumSet.noneOf(AddressTrait.class);
        if (isDisposable(address.domain())) {
            traits.add(DISPOSABLE);
        }
        if (ROLES.contains(mailbox(address).replaceFirst("@.*", ""))) {
            traits.add(ROLE);
        }
        return traits;
    }

    /** The address without what its owner put behind a plus sign: many spellings, one mailbox to flood. */
    public static String mailbox(EmailAddress address) {
        return address.value().replaceFirst("(?<=.)\\+[^@]*@", "@");
    }

    private static boolean isDisposable(String domain) {
        for (String part = domain; part.contains("."); part = part.substring(part.indexOf('.') + 1)) {
            if (DISPOSABLE_DOMAINS.contains(part)) {
                return true;
            }
        }
        return false;
    }

    private static Set<String> read(String file) {
        try (InputStream in = AddressTrait.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException(file + " is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
