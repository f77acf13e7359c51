package net.gatepost.candidate;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import net.gatepost.account.Accounts;
import net.gatepost.candidate.CandidatePage.Audience;
import net.gatepost.employer.EmployerView;
import net.gatepost.employer.Employers;
import net.gatepost.notification.Notice;
import net.gatepost.notification.NoticeKind;
import net.gatepost.notification.Notifications;
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
    private final ProfileRepository profiles;
    private final Findable findable;
    private final LookQuota quota;
    private final Notifications notifications;
    private final Employers employers;
    private final Accounts accounts;
    private final Clock clock;

    Looks(
            Candidates candidates,
            CandidatePages pages,
            GrantRepository grants,
            LookRepository looks,
            ProfileRepository profiles,
            Findable findable,
            LookQuota quota,
            Notifications notifications,
            Employers employers,
            Accounts accounts,
            Clock clock) {
        this.candidates = candidates;
        this.pages = pages;
        this.grants = grants;
        this.looks = looks;
        this.profiles = profiles;
        this.findable = findable;
        this.quota = quota;
        this.notifications = notifications;
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
        var employer = ensureGranted(recruiter, employerId, memberId);
        var owner = accounts.contacts(List.of(memberId)).get(memberId);
        if (owner == null) {
            throw new NotFound();
        }
        note(recruiter, employer, memberId, Look.Seen.PROFILE);
        return pages.page(candidates.profileOf(memberId), owner.name(), Audience.OPEN);
    }

    /** The same for the résumé: whoever serves it calls this first, in the transaction that reads it. */
    @Transactional
    public void grantedResume(Viewer recruiter, UUID employerId, UUID memberId) {
        var employer = ensureGranted(recruiter, employerId, memberId);
        note(recruiter, employer, memberId, Look.Seen.RESUME);
    }

    /**
     * The profile of a member who lets themself be found, as much of it as this employer may see. The look commits in the
     * ledger before anything is shown.
     *
     * @throws NotFound unless the recruiter acts for the employer, it is verified, and it may find the member now
     * @throws net.gatepost.web.TooManyRequests when as many were opened today as may be
     */
    @Transactional
    public Findable.InFull found(Viewer recruiter, UUID employerId, UUID handle) {
        var finder = findable.finder(recruiter, employerId);
        var card = findable.inFull(finder, handle).orElseThrow(NotFound::new);
        quota.take(recruiter.id(), employerId);
        var member = profiles.findByHandle(handle).orElseThrow(NotFound::new).accountId();
        note(recruiter, finder.employer(), member, card.named() ? Look.Seen.PROFILE : Look.Seen.MASKED);
        tell(finder.employer(), member);
        return card;
    }

    private EmployerView ensureGranted(Viewer recruiter, UUID employerId, UUID memberId) {
        var employer = requireVerified(recruiter, employerId);
        if (grants.membersWhoLetIn(employerId, List.of(memberId)).isEmpty()) {
            throw new NotFound();
        }
        return employer;
    }

    private EmployerView requireVerified(Viewer recruiter, UUID employerId) {
        var employer = employers.requireActingFor(recruiter, employerId);
        if (!employer.isVerified()) {
            throw new NotFound();
        }
        return employer;
    }

    private void note(Viewer recruiter, EmployerView employer, UUID memberId, Look.Seen seen) {
        looks.save(new Look(memberId, recruiter, employer.id(), seen, clock.instant()));
    }

    /** Once a day for each employer; who it was stands in the ledger. An application tells of its looks by its stage. */
    private void tell(EmployerView employer, UUID memberId) {
        notifications.tell(
                memberId,
                new Notice(
                        NoticeKind.LOOK,
                        "candidate.notice.look",
                        List.of(employer.name()),
                        "/me/views",
                        "look/" + employer.id() + '/' + LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)));
    }
}
