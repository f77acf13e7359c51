package net.gatepost.web;

import java.util.Set;
import java.util.UUID;
import org.springframework.security.core.AuthenticatedPrincipal;

/**
 * The signed-in person of one request. Handlers take it as an argument: a plain {@code Viewer} where the route demands
 * signing in, {@code @Nullable Viewer} where it does not.
 *
 * <p>Not a {@link java.security.Principal}: Spring MVC would then hand handlers the whole authentication in its place.
 *
 * @param id the account's id
 * @param name as the person wrote it when joining
 * @param roles read afresh with this request
 */
public record Viewer(UUID id, String name, Set<Role> roles) implements AuthenticatedPrincipal {

    /** The request attribute that pages, error pages among them, know the viewer by; absent when nobody is signed in. */
    public static final String ATTRIBUTE = "viewer";

    public Viewer {
        roles = Set.copyOf(roles);
    }

    /** The account's id, so that a log line or an audit entry built from the principal names nobody. */
    @Override
    public String getName() {
        return id.toString();
    }

    public boolean has(Role role) {
        return roles.contains(role);
    }

    public boolean isRecruiter() {
        return has(Role.RECRUITER);
    }

    public boolean isAdministrator() {
        return has(Role.ADMINISTRATOR);
    }

    /** Without the person's name: a viewer may end up in a log line. */
    @Override
    public String toString() {
        return "Viewer[" + id + ", " + roles + "]";
    }
}
