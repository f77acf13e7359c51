package net.gatepost.job;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import net.gatepost.employer.EmployerNoLongerVerified;
import net.gatepost.employer.EmployerVerified;
import org.springframework.context.event.EventListener;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps the listings of an employer that is not verified any more from the public, in the transaction that decides it, and
 * shows them again when it is verified again. They are withheld and not closed, because closing is for good and a suspension
 * is not; and the mark stands on each listing, because then whether one is live is asked of one table.
 */
@Component
class EmployerStanding {

    private static final int AT_ONCE = 200;
    private static final UUID FIRST = new UUID(0, 0);

    private final ListingRepository listings;
    private final Clock clock;

    EmployerStanding(ListingRepository listings, Clock clock) {
        this.listings = listings;
        this.clock = clock;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void withhold(EmployerNoLongerVerified news) {
        var now = clock.instant();
        eachOf(news.employerId(), listing -> listing.withhold(now));
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void release(EmployerVerified news) {
        eachOf(news.employerId(), Listing::release);
    }

    /** As entities and not by one update, so that the search index hears of each. */
    private void eachOf(UUID employer, Consumer<Listing> change) {
        List<Listing> some = listings.notClosedOf(employer, FIRST, PageRequest.ofSize(AT_ONCE));
        while (!some.isEmpty()) {
            some.forEach(change);
            listings.flush();
            some = listings.notClosedOf(employer, some.get(some.size() - 1).id(), PageRequest.ofSize(AT_ONCE));
        }
    }
}
