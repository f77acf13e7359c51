package net.gatepost.candidate;

import java.time.Clock;
import java.util.Collection;
import java.util.Set;
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

    /**
     * Those of these members whom the employer may see by name: they applied there, or told who they are, and have neither
     * taken that back nor blocked the employer since.
     */
    @Transactional(readOnly = true)
    public Set<UUID> letIn(UUID employerId, Collection<UUID> members) {
        return members.isEmpty() ? Set.of() : grants.membersWhoLetIn(employerId, members);
    }

    /** An application lets its employer in; with the application's own transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void applied(UUID memberId, UUID employerId, UUID applicationId) {
        if (!grants.existsBySourceAndSourceId(Source.APPLICATION, applicationId)) {
            grants.save(new Grant(memberId, employerId, Source.APPLICATION, applicationId, clock.instant()));
        }
    }

    /** The member says who they are to one employer. */
    @Transactional(propagation = Propagation.MANDATORY)
    void revealed(UUID memberId, UUID employerId, UUID requestId) {
        if (!grants.existsBySourceAndSourceId(Source.REVEALED, requestId)) {
            grants.save(new Grant(memberId, employerId, Source.REVEALED, requestId, clock.instant()));
        }
    }

    /** And takes it back; applications to the same employer still let it in. */
    @Transactional(propagation = Propagation.MANDATORY)
    void takenBack(UUID requestId) {
        grants.deleteBySource(Source.REVEALED, requestId);
    }

    /** A withdrawn application lets nobody in any more; other applications to the same employer still do. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void withdrawn(UUID applicationId) {
        grants.deleteBySource(Source.APPLICATION, applicationId);
    }
}
