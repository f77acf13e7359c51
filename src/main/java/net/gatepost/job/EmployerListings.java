package net.gatepost.job;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import net.gatepost.employer.Employers;
import net.gatepost.web.NotFound;
import net.gatepost.web.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** All listings of one employer, whatever their state, for who acts for that employer alone. */
@Service
@Transactional(readOnly = true)
public class EmployerListings {

    /** No id comes after it. */
    private static final UUID LAST = UUID.fromString("ffffffff-ffff-ffff-ffff-ffffffffffff");

    private final ListingRepository listings;
    private final Employers employers;
    private final Clock clock;

    EmployerListings(ListingRepository listings, Employers employers, Clock clock) {
        this.listings = listings;
        this.employers = employers;
        this.clock = clock;
    }

    /**
     * In the order in which they were made, the newest first.
     *
     * @param before the last one of the part before; null for the first part
     * @throws NotFound unless this person recruits for the employer
     */
    public List<ListingView> part(Viewer viewer, UUID employerId, @Nullable UUID before, int most) {
        employers.requireActingFor(viewer, employerId);
        var now = clock.instant();
        return listings.madeFor(employerId, before == null ? LAST : before, Limit.of(most)).stream()
                .map(listing -> listing.view(now))
                .toList();
    }

    /**
     * The one that has this number with the employer.
     *
     * @throws NotFound unless this person recruits for the employer
     */
    public Optional<ListingView> byReference(Viewer viewer, UUID employerId, String reference) {
        employers.requireActingFor(viewer, employerId);
        return listings.findByEmployerIdAndReference(employerId, reference)
                .map(listing -> listing.view(clock.instant()));
    }

    /** How many of an employer's listings are shown and have a number with it. */
    public long countNumbered(UUID employerId) {
        return listings.countNumbered(employerId, clock.instant());
    }

    /** How many of those an import does not name. */
    public long countNumberedBut(UUID employerId, UUID importRun) {
        return listings.countNumberedBut(employerId, importRun, clock.instant());
    }

    /** Some of those that an import does not name, in no order. */
    public List<ListingView> numberedBut(UUID employerId, UUID importRun, int most) {
        var now = clock.instant();
        return listings.numberedBut(employerId, importRun, now, most).stream()
                .map(listing -> listing.view(now))
                .toList();
    }

    /** @throws NotFound where there is none such, it is another employer's, or this person does not recruit for it */
    public ListingView one(Viewer viewer, UUID employerId, UUID id) {
        employers.requireActingFor(viewer, employerId);
        return listings.findById(id)
                .filter(listing -> listing.employerId().equals(employerId))
                .map(listing -> listing.view(clock.instant()))
                .orElseThrow(NotFound::new);
    }
}
