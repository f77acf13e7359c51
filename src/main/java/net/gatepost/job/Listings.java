package net.gatepost.job;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import net.gatepost.audit.Audit;
import net.gatepost.clearance.ClearanceCatalogue;
import net.gatepost.employer.EmployerView;
import net.gatepost.employer.Employers;
import net.gatepost.web.NotFound;
import net.gatepost.web.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The listings: what everybody may read, and what a recruiter does with those of an employer they act for. */
@Service
@Transactional
public class Listings {

    private static final String SUBJECT = "listing";

    /** H2 holds each row that it finds against the whole list again. */
    private static final int ASKED_AT_ONCE = 200;

    private final ListingRepository listings;
    private final BulkListings bulk;
    private final Employers employers;
    private final Audit audit;
    private final PublicationRules rules;
    private final ApplicationEventPublisher news;
    private final Clock clock;

    Listings(
            ListingRepository listings,
            BulkListings bulk,
            Employers employers,
            Audit audit,
            ClearanceCatalogue catalogue,
            ApplicationEventPublisher news,
            Clock clock) {
        this.listings = listings;
        this.bulk = bulk;
        this.employers = employers;
        this.audit = audit;
        this.rules = new PublicationRules(catalogue);
        this.news = news;
        this.clock = clock;
    }

    /**
     * A listing that is or was published: a draft is nobody's but its employer's. Ask whether it is live; what one that is
     * withheld says is not for the public either.
     */
    @Transactional(readOnly = true)
    public Optional<ListingView> published(UUID id) {
        return listings.findById(id)
                .map(listing -> listing.view(clock.instant()))
                .filter(listing -> listing.state() != ListingState.DRAFT);
    }

    /** Those of these that are or were published, in no order; as {@link #published} has each. */
    @Transactional(readOnly = true)
    public List<ListingView> publishedAmong(Collection<UUID> ids) {
        var now = clock.instant();
        return listings.findAllById(ids).stream()
                .map(listing -> listing.view(now))
                .filter(listing -> listing.state() != ListingState.DRAFT)
                .toList();
    }

    /** Those of these that the public may see now: the search index follows with a delay, this does not. */
    @Transactional(readOnly = true)
    public Set<UUID> liveAmong(Collection<UUID> ids) {
        var now = clock.instant();
        var all = List.copyOf(ids);
        Set<UUID> live = new HashSet<>();
        for (int at = 0; at < all.size(); at += ASKED_AT_ONCE) {
            live.addAll(listings.liveAmong(all.subList(at, Math.min(at + ASKED_AT_ONCE, all.size())), now));
        }
        return live;
    }

    /** Those of these that are closed or past their last day. */
    @Transactional(readOnly = true)
    public Set<UUID> endedAmong(Collection<UUID> ids) {
        return ids.isEmpty() ? Set.of() : listings.endedAmong(ids, clock.instant());
    }

    /**
     * What the public may see now, in a fixed order and in parts.
     *
     * @param part from 0
     */
    @Transactional(readOnly = true)
    public List<LiveListing> live(int part, int size) {
        return listings.live(clock.instant(), PageRequest.of(part, size));
    }

    /** When something that is live now last changed; empty where nothing is. */
    @Transactional(readOnly = true)
    public Optional<Instant> liveChangedAt() {
        return listings.liveChangedAt(clock.instant());
    }

    /** How many the public can see now. */
    @Transactional(readOnly = true)
    public long countLive() {
        return listings.countLive(clock.instant());
    }

    /** @throws NotFound when there is none such, or this person does not recruit for its employer */
    @Transactional(readOnly = true)
    public ListingView hiring(Viewer viewer, UUID id) {
        return require(viewer, id).view(clock.instant());
    }

    /** What this person has already made with the form of that name. */
    @Transactional(readOnly = true)
    public Optional<ListingView> madeWith(Viewer viewer, UUID submissionId) {
        return listings.findByCreatedByAndSubmissionId(viewer.id(), submissionId)
                .map(listing -> listing.view(clock.instant()));
    }

    /**
     * Makes a draft.
     *
     * @param submissionId names the form, so that sending it twice makes one listing
     * @throws AlreadyMade when that form has made one; nothing is stored
     */
    public UUID draft(Viewer viewer, UUID employerId, UUID submissionId, ListingDraft draft) {
        return draft(viewer, employerId, submissionId, null, draft);
    }

