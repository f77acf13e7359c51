package net.gatepost.alert.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import net.gatepost.alert.Often;
import net.gatepost.alert.SavedSearches;
import net.gatepost.alert.SearchView;
import net.gatepost.job.search.ListingSearch;
import net.gatepost.job.web.KeptSearches;
import net.gatepost.job.web.KeptSearches.KeptSearch;
import net.gatepost.job.web.KeptSearches.Part;
import net.gatepost.job.web.ListingReader;
import net.gatepost.job.web.ListingReaders;
import net.gatepost.web.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;

/** Puts saved searches into words, for their own member alone. */
@Component
class SearchRows {

    /** Words of a name that is proposed. */
    private static final int PARTS_OF_A_NAME = 3;

    private final KeptSearches addresses;
    private final ListingReaders readers;
    private final ListingSearch listings;
    private final MessageSource messages;

    SearchRows(KeptSearches addresses, ListingReaders readers, ListingSearch listings, MessageSource messages) {
        this.addresses = addresses;
        this.readers = readers;
        this.listings = listings;
        this.messages = messages;
    }

    List<SearchRow> rows(Viewer viewer, List<SearchView> searches) {
        var reader = readers.of(viewer);
        return searches.stream().map(search -> row(reader, search)).toList();
    }

    SearchRow row(Viewer viewer, SearchView search) {
        return row(readers.of(viewer), search);
    }

    KeptSearch read(Viewer viewer, MultiValueMap<String, String> parameters) {
        return addresses.read(parameters, readers.of(viewer));
    }

    private SearchRow row(@Nullable ListingReader reader, SearchView search) {
        var kept = addresses.read(search.address(), reader);
        return new SearchRow(
                search,
                filters(kept),
                text("alert.search.live", listings.count(kept.query())),
                text(search.messageKey()),
                kept.path());
    }

    List<String> filters(KeptSearch search) {
        return search.parts().isEmpty()
                ? List.of(text("alert.search.everything"))
                : search.parts().stream().map(Part::label).toList();
    }

    /** What a search may be called, to begin with. */
    String nameOf(KeptSearch search) {
        String name = String.join(
                ", ", filters(search).stream().limit(PARTS_OF_A_NAME).toList());
        if (name.length() <= SavedSearches.LONGEST_NAME) {
            return name;
        }
        int end = SavedSearches.LONGEST_NAME - 2;
        return name.substring(0, Character.isHighSurrogate(name.charAt(end - 1)) ? end - 1 : end) + " …";
    }

    Map<String, String> often() {
        Map<String, String> labels = new LinkedHashMap<>();
        for (var often : Often.values()) {
            labels.put(often.name(), text(often.messageKey()));
        }
        return labels;
    }

    private String text(String key, Object... arguments) {
        return messages.getMessage(key, arguments, Locale.US);
    }
}
