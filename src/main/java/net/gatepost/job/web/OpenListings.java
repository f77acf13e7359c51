package net.gatepost.job.web;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import net.gatepost.employer.EmployerView;
import net.gatepost.employer.Employers;
import net.gatepost.job.ListingView;
import net.gatepost.job.Listings;
import net.gatepost.job.search.Cursor;
import net.gatepost.job.search.ListingQuery;
import net.gatepost.job.search.ListingSearch;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Live listings whole, part by part, for machines that take all of them. */
@Component
public class OpenListings {

    private final ListingSearch search;
    private final Listings listings;
    private final Employers employers;

    OpenListings(ListingSearch search, Listings listings, Employers employers) {
        this.search = search;
        this.listings = listings;
        this.employers = employers;
    }

    /** A live listing and whose it is. */
    public record Open(ListingView listing, EmployerView employer) {}

    /** @param next where the following part begins; null where this is the last */
    public record Part(List<Open> listings, @Nullable Cursor next) {

        public Part {
            listings = List.copyOf(listings);
        }
    }

    /**
     * The newest first, as {@link ListingSearch#part} finds them, each as the database has it now.
     *
     * @param most how many; a part may have fewer although others follow
     */
    public Part part(ListingQuery query, @Nullable Cursor after, int most) {
        var found = search.part(query, after, most);
        Map<UUID, ListingView> live = listings.publishedAmong(found.ids()).stream()
                .filter(ListingView::isLive)
                .collect(toMap(ListingView::id, identity()));
        var theirs = employers.byIds(
                live.values().stream().map(ListingView::employerId).distinct().toList());
        return new Part(
                found.ids().stream()
                        .map(live::get)
                        .filter(Objects::nonNull)
                        .map(listing -> new Open(listing, Objects.requireNonNull(theirs.get(listing.employerId()))))
                        .toList(),
                found.next());
    }
}