    /**
     * Makes a draft that its employer knows by a number.
     *
     * @throws AlreadyMade also when another listing of the employer has that number
     */
    public UUID draft(
            Viewer viewer, UUID employerId, UUID submissionId, @Nullable String reference, ListingDraft draft) {
        var employer = employers.requireActingFor(viewer, employerId);
        var listing = new Listing(employer.id(), submissionId, reference, draft, viewer.id(), clock.instant());
        insert(listing, viewer);
        return listing.id();
    }

    /**
     * What was posted.
     *
     * @param live false where its employer is not verified: then it is a draft
     */
    public record Posted(UUID id, boolean live) {}

    /**
     * Makes a listing that its employer knows by a number, and publishes it if it may: the same as {@link #draft} and {@link
     * #publish} with half the statements, for those who bring in many.
     *
     * @throws AlreadyMade as {@link #draft}; nothing is stored
     * @throws NotPublishable as {@link #publish}; nothing is stored
     */
    public Posted post(Viewer viewer, UUID employerId, UUID submissionId, String reference, ListingDraft draft) {
        var employer = employers.requirePublishingFor(viewer, employerId);
        var now = clock.instant();
        var listing = new Listing(employerId, submissionId, reference, draft, viewer.id(), now);
        if (employer.isVerified()) {
            goLive(listing, employer, viewer, now);
        }
        insert(listing, viewer);
        if (employer.isVerified()) {
            tellPublished(listing, viewer);
        }
        return new Posted(listing.id(), employer.isVerified());
    }

    private void insert(Listing listing, Viewer viewer) {
        try {
            listings.saveAndFlush(listing);
        } catch (DataIntegrityViolationException repeated) {
            throw new AlreadyMade();
        }
        audit.record(viewer.id(), "listing.drafted", SUBJECT, listing.id(), "");
    }

    /**
     * Says something else about a job. A draft may be incomplete; a published listing stays published and is confirmed by it.
     *
     * @param version as the form was filled from
     * @throws StaleListing when it has changed since, except to the very same
     * @throws NotPublishable when a published listing would say too little
     * @throws IllegalListingState when it is closed
     */
    public void revise(Viewer viewer, UUID id, long version, ListingDraft draft) {
        var listing = find(id);
        var employer = employers.requirePublishingFor(viewer, listing.employerId());
        if (listing.version() != version) {
            if (listing.content().equals(draft)) {
                return; // the same form, sent twice
            }
            throw new StaleListing();
        }
        var now = clock.instant();
        if (listing.status() == ListingStatus.LIVE) {
            requirePublishable(employer, draft, now);
        }
        listing.revise(draft, viewer.id(), now);
        flush();
        audit.record(viewer.id(), "listing.revised", SUBJECT, id, "");
    }

    /**
     * Shows a draft to the public as it stands. Does nothing to one that is published already.
     *
     * @param version that the recruiter has looked at
     * @throws StaleListing when it has changed since
     * @throws EmployerNotVerified when its employer is not verified
     * @throws NotPublishable when something is missing or wrong
     * @throws IllegalListingState when it is closed
     */
    public void publish(Viewer viewer, UUID id, long version) {
        var listing = find(id);
        var employer = employers.requirePublishingFor(viewer, listing.employerId());
        if (listing.status() == ListingStatus.LIVE) {
            return;
        }
        if (listing.version() != version) {
            throw new StaleListing();
        }
        goLive(listing, employer, viewer, clock.instant());
        flush();
        tellPublished(listing, viewer);
    }

    private void goLive(Listing listing, EmployerView employer, Viewer viewer, Instant now) {
        requireVerified(employer);
        requirePublishable(employer, listing.content(), now);
        requireNotTakenDown(listing);
        firstOfSameWords(listing)
                .ifPresentOrElse(
                        first -> listing.publishAgain(first, viewer.id(), now),
                        () -> listing.publish(viewer.id(), now));
    }

    private void tellPublished(Listing listing, Viewer viewer) {
        audit.record(viewer.id(), "listing.published", SUBJECT, listing.id(), "");
        news.publishEvent(new ListingPublished(listing.id()));
    }

    private Optional<Listing> firstOfSameWords(Listing listing) {
        String hash = listing.wordsHash();
        return hash == null
                ? Optional.empty()
                : listings.saying(listing.employerId(), hash, Limit.of(1)).stream()
                        .findFirst();
    }

