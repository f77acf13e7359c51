package net.gatepost.job;

import net.gatepost.employer.RecruiterLeft;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Hands the listings of somebody who left a team to who stays, in the transaction in which they leave. */
@Component
class ListingHeirs {

    private final ListingRepository listings;

    ListingHeirs(ListingRepository listings) {
        this.listings = listings;
    }

    /** By one update: who answers for a listing is in no index, and nobody's form becomes stale by it. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void handOver(RecruiterLeft news) {
        listings.handOver(news.employerId(), news.accountId(), news.heirId());
    }
}
