package net.gatepost.apply;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import net.gatepost.job.ListingMark;
import net.gatepost.web.Viewer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Marks the listings that somebody has applied to, here or, as they say, elsewhere. */
@Component
class AppliedMark implements ListingMark {

    private final ApplicationRepository applications;
    private final DepartureRepository departures;

    AppliedMark(ApplicationRepository applications, DepartureRepository departures) {
        this.applications = applications;
        this.departures = departures;
    }

    @Override
    public String name() {
        return "applied";
    }

    @Override
    @Transactional(readOnly = true)
    public Map<UUID, String> among(Viewer viewer, Collection<UUID> listings) {
        if (listings.isEmpty()) {
            return Map.of();
        }
        var marks = new HashMap<UUID, String>();
        departures.saidAmong(viewer.id(), listings).forEach(listing -> marks.put(listing, Departures.PATH));
        applications
                .ofMemberTo(viewer.id(), listings)
                .forEach(row -> marks.put(row.listingId(), "/me/applications/" + row.id()));
        return marks;
    }
}
