package net.gatepost.apply;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import net.gatepost.employer.Employers;
import net.gatepost.job.ApplyBy;
import net.gatepost.job.Figure;
import net.gatepost.job.ListingCounts;
import net.gatepost.job.ListingView;
import net.gatepost.job.Listings;
import net.gatepost.web.NotFound;
import net.gatepost.web.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who went to apply at an employer's own site or mailbox: members for themselves to remember, by listing; of others only
 * how many, which is all that employers see.
 */
@Service
@Transactional
public class Departures {

    public static final String PATH = "/me/applications/elsewhere";
    public static final int PAGE_SIZE = 20;

    private final DepartureRepository departures;
    private final Listings listings;
    private final ListingCounts counts;
    private final Employers employers;
    private final Clock clock;

    Departures(
            DepartureRepository departures, Listings listings, ListingCounts counts, Employers employers, Clock clock) {
        this.counts = counts;
        this.departures = departures;
        this.listings = listings;
        this.employers = employers;
        this.clock = clock;
    }

    /**
     * One listing that a member went away from.
     *
     * @param leftAt the last time
     * @param saidAt since when they say that they have applied there
     */
    public record Gone(
            UUID id,
            UUID listingId,
            Instant leftAt,
            @Nullable Instant saidAt) {}

    /**
     * Remembers that somebody leaves, and answers with the address that they leave for. Empty where the listing is over or
     * has no such address.
     *
     * @throws NotFound if there is no such listing
     */
    public Optional<String> leave(@Nullable Viewer viewer, UUID listingId) {
        var address = address(listingId);
        if (address.isPresent()) {
            counts.add(Figure.CLICKS, Map.of(listingId, 1L));
            if (viewer != null) {
                begin(viewer, listingId);
                departures.leave(viewer.id(), listingId, clock.instant());
            }
        }
        return address;
    }

    /** The address of an employer's own site that this listing is answered at; empty where it is over or has none. */
    @Transactional(readOnly = true)
    public Optional<String> address(UUID listingId) {
        var listing = listings.published(listingId).orElseThrow(NotFound::new);
        return isOpen(listing) && listing.content().applyBy() == ApplyBy.URL
                ? Optional.ofNullable(listing.content().applyTo())
                : Optional.empty();
    }

    /**
     * A member says that they have applied elsewhere. Twice is once.
     *
     * @throws NotFound if there is no such listing, or it is answered here
     */
    public void say(Viewer viewer, UUID listingId) {
        var listing = listings.published(listingId).orElseThrow(NotFound::new);
        if (listing.content().applyBy() == ApplyBy.GATEPOST) {
            throw new NotFound();
        }
        begin(viewer, listingId);
        departures.say(viewer.id(), listingId, clock.instant());
    }

    @Transactional(readOnly = true)
    public Optional<Gone> of(Viewer viewer, UUID listingId) {
        return departures.findByAccountIdAndListingId(viewer.id(), listingId).map(Departure::view);
    }

    /**
     * The latest first.
     *
     * @param page counts from 1
     */
    @Transactional(readOnly = true)
    public Page<Gone> page(Viewer viewer, int page) {
        return departures
                .findByAccountIdOrderByLeftAtDescIdDesc(viewer.id(), PageRequest.of(page - 1, PAGE_SIZE))
                .map(Departure::view);
    }

    @Transactional(readOnly = true)
    public long count(Viewer viewer) {
        return departures.countByAccountId(viewer.id());
    }

    /** @throws NotFound unless it is the viewer's */
    public void remove(Viewer viewer, UUID id) {
        if (departures.remove(id, viewer.id()) == 0) {
            throw new NotFound();
        }
    }

    private boolean isOpen(ListingView listing) {
        return listing.isLive() && employers.isVerified(listing.employerId());
    }

    private void begin(Viewer viewer, UUID listingId) {
        departures.begin(UuidCreator.getTimeOrderedEpoch(), viewer.id(), listingId, clock.instant());
    }
}
