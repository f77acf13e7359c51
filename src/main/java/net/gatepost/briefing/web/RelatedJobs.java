package net.gatepost.briefing.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import net.gatepost.briefing.BriefingDraft;
import net.gatepost.employer.EmployerView;
import net.gatepost.employer.Employers;
import net.gatepost.job.Workplace;
import net.gatepost.job.search.ListingCard;
import net.gatepost.job.search.ListingQuery;
import net.gatepost.job.search.ListingSearch;
import net.gatepost.job.search.ListingSort;
import net.gatepost.job.search.Near;
import net.gatepost.job.search.TextQuery;
import net.gatepost.job.web.ListingRow;
import net.gatepost.job.web.ListingRows;
import net.gatepost.place.Gazetteer;
import net.gatepost.place.Place;
import org.springframework.stereotype.Component;

/**
 * Live listings that have to do with a briefing: of the employer that it is about, naming what it is tagged with, near its
 * dateline. The same for everybody, so that a page is.
 */
@Component
class RelatedJobs {

    private static final int MOST = 6;
    private static final int OF_THE_EMPLOYER = 3;
    private static final int OF_A_TAG = 2;
    private static final int MILES = 50;

    private final ListingSearch search;
    private final ListingRows rows;
    private final Employers employers;
    private final Gazetteer gazetteer;

    RelatedJobs(ListingSearch search, ListingRows rows, Employers employers, Gazetteer gazetteer) {
        this.search = search;
        this.rows = rows;
        this.employers = employers;
        this.gazetteer = gazetteer;
    }

    List<ListingRow> of(BriefingDraft content) {
        Map<UUID, ListingCard> found = new LinkedHashMap<>();
        var employerId = content.employerId();
        if (employerId != null) {
            employers
                    .byId(employerId)
                    .filter(EmployerView::isVerified)
                    .ifPresent(employer -> add(
                            found,
                            search.first(ListingQuery.everything().ofEmployer(employer.slug()), OF_THE_EMPLOYER)));
        }
        content.tags().forEach(tag -> {
            if (found.size() < MOST) {
                add(found, search.naming(Set.of(tag), OF_A_TAG));
            }
        });
        var placeId = content.placeId();
        if (placeId != null && found.size() < MOST) {
            gazetteer.byId(placeId).ifPresent(place -> add(found, search.first(near(place), MOST)));
        }
        return rows.rows(found.values().stream().limit(MOST).toList());
    }

    private static void add(Map<UUID, ListingCard> found, List<ListingCard> more) {
        more.forEach(card -> found.putIfAbsent(card.id(), card));
    }

    /** Without work that can be done from anywhere. */
    private static ListingQuery near(Place place) {
        return new ListingQuery(
                TextQuery.NONE,
                Set.of(),
                null,
                null,
                Set.of(),
                new Near(place.latitude(), place.longitude(), MILES),
                Set.of(Workplace.ON_SITE, Workplace.HYBRID),
                Set.of(),
                Set.of(),
                null,
                null,
                ListingSort.NEWEST,
                1);
    }
}
