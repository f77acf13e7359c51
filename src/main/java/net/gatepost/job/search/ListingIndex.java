package net.gatepost.job.search;

import java.util.Optional;
import net.gatepost.index.IndexBuilds;
import net.gatepost.index.IndexContents;
import net.gatepost.index.IndexProgress;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/** The index as a whole. It follows from the database and can be built again from it at any time. */
@Component
public class ListingIndex {

    private final IndexBuilds builds;

    ListingIndex(IndexBuilds builds) {
        this.builds = builds;
    }

    @Bean
    static IndexContents listingsToBeFound() {
        return new IndexContents(
                ListingSearch.LISTING,
                "listing",
                "status = 'LIVE' and withheld_at is null and ends_at > :now",
                "status = 'LIVE' and withheld_at is null");
    }

    /** Builds it afresh, after many listings were brought in at once, and waits for it. */
    public void rebuild() {
        builds.rebuild(ListingSearch.LISTING);
    }

    /** How far it is, while it is being built. */
    public Optional<IndexProgress> underway() {
        return builds.underway(ListingSearch.LISTING);
    }
}
