package net.gatepost.job;

import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Slice;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The listings of all employers, for administrators; what is a draft is its employer's and not here. */
@Service
@Transactional(readOnly = true)
public class ListingDesk {

    public static final int PAGE_SIZE = 50;

    private final ListingRepository listings;
    private final Clock clock;

    ListingDesk(ListingRepository listings, Clock clock) {
        this.listings = listings;
        this.clock = clock;
    }

    /**
     * The latest posted first. Not counted: there may be a million.
     *
     * @param titleBegins in any case; empty for all
     * @param state null for all that were ever published
     * @param page counts from 1
     */
    public Slice<HiringRow> find(String titleBegins, @Nullable ListingState state, int page) {
        var states = state == null || state == ListingState.DRAFT
                ? Arrays.stream(ListingState.values())
                        .filter(each -> each != ListingState.DRAFT)
                        .map(Enum::name)
                        .toList()
                : List.of(state.name());
        String pattern = titleBegins.toLowerCase(Locale.ROOT).replaceAll("[!%_]", "!$0") + "%";
        return listings.publishedSlice(pattern, states, clock.instant(), PageRequest.of(page - 1, PAGE_SIZE));
    }
}
