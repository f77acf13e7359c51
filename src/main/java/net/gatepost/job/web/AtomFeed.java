package net.gatepost.job.web;

import java.util.List;
import java.util.stream.Stream;
import net.gatepost.job.search.ListingCard;
import net.gatepost.web.AtomFeeds;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Listings as an Atom feed. */
@Component
class AtomFeed {

    private final AtomFeeds feeds;
    private final ListingRows rows;
    private final String operator;

    AtomFeed(AtomFeeds feeds, ListingRows rows, @Value("${gatepost.operator.name}") String operator) {
        this.feeds = feeds;
        this.rows = rows;
        this.operator = operator;
    }

    /**
     * @param self its own path
     * @param page the path of the page that shows the same
     */
    String write(String title, String self, String page, List<ListingCard> listings) {
        return feeds.write(
                title, self, page, operator, listings.stream().map(this::item).toList());
    }

    private AtomFeeds.Item item(ListingCard listing) {
        return new AtomFeeds.Item(
                listing.id(),
                listing.title(),
                listing.postedAt(),
                listing.confirmedAt(),
                listing.path(),
                listing.employer(),
                null,
                summary(listing));
    }

    private String summary(ListingCard listing) {
        var row = rows.rows(List.of(listing)).get(0);
        String pay = row.pay();
        return String.join(
                " · ",
                Stream.of(row.place(), row.badge().label(), pay == null ? "" : pay, listing.summary())
                        .filter(part -> !part.isEmpty())
                        .toList());
    }
}
