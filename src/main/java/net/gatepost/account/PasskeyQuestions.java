package net.gatepost.account;

import jakarta.servlet.http.HttpServletRequest;
import java.io.Serial;
import java.io.Serializable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.stereotype.Component;

/** What each session was asked last: the one question that an authenticator's answer is good for, once and not for long. */
@Component
class PasskeyQuestions {

    /** As long as browsers wait for their user. */
    private static final Duration ANSWERED_WITHIN = Duration.ofMinutes(5);

    private static final String ASKED = PasskeyQuestions.class.getName();

    private final Clock clock;

    PasskeyQuestions(Clock clock) {
        this.clock = clock;
    }

    private record Asked(byte[] challenge, boolean forNew, Instant at) implements Serializable {
        @Serial
        private static final long serialVersionUID = 1L;
    }

    /** @param forNew whether a passkey is to be made, and not shown */
    void ask(Bytes challenge, boolean forNew, HttpServletRequest request) {
        request.getSession().setAttribute(ASKED, new Asked(challenge.getBytes(), forNew, clock.instant()));
    }

    /** What was asked last, which nobody can answer a second time. */
    Optional<Bytes> asked(boolean forNew, HttpServletRequest request) {
        var session = request.getSession(false);
        if (session == null || !(session.getAttribute(ASKED) instanceof Asked asked)) {
            return Optional.empty();
        }
        session.removeAttribute(ASKED);
        return asked.forNew() == forNew && clock.instant().isBefore(asked.at().plus(ANSWERED_WITHIN))
                ? Optional.of(new Bytes(asked.challenge()))
                : Optional.empty();
    }
}
