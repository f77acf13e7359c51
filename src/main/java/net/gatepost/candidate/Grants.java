package net.gatepost.candidate;

import java.time.Clock;
import java.util.UUID;
import net.gatepost.candidate.Grant.Source;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Which employers a member has let in. */
@Service
public class Grants {

    private final GrantRepository grants;
    private final Clock clock;

    Grants(GrantRepository grants, Clock clock) {
        this.grants = grants;
        this.clock = clock;
    }

    /** An application lets its employer in; with the application's own transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void applied(UUID memberId, UUID employerId, UUID applicationId) {
        if (!grants.existsBySourceAndSourceId(Source.APPLICATION, applicationId)) {
            grants.save(new Grant(memberId, employerId, Source.APPLICATION, applicationId, clock.instant()));
        }
    }

    /** A withdrawn application lets nobody in any more; other applications to the same employer still do. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void withdrawn(UUID applicationId) {
        grants.deleteBySource(Source.APPLICATION, applicationId);
    }
}
