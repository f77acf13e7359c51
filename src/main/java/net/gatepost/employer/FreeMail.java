package net.gatepost.employer;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Domains at which anybody can have a mailbox: no employer's own. The list is kept by others; see its first lines. */
public final class FreeMail {

    private static final Set<String> DOMAINS = read();

    private FreeMail() {}

    /** Whether the domain, or one above it, is such a domain. */
    public static boolean isAt(Domain domain) {
        String name = domain.value();
        while (name.indexOf('.') > 0) {
            if (DOMAINS.contains(name)) {
                return true;
            }
            name = name.substring(name.indexOf('.') + 1);
        }
        return false;
    }

    private static Set<String> read() {
        var file = Objects.requireNonNull(FreeMail.class.getResourceAsStream("/employer/free-mail-domains.txt"));
        try (var lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
