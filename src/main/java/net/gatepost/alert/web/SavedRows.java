package net.gatepost.alert.web;

import static java.util.stream.Collectors.toMap;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import net.gatepost.alert.SavedListings.Saved;
import net.gatepost.clearance.ClearanceCatalogue;
import net.gatepost.employer.EmployerView;
import net.gatepost.employer.Employers;
import net.gatepost.job.ListingState;
import net.gatepost.job.ListingView;
import net.gatepost.job.Listings;
import net.gatepost.job.web.ListingPages;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Puts saved listings into words, whatever has become of them: a page of them is two statements. */
@Component
class SavedRows {

    private final Listings listings;
    private final Employers employers;
    private final ListingPages pages;
    private final ClearanceCatalogue catalogue;
    private final MessageSource messages;

    SavedRows(
            Listings listings,
            Employers employers,
            ListingPages pages,
            ClearanceCatalogue catalogue,
            MessageSource messages) {
        this.listings = listings;
        this.employers = employers;
        this.pages = pages;
        this.catalogue = catalogue;
        this.messages = messages;
    }

    List<SavedRow> rows(List<Saved> saved) {
        Map<UUID, ListingView> found = listings
                .publishedAmong(saved.stream().map(Saved::listingId).toList())
                .stream()
                .collect(toMap(ListingView::id, Function.identity()));
        var named = employers.byIds(
                found.values().stream().map(ListingView::employerId).distinct().toList());
        return saved.stream()
                .map(one -> row(found.get(one.listingId()), named, one.savedAt()))
                .filter(Objects::nonNull)
                .toList();
    }

    SavedRow row(ListingView listing) {
        return Objects.requireNonNull(row(listing, employers.byIds(List.of(listing.employerId())), null));
    }

    private @Nullable SavedRow row(
            @Nullable ListingView listing, Map<UUID, EmployerView> named, @Nullable Instant savedAt) {
        if (listing == null) {
            return null;
        }
        var employer = named.get(listing.employerId());
        String saved = savedAt == null ? null : text("alert.saved.on", pages.day(savedAt, listing.zone()));
        if (listing.isKeptBack() || employer == null || !employer.isVerified()) {
            return new SavedRow(
                    listing.id(), ListingState.WITHHELD, null, listing.path(), null, null, null, null, null, saved);
        }
        var content = listing.content();
        return new SavedRow(
                listing.id(),
                listing.state(),
                listing.title(),
                listing.path(),
                employer.name(),
                pages.place(content),
                content.pay().map(pages::pay).orElse(null),
                catalogue.badge(content.clearance().key()),
                when(listing),
                saved);
    }

    private @Nullable String when(ListingView listing) {
        var closed = listing.closedAt();
        if (closed != null) {
            return text("alert.saved.closed", pages.day(closed, listing.zone()));
        }
        var ends = listing.content().ends();
        return ends == null ? null : text(listing.isLive() ? "alert.saved.ends" : "alert.saved.ended", pages.day(ends));
    }

    private String text(String key, Object... arguments) {
        return messages.getMessage(key, arguments, Locale.US);
    }
}
