package net.gatepost.candidate;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import net.gatepost.account.Accounts;
import net.gatepost.candidate.CandidatePage.Audience;
import net.gatepost.employer.Employers;
import net.gatepost.web.NotFound;
import net.gatepost.web.Viewer;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The only way for anybody but its owner to see a profile: who may is decided here, and each look is in the owner's ledger. */
@Service
public class Looks {

    private final Candidates candidates;
    private final CandidatePages pages;
    private final GrantRepository grants;
    private final LookRepository looks;
    private final Employers employers;
    private final Accounts accounts;
    private final Clock clock;

    Looks(
            Candidates candidates,
            CandidatePages pages,
            GrantRepository grants,
            LookRepository looks,
            Employers employers,
            Accounts accounts,
            Clock clock) {
        this.candidates = candidates;
        this.pages = pages;
        this.grants = grants;
        this.looks = looks;
        this.employers = employers;
        this.accounts = accounts;
        this.clock = clock;
    }

    /**
     * The profile of a member who let this employer in, with name and contact. The look commits in the ledger before
     * anything is shown.
     *
     * @throws NotFound unless the recruiter acts for the employer, it is verified, and the member has let it in
     */
    @Transactional
    public CandidatePage granted(Viewer recruiter, UUID employerId, UUID memberId) {
        ensureGranted(recruiter, employerId, memberId);
        var owner = accounts.contacts(List.of(memberId)).get(memberId);
        if (owner == null) {
            throw new NotFound();
        }
        looks.save(new Look(memberId, recruiter.id(), employerId, Look.Seen.PROFILE, clock.instant()));
        return pages.page(candidates.profileOf(memberId), owner.name(), Audience.OPEN);
    }

    /** The same for the résumé: whoever serves it calls this first, in the transaction that reads it. */
    @Transactional
    public void grantedResume(Viewer recruiter, UUID employerId, UUID memberId) {
        ensureGranted(recruiter, employerId, memberId);
        looks.save(new Look(memberId, recruiter.id(), employerId, Look.Seen.RESUME, clock.instant()));
    }

    private void ensureGranted(Viewer recruiter, UUID employerId, UUID memberId) {
        if (!employers.requireActingFor(recruiter, employerId).isVerified()
                || !grants.existsByAccountIdAndEmployerId(memberId, employerId)) {
            throw new NotFound();
        }
    }
}
