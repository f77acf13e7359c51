package net.gatepost.apply;

import java.time.Clock;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.gatepost.audit.Audit;
import net.gatepost.candidate.CandidatePage;
import net.gatepost.candidate.Grants;
import net.gatepost.candidate.Looks;
import net.gatepost.candidate.resume.ResumeDownload;
import net.gatepost.candidate.resume.Resumes;
import net.gatepost.employer.Employers;
import net.gatepost.job.ListingState;
import net.gatepost.job.ListingView;
import net.gatepost.job.Listings;
import net.gatepost.web.NotFound;
import net.gatepost.web.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The applications to a listing, for those who recruit for its employer while that is verified. What is withdrawn is not
 * among them.
 */
@Service
@Transactional
public class Applicants {

    public static final int PAGE_SIZE = 25;
    public static final int MOST_EXPORTED = 10_000;

    private final ApplicationRepository applications;
    private final StepRepository steps;
    private final Listings listings;
    private final Employers employers;
    private final Grants grants;
    private final Looks looks;
    private final Resumes resumes;
    private final ApplicationNotices notices;
    private final Audit audit;
    private final Clock clock;

    Applicants(
            ApplicationRepository applications,
            StepRepository steps,
            Listings listings,
            Employers employers,
            Grants grants,
            Looks looks,
            Resumes resumes,
            ApplicationNotices notices,
            Audit audit,
            Clock clock) {
        this.audit = audit;
        this.applications = applications;
        this.steps = steps;
        this.listings = listings;
        this.employers = employers;
        this.grants = grants;
        this.looks = looks;
        this.resumes = resumes;
        this.notices = notices;
        this.clock = clock;
    }

    /**
     * One application as a recruiter sees it.
     *
     * @param profile as it stands now; null once its owner has been erased
     * @param resume whether the one that was sent can be read
     */
    public record Applicant(
            ApplicationView application,
            ListingView listing,
            @Nullable CandidatePage profile,
            boolean resume) {

        @Override
        public String toString() {
            return "Applicant[withheld]";
        }
    }

    /** @throws NotFound unless the viewer recruits for its employer, that is verified, and it is or was published */
    @Transactional(readOnly = true)
    public ListingView listing(Viewer viewer, UUID listingId) {
        var listing = listings.hiring(viewer, listingId);
        if (listing.state() == ListingState.DRAFT || !employers.isVerified(listing.employerId())) {
            throw new NotFound();
        }
        return listing;
    }

    /**
     * Those in these stages, the newest first.
     *
     * @param page counts from 1
     * @throws NotFound as {@link #listing} does
     */
    @Transactional(readOnly = true)
    public Page<ApplicationRow> page(Viewer viewer, UUID listingId, Collection<Stage> stages, int page) {
        listing(viewer, listingId);
        return applications.pageOfListing(
                listingId,
                stages.stream().filter(stage -> stage != Stage.WITHDRAWN).toList(),
                PageRequest.of(page - 1, PAGE_SIZE));
    }

    /** All that have not withdrawn, the newest first, up to {@link #MOST_EXPORTED}; the audit trail says who took them. */
    public List<ApplicationRow> export(Viewer viewer, UUID listingId) {
        listing(viewer, listingId);
        audit.record(viewer.id(), "applicants.exported", "listing", listingId, "");
        return applications.allOfListing(listingId, Limit.of(MOST_EXPORTED));
    }

    /** @throws NotFound as {@link #look} does, and once its owner has been erased; it is no look */
    @Transactional(readOnly = true)
    ListingView require(Viewer viewer, UUID listingId, UUID id) {
        var listing = listing(viewer, listingId);
        boolean shown = applications
                .findByIdAndListingId(id, listingId)
                .filter(each -> each.accountId() != null && each.stage() != Stage.WITHDRAWN)
                .filter(each -> isShown(each.accountId(), listing.employerId()))
                .isPresent();
        if (!shown) {
            throw new NotFound();
        }
        return listing;
    }

    /** As {@link #require}; until the end of the transaction it is not withdrawn and nobody erased meanwhile. */
    void requireLocked(Viewer viewer, UUID listingId, UUID id) {
        if (locked(listing(viewer, listingId), id).accountId() == null) {
            throw new NotFound();
        }
    }

