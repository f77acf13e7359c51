package net.gatepost.demo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import net.gatepost.job.ListingImport;
import net.gatepost.place.Gazetteer;
import org.springframework.context.ApplicationContext;

/** Listings as the demo makes them up, posted on the day of the benchmark; and what people may search for in them. */
public final class DayOfListings {

    private final DemoListings maker;
    private final List<DemoDesks.HiringDesk> desks;
    private final List<DemoEmployer> employers;
    private final List<WorkSite> sites;

    public DayOfListings(ApplicationContext context) {
        var all = context.getBean(DemoDesks.class);
        var gazetteer = context.getBean(Gazetteer.class);
        this.employers = all.verified();
        this.maker = new DemoListings(employers, Words.read(), gazetteer);
        this.desks = employers.stream().map(all::desk).toList();
        this.sites = WorkSite.all(gazetteer);
    }

    /** @param number of the first; any number names one listing */
    public List<ListingImport> listings(long number, int count, Instant now) {
        var some = new ArrayList<ListingImport>();
        for (long at = number; at < number + count; at++) {
            var listing = maker.listing(at, now);
            var desk = desks.get(listing.employer());
            some.add(new ListingImport(
                    desk.employerId(), UUID.randomUUID(), desk.viewer().id(), listing.content(), now, now));
        }
        return some;
    }

    public String title(long number, Instant now) {
        return maker.listing(number, now).content().title();
    }

    public List<String> places() {
        return sites.stream().map(site -> site.place().label()).toList();
    }
}
