package net.gatepost.job.api;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A token that somebody wants.
 *
 * @param endsAt the first instant at which it is good for nothing; null for as long as nobody revokes it
 */
record NewToken(String name, Set<Scope> scopes, @Nullable Instant endsAt) {

    NewToken {
        scopes = Set.copyOf(scopes);
    }
}
