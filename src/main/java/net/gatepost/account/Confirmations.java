package net.gatepost.account;

import jakarta.servlet.http.HttpServletRequest;
import java.io.Serial;
import java.io.Serializable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import net.gatepost.web.Viewer;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Remembers in the session when its owner last proved who they are. By which means is the caller's business. */
@Component
public class Confirmations {

    private static final String ATTRIBUTE = Confirmations.class.getName();

    private final Clock clock;
    private final Duration goodFor;

    /** @param goodFor long enough to read what is about to happen, short enough for a screen that is left alone */
    Confirmations(Clock clock, @Value("${gatepost.confirmation.good-for}") Duration goodFor) {
        this.clock = clock;
        this.goodFor = goodFor;
    }

    private record Given(UUID accountId, Instant at) implements Serializable {
        @Serial
        private static final long serialVersionUID = 1L;
    }

    /**
     * Notes that the viewer has just proved who they are, and gives the session another id: whoever knows the former one
     * gains nothing.
     */
    public void give(Viewer viewer, HttpServletRequest request) {
        if (request.getSession(false) != null) {
            request.changeSessionId();
        }
        request.getSession().setAttribute(ATTRIBUTE, new Given(viewer.id(), clock.instant()));
    }

    /** Empty unless this viewer has confirmed in this session lately. */
    public Optional<Confirmed> of(Viewer viewer, HttpServletRequest request) {
        var session = request.getSession(false);
        if (session != null
                && session.getAttribute(ATTRIBUTE) instanceof Given given
                && given.accountId().equals(viewer.id())
                && isGood(given.at())) {
            return Optional.of(new Confirmed(viewer));
        }
        return Optional.empty();
    }

    /** What was given while the clock ran ahead would else be good for as long again. */
    private boolean isGood(Instant given) {
        var now = clock.instant();
        return now.isBefore(given.plus(goodFor)) && now.isAfter(given.minus(goodFor));
    }
}
