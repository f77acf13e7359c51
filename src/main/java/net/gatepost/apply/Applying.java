package net.gatepost.apply;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import net.gatepost.apply.NotAccepted.Reason;
import net.gatepost.candidate.Blocks;
import net.gatepost.candidate.Grants;
import net.gatepost.candidate.resume.Resumes;
import net.gatepost.employer.Employers;
import net.gatepost.job.ApplyBy;
import net.gatepost.job.ListingView;
import net.gatepost.job.Listings;
import net.gatepost.web.NotFound;
import net.gatepost.web.Viewer;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes applications: one of a member for a listing, however often and at once it is sent. */
@Service
public class Applying {

    private static final int TRIES = 4;

    private final ApplicationRepository applications;
    private final StepRepository steps;
    private final Listings listings;
    private final Employers employers;
    private final Blocks blocks;
    private final Grants grants;
    private final Resumes resumes;
    private final ApplicationNotices notices;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Applying(
            ApplicationRepository applications,
            StepRepository steps,
            Listings listings,
            Employers employers,
            Blocks blocks,
            Grants grants,
            Resumes resumes,
            ApplicationNotices notices,
            TransactionTemplate transaction,
            Clock clock) {
        this.applications = applications;
        this.steps = steps;
        this.listings = listings;
        this.employers = employers;
        this.blocks = blocks;
        this.grants = grants;
        this.resumes = resumes;
        this.notices = notices;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** The viewer's application for a listing, if there is one. */
    @Transactional(readOnly = true)
    public Optional<UUID> made(Viewer viewer, UUID listingId) {
        return applications.findIdOf(viewer.id(), listingId);
    }

    /** What a member should know before they apply there. */
    public record Hindrances(boolean ownEmployer, boolean blocked) {}

    @Transactional(readOnly = true)
    public Hindrances hindrances(Viewer viewer, UUID employerId) {
        return new Hindrances(recruitsFor(viewer, employerId), blocks.isBlocked(viewer.id(), employerId));
    }

    /**
     * Applies, and answers with the application: the one that there is already, if this is not the first time. The employer
     * may see the member's profile from now on, and its recruiters are told.
     *
     * @throws NotFound if there is no such listing
     * @throws NotAccepted if it can't be made as it is
     */
    public UUID apply(Viewer viewer, UUID listingId, ApplicationDraft draft) {
        for (int attempt = 1; ; attempt++) {
            try {
                return requireNonNull(transaction.execute(status -> submit(viewer, listingId, draft)));
            } catch (DataIntegrityViolationException | ConcurrencyFailureException lost) {
                // Somebody with the same account was faster: the next look finds what they made.
                if (attempt == TRIES) {
                    throw lost;
                }
            }
        }
    }

    private UUID submit(Viewer viewer, UUID listingId, ApplicationDraft draft) {
        var before = applications.findIdOf(viewer.id(), listingId);
        if (before.isPresent()) {
            return before.get();
        }
        var listing = listings.published(listingId).orElseThrow(NotFound::new);
        check(viewer, listing, draft);
        var now = clock.instant();
        var application =
                applications.saveAndFlush(new Application(viewer.id(), listingId, listing.employerId(), draft, now));
        var step = steps.save(new Step(application.id(), Stage.SUBMITTED, Side.MEMBER, viewer.id(), null, false, now));
        grants.applied(viewer.id(), listing.employerId(), application.id());
        notices.tellRecruiters(application, step);
        return application.id();
    }

    private void check(Viewer viewer, ListingView listing, ApplicationDraft draft) {
        if (!listing.isLive() || !employers.isVerified(listing.employerId())) {
            throw new NotAccepted(Reason.OVER);
        }
        if (listing.content().applyBy() != ApplyBy.GATEPOST) {
            throw new NotAccepted(Reason.ELSEWHERE);
        }
        if (recruitsFor(viewer, listing.employerId())) {
            throw new NotAccepted(Reason.OWN_EMPLOYER);
        }
        if (!listing.content().questions().equals(draft.questions())) {
            throw new NotAccepted(Reason.QUESTIONS_CHANGED);
        }
        if (!draft.despiteBlock() && blocks.isBlocked(viewer.id(), listing.employerId())) {
            throw new NotAccepted(Reason.BLOCKED);
        }
        if (draft.resume() && !resumes.isOnFile(viewer.id())) {
            throw new NotAccepted(Reason.NO_RESUME);
        }
    }

    private boolean recruitsFor(Viewer viewer, UUID employerId) {
        return employers.actingFor(viewer).stream()
                .anyMatch(employer -> employer.id().equals(employerId));
    }
}