    /** What was taken down does not come back as another listing. */
    private void requireNotTakenDown(Listing listing) {
        String hash = listing.wordsHash();
        if (hash != null && listings.existsByEmployerIdAndWordsHashAndTakenDownIsNotNull(listing.employerId(), hash)) {
            throw new NotPublishable(
                    List.of(new PublicationRules.Problem("description", "listing.description.taken-down")));
        }
    }

    /**
     * An administrator keeps a listing from the public, for good or until the decision is taken back.
     *
     * @param reason that the employer reads
     * @throws NotFound when it was never published
     */
    public void takeDown(Viewer administrator, UUID id, String reason) {
        var listing = moderated(id);
        listing.takeDown(reason, clock.instant());
        flush();
        audit.record(administrator.id(), "listing.taken-down", SUBJECT, id, reason);
    }

    /** Takes such a decision back. It is shown again while its employer is verified and it has not ended. */
    public void putBack(Viewer administrator, UUID id, String reason) {
        var listing = moderated(id);
        listing.putBack(employers.isVerified(listing.employerId()));
        flush();
        audit.record(administrator.id(), "listing.put-back", SUBJECT, id, reason);
    }

    private Listing moderated(UUID id) {
        return listings.findById(id)
                .filter(listing -> listing.status() != ListingStatus.DRAFT)
                .orElseThrow(NotFound::new);
    }

    /**
     * Confirms a published listing, expired or not, and shows it until the end of that day. When it was posted stays.
     *
     * @throws EmployerNotVerified when its employer is not verified
     * @throws NotPublishable when that day can't be, or the listing could not be published any more as it stands
     * @throws IllegalListingState when it is a draft or closed
     */
    public void renew(Viewer viewer, UUID id, LocalDate until) {
        var listing = find(id);
        var employer = employers.requirePublishingFor(viewer, listing.employerId());
        requireVerified(employer);
        var now = clock.instant();
        if (listing.status() == ListingStatus.LIVE) {
            requirePublishable(employer, listing.content().ending(until), now);
        }
        listing.renew(until, viewer.id(), now);
        flush();
        audit.record(viewer.id(), "listing.renewed", SUBJECT, id, "until " + until);
    }

    /**
     * Takes a published listing down for good. Does nothing to one that is closed already.
     *
     * @throws IllegalListingState when it is a draft
     */
    public void close(Viewer viewer, UUID id, CloseReason reason) {
        var listing = require(viewer, id);
        if (listing.status() == ListingStatus.CLOSED) {
            return;
        }
        listing.close(reason, viewer.id(), clock.instant());
        flush();
        audit.record(viewer.id(), "listing.closed", SUBJECT, id, reason.name());
        news.publishEvent(new ListingClosed(id, reason));
    }

    /**
     * Has a colleague answer for a listing.
     *
     * @throws NotFound unless both recruit for its employer
     */
    public void handOver(Viewer viewer, UUID id, UUID to) {
        var listing = require(viewer, id);
        if (!employers.recruitsFor(to, listing.employerId())) {
            throw new NotFound();
        }
        listing.handOver(to);
        flush();
        audit.record(viewer.id(), "listing.handed-over", SUBJECT, id, to.toString());
    }

    /**
     * Brings in many published listings in a transaction of their own, as fast as the database takes them: hand it a few
     * thousand at a time. The search index learns nothing of it; those that are new are told of as {@link ListingsImported}.
     */
    @Transactional(propagation = org.springframework.transaction.annotation.Propagation.NOT_SUPPORTED)
    public void importAll(List<ListingImport> imports) {
        bulk.insert(imports);
    }

    private Listing require(Viewer viewer, UUID id) {
        var listing = find(id);
        employers.requireActingFor(viewer, listing.employerId());
        return listing;
    }

    private Listing find(UUID id) {
        return listings.findById(id).orElseThrow(NotFound::new);
    }

    private static void requireVerified(EmployerView employer) {
        if (!employer.isVerified()) {
            throw new EmployerNotVerified();
        }
    }

    private void requirePublishable(EmployerView employer, ListingDraft draft, Instant now) {
        var problems = rules.problemsOf(draft, employer.staffing(), now);
        if (!problems.isEmpty()) {
            throw new NotPublishable(problems);
        }
    }

    /** Now and not at commit, so that losing a race is told as what it is. */
    private void flush() {
        try {
            listings.flush();
        } catch (OptimisticLockingFailureException lost) {
            throw new StaleListing();
        }
    }
}
