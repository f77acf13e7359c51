package net.gatepost.demo;

import net.gatepost.alert.Often;
import net.gatepost.alert.SavedListings;
import net.gatepost.alert.SavedSearches;
import net.gatepost.job.search.ListingQuery;
import net.gatepost.job.search.ListingSearch;
import net.gatepost.job.web.KeptSearches;
import net.gatepost.mail.EmailAddress;
import net.gatepost.web.Role;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What casey of the demo has saved: two searches and three listings. */
@Component
@OnlyInDemo
class DemoSaved {

    private static final EmailAddress CASEY = new EmailAddress("casey@demo.example");
    private static final int LISTINGS = 3;

    private final SavedSearches searches;
    private final SavedListings saved;
    private final KeptSearches addresses;
    private final ListingSearch listings;
    private final DemoDesks desks;

    DemoSaved(
            SavedSearches searches,
            SavedListings saved,
            KeptSearches addresses,
            ListingSearch listings,
            DemoDesks desks) {
        this.searches = searches;
        this.saved = saved;
        this.addresses = addresses;
        this.listings = listings;
        this.desks = desks;
    }

    /** After the index is built: what is saved is searched for. All of it or, after a kill, nothing yet. */
    @Transactional
    public void bringIn() {
        var casey = desks.viewer(CASEY, Role.MEMBER);
        if (searches.count(casey) > 0) {
            return;
        }
        var nearby = addresses.read("q=engineer&place=Fort+Meade%2C+MD&within=50", null);
        searches.save(casey, nearby, "Engineering near Fort Meade", Often.AT_ONCE);
        searches.save(casey, addresses.read("workplace=remote&pay=125000", null), "Remote, well paid", Often.WEEKLY);
        listings.first(ListingQuery.everything(), LISTINGS).forEach(card -> saved.save(casey, card.id()));
    }
}
