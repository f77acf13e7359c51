package net.gatepost.job.api;

import java.util.Set;
import java.util.UUID;
import net.gatepost.web.Role;
import net.gatepost.web.Viewer;
import org.springframework.security.core.AuthenticatedPrincipal;

/**
 * The program that asks, by the token it has shown.
 *
 * @param employerId whose listings it may see and no other's
 * @param accountId who made the token, in whose name it acts
 */
record ApiCaller(UUID tokenId, UUID employerId, UUID accountId, Set<Scope> scopes) implements AuthenticatedPrincipal {

    ApiCaller {
        scopes = Set.copyOf(scopes);
    }

    @Override
    public String getName() {
        return tokenId.toString();
    }

    /** Whoever made the token, as services know people. */
    Viewer viewer() {
        return new Viewer(accountId, "", Set.of(Role.RECRUITER, Role.VERIFIED_RECRUITER));
    }
}
