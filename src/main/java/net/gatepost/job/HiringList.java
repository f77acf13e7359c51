package net.gatepost.job;

import java.time.Clock;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import net.gatepost.employer.EmployerView;
import net.gatepost.employer.Employers;
import net.gatepost.web.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A recruiter's list: the listings of every employer that they act for, by state. */
@Service
@Transactional(readOnly = true)
public class HiringList {

    public static final int PAGE_SIZE = 25;

    private final ListingRepository listings;
    private final Employers employers;
    private final Clock clock;

    HiringList(ListingRepository listings, Employers employers, Clock clock) {
        this.listings = listings;
        this.employers = employers;
        this.clock = clock;
    }

    /**
     * What a recruiter narrows the list to.
     *
     * @param words that the title holds; empty for all
     * @param employer null for all; one that the viewer does not recruit for has none
     */
    public record Narrowed(String words, @Nullable UUID employer) {

        public static final Narrowed TO_NOTHING = new Narrowed("", null);

        String pattern() {
            return "%" + words.toLowerCase(Locale.ROOT).replaceAll("[!%_]", "!$0") + "%";
        }
    }

    /**
     * The latest changed first.
     *
     * @param state null for all
     * @param page counts from 1
     */
    public Page<HiringRow> page(Viewer viewer, Narrowed narrowed, @Nullable ListingState state, int page) {
        var states = state == null
                ? Arrays.stream(ListingState.values()).map(Enum::name).toList()
                : List.of(state.name());
        return listings.hiringPage(
                idsOf(viewer, narrowed),
                narrowed.pattern(),
                states,
                clock.instant(),
                PageRequest.of(page - 1, PAGE_SIZE));
    }

    /** How many are in each state; 0 for those where there is none. */
    public Map<ListingState, Long> counts(Viewer viewer, Narrowed narrowed) {
        var counts = new EnumMap<ListingState, Long>(ListingState.class);
        for (var state : ListingState.values()) {
            counts.put(state, 0L);
        }
        listings.hiringCounts(idsOf(viewer, narrowed), narrowed.pattern(), clock.instant())
                .forEach(count -> counts.put(ListingState.valueOf(count.state()), count.listings()));
        return counts;
    }

    private List<UUID> idsOf(Viewer viewer, Narrowed narrowed) {
        return employers.actingFor(viewer).stream()
                .map(EmployerView::id)
                .filter(id -> narrowed.employer() == null || id.equals(narrowed.employer()))
                .toList();
    }
}