    /** How many are in each stage, those withdrawn among them; 0 for those where there is none. */
    @Transactional(readOnly = true)
    public Map<Stage, Long> counts(Viewer viewer, UUID listingId) {
        listing(viewer, listingId);
        return byStage(applications.stagesOfListing(listingId));
    }

    /**
     * Opens an application. The look stands in its owner's ledger, and the first one is told them: all with what is shown,
     * or not at all.
     *
     * @throws NotFound as {@link #listing} does, and if it is withdrawn, another listing's, or its owner has blocked the employer
     */
    public Applicant look(Viewer viewer, UUID listingId, UUID id) {
        var listing = listing(viewer, listingId);
        var application = locked(listing, id);
        var member = application.accountId();
        if (member == null) {
            return new Applicant(view(application), listing, null, false);
        }
        var profile = looks.granted(viewer, listing.employerId(), member);
        viewed(application, viewer);
        applications.flush(); // the page is to carry the version that stands after it
        return new Applicant(view(application), listing, profile, application.resumeSent() && resumes.isOnFile(member));
    }

    /**
     * The résumé that was sent with an application, as it is on file now. It is a look like {@link #look}.
     *
     * @throws NotFound as {@link #look} does, and if none was sent or it is not on file any more
     */
    public ResumeDownload resume(Viewer viewer, UUID listingId, UUID id) {
        var listing = listing(viewer, listingId);
        var application = locked(listing, id);
        var member = application.accountId();
        if (member == null || !application.resumeSent()) {
            throw new NotFound();
        }
        var resume = resumes.grantedTo(viewer, listing.employerId(), member);
        viewed(application, viewer);
        return resume;
    }

    /**
     * Moves an application on.
     *
     * @param version that the recruiter has looked at
     * @param words for the member, with a refusal
     * @throws NotFound as {@link #look} does
     * @throws StaleApplication if it has moved since, or can't move there
     */
    public void move(Viewer viewer, UUID listingId, UUID id, long version, Stage next, @Nullable String words) {
        var application = locked(listing(viewer, listingId), id);
        if (application.stage() == next) {
            return; // the same post again, or two who agree
        }
        requireVersion(application, version);
        step(application, application.move(next, Side.EMPLOYER, viewer.id(), words, clock.instant()));
    }

    /**
     * Takes a hire or a refusal back that was a slip, within {@link Application#TAKEN_BACK_WITHIN}.
     *
     * @throws NotFound as {@link #look} does
     * @throws StaleApplication if it has moved since, or it is too late
     */
    public void takeBack(Viewer viewer, UUID listingId, UUID id, long version) {
        var application = locked(listing(viewer, listingId), id);
        requireVersion(application, version);
        step(application, application.takeBack(viewer.id(), clock.instant()));
    }

    static Map<Stage, Long> byStage(List<ApplicationRepository.InStage> counted) {
        var counts = new EnumMap<Stage, Long>(
                List.of(Stage.values()).stream().collect(Collectors.toMap(Function.identity(), stage -> 0L)));
        counted.forEach(each -> counts.put(each.stage(), each.applications()));
        return counts;
    }

    private Application locked(ListingView listing, UUID id) {
        return applications
                .lockById(id)
                .filter(each -> each.listingId().equals(listing.id()) && each.stage() != Stage.WITHDRAWN)
                .filter(each -> isShown(each.accountId(), listing.employerId()))
                .orElseThrow(NotFound::new);
    }

    /** Whose account is gone has left nothing that tells who it was. */
    private boolean isShown(@Nullable UUID member, UUID employerId) {
        return member == null || grants.letIn(employerId, List.of(member)).contains(member);
    }

    private static void requireVersion(Application application, long version) {
        if (application.version() != version) {
            throw new StaleApplication();
        }
    }

    private void viewed(Application application, Viewer viewer) {
        if (application.stage() == Stage.SUBMITTED) {
            step(application, application.move(Stage.VIEWED, Side.EMPLOYER, viewer.id(), null, clock.instant()));
        }
    }

    private void step(Application application, Step step) {
        steps.save(step);
        notices.tellMember(application, step);
    }

    private ApplicationView view(Application application) {
        return application.view(steps.findByApplicationIdOrderById(application.id()), clock.instant());
    }
}
