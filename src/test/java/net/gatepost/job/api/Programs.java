package net.gatepost.job.api;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import net.gatepost.account.People.Person;
import net.gatepost.web.Role;
import net.gatepost.web.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Makes tokens for tests. */
final class Programs {

    private final ApiTokens tokens;

    Programs(ApiTokens tokens) {
        this.tokens = tokens;
    }

    /** A token as a request shows it. */
    record Program(String secret) implements RequestPostProcessor {

        @Override
        public org.springframework.mock.web.MockHttpServletRequest postProcessRequest(
                org.springframework.mock.web.MockHttpServletRequest request) {
            request.addHeader("Authorization", "Bearer " + secret);
            return request;
        }
    }

    Program of(Person maker, UUID employer) {
        return of(maker, employer, null, Scope.READ, Scope.WRITE);
    }

    Program of(Person maker, UUID employer, @Nullable Instant endsAt, Scope... scopes) {
        var viewer = new Viewer(maker.id(), "Robin Test", Set.of(Role.RECRUITER));
        return new Program(
                tokens.make(viewer, employer, UUID.randomUUID(), new NewToken("Sync", Set.of(scopes), endsAt))
                        .value());
    }
}
