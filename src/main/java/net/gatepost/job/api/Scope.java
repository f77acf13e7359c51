package net.gatepost.job.api;

import java.util.Arrays;
import java.util.Optional;

/** What a token is good for. */
enum Scope {
    READ("listings:read"),
    WRITE("listings:write");

    private final String authority;

    Scope(String authority) {
        this.authority = authority;
    }

    /** By this name the security chain, the documentation and forms know it. */
    String authority() {
        return authority;
    }

    /** The key of its name in the messages. */
    String messageKey() {
        return "token.scope." + name();
    }

    static Optional<Scope> of(String authority) {
        return Arrays.stream(values())
                .filter(scope -> scope.authority.equals(authority))
                .findFirst();
    }
}
