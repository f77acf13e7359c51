package net.gatepost.apply;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import net.gatepost.job.ListingClosed;
import net.gatepost.job.Listings;
import net.gatepost.notification.Notifications;
import org.springframework.context.event.EventListener;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tells those who wait for an answer that the listing is over: at once when it is closed, soon when its last day has passed.
 * In parts, each with its marks in a transaction of its own, so that a killed process goes on where it was.
 */
@Component
class ListingEnds {

    /** The applicants of one listing; the instance is its id. */
    static final TaskDescriptor<Void> TASK = TaskDescriptor.of("application-listing-over");

    static final int LISTINGS_AT_ONCE = 500;

    private static final UUID FIRST = new UUID(0, 0);

    private final ApplicationRepository applications;
    private final Listings listings;
    private final ApplicationNotices notices;
    private final SchedulerClient waitingWork;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ListingEnds(
            ApplicationRepository applications,
            Listings listings,
            ApplicationNotices notices,
            SchedulerClient waitingWork,
            TransactionTemplate transaction,
            Clock clock) {
        this.applications = applications;
        this.listings = listings;
        this.notices = notices;
        this.waitingWork = waitingWork;
        this.transaction = transaction;
        this.clock = clock;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void closed(ListingClosed news) {
        putDown(news.listingId());
    }

    /** Puts down the telling for every listing that is over, also one that somebody applied to in its last moment. */
    void putDown() {
        List<UUID> some = putDownAfter(FIRST);
        while (some.size() == LISTINGS_AT_ONCE) {
            some = putDownAfter(some.get(some.size() - 1));
        }
    }

    private List<UUID> putDownAfter(UUID last) {
        return transaction.execute(status -> {
            var some = applications.listingsWithUntold(last, Stage.OPEN, Limit.of(LISTINGS_AT_ONCE));
            listings.endedAmong(some).forEach(this::putDown);
            return some;
        });
    }

    private void putDown(UUID listingId) {
        waitingWork.scheduleIfNotExists(TASK.instance(listingId.toString()).build(), clock.instant());
    }

    /** Tells all of them, in parts. Again is harmless. */
    void tell(UUID listingId) {
        while (tellSome(listingId) == Notifications.MOST_AT_ONCE) {
            // until fewer are left than one part
        }
    }

    private int tellSome(UUID listingId) {
        return transaction.execute(status -> {
            var some = applications.untoldOf(listingId, Stage.OPEN, Limit.of(Notifications.MOST_AT_ONCE));
            if (!some.isEmpty()) {
                notices.tellOfEnd(listingId, some);
                applications.told(
                        some.stream().map(ApplicationRepository.Untold::id).toList(), clock.instant());
            }
            return some.size();
        });
    }
}
