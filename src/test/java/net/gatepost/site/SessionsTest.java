package net.gatepost.site;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import net.gatepost.ModuleTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;

@ModuleTest
class SessionsTest {

    @Autowired
    SessionRepository<? extends Session> sessions;

    @Test
    void twoRequestsAtOnceMayBothBeginTheSameAttribute() {
        assertThat(begunTwice(sessions)).isIn("first", "second");
    }

    private static <S extends Session> String begunTwice(SessionRepository<S> sessions) {
        S session = sessions.createSession();
        sessions.save(session);
        S first = found(sessions, session.getId());
        S second = found(sessions, session.getId());
        first.setAttribute("notice", "first");
        second.setAttribute("notice", "second");
        sessions.save(first);
        sessions.save(second);
        return found(sessions, session.getId()).getRequiredAttribute("notice");
    }

    private static <S extends Session> S found(SessionRepository<S> sessions, String id) {
        return requireNonNull(sessions.findById(id));
    }
}
