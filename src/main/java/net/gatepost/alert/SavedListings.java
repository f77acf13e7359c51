package net.gatepost.alert;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import net.gatepost.job.Listings;
import net.gatepost.web.NotFound;
import net.gatepost.web.Viewer;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The listings that members have saved, each their own. */
@Service
@Transactional
public class SavedListings {

    /** More than anybody reads; decided under the lock on the member's row. */
    public static final int MOST = 1_000;

    public static final int PAGE_SIZE = 20;

    private final SavedListingRepository saved;
    private final AlertPersonRepository people;
    private final Listings listings;
    private final Clock clock;

    SavedListings(SavedListingRepository saved, AlertPersonRepository people, Listings listings, Clock clock) {
        this.saved = saved;
        this.people = people;
        this.listings = listings;
        this.clock = clock;
    }

    /** A listing that was saved, whatever has become of it. */
    public record Saved(UUID listingId, Instant savedAt) {}

    /**
     * Saves a listing that is or was published. Once, however often it is asked for.
     *
     * @throws NotFound when there is none such
     * @throws SavedFull when there are {@link #MOST} already
     */
    public void save(Viewer viewer, UUID listingId) {
        if (listings.published(listingId).isEmpty()) {
            throw new NotFound();
        }
        people.take(viewer.id());
        if (saved.existsByAccountIdAndListingId(viewer.id(), listingId)) {
            return;
        }
        if (saved.countByAccountId(viewer.id()) >= MOST) {
            throw new SavedFull();
        }
        saved.save(new SavedListing(viewer.id(), listingId, clock.instant()));
    }

    /** Does nothing where it isn't saved. */
    public void remove(Viewer viewer, UUID listingId) {
        saved.delete(viewer.id(), listingId);
    }

    @Transactional(readOnly = true)
    public boolean isSaved(Viewer viewer, UUID listingId) {
        return saved.existsByAccountIdAndListingId(viewer.id(), listingId);
    }

    /** Those of these listings that this person has saved. */
    @Transactional(readOnly = true)
    public Set<UUID> among(Viewer viewer, Collection<UUID> listingIds) {
        return listingIds.isEmpty() ? Set.of() : saved.among(viewer.id(), listingIds);
    }

    /**
     * The last saved first.
     *
     * @param page counts from 1
     */
    @Transactional(readOnly = true)
    public Page<Saved> page(Viewer viewer, int page) {
        return saved.findByAccountIdOrderBySavedAtDescIdDesc(viewer.id(), PageRequest.of(page - 1, PAGE_SIZE))
                .map(row -> new Saved(row.listingId(), row.savedAt()));
    }
}
