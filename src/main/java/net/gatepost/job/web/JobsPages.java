package net.gatepost.job.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import net.gatepost.clearance.ClearanceCatalogue;
import net.gatepost.job.search.Filter;
import net.gatepost.job.search.ListingCard;
import net.gatepost.job.search.ListingQuery;
import net.gatepost.job.search.ListingSearch;
import net.gatepost.job.search.ListingSort;
import net.gatepost.job.search.SearchResult;
import net.gatepost.job.web.JobsPage.Chip;
import net.gatepost.job.web.JobsPage.Choice;
import net.gatepost.job.web.JobsRequest.Link;
import net.gatepost.job.web.JobsRequest.Remark;
import net.gatepost.web.SiteAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Makes the page of results out of what was asked and what was found. */
@Component
class JobsPages {

    static final String PATH = "/jobs";

    private static final List<Integer> MILES = List.of(10, 25, 50, 100, 200);

    /** Which parameters a filter stands for. */
    private static final Map<Filter, List<String>> PARAMETERS = Map.ofEntries(
            Map.entry(Filter.TEXT, List.of("q")),
            Map.entry(Filter.CLEARANCE, List.of("clearance")),
            Map.entry(Filter.HOLDS, List.of("holds")),
            Map.entry(Filter.QUALIFY, List.of("qualify")),
            Map.entry(Filter.POLYGRAPH, List.of("polygraph")),
            Map.entry(Filter.PLACE, List.of("place", "within")),
            Map.entry(Filter.WORKPLACE, List.of("workplace")),
            Map.entry(Filter.EMPLOYMENT, List.of("employment")),
            Map.entry(Filter.EMPLOYER, List.of("employer")),
            Map.entry(Filter.PAY, List.of("pay")),
            Map.entry(Filter.POSTED, List.of("posted")));

    private final ListingSearch search;
    private final ListingRows rows;
    private final FacetWords words;
    private final HeldLevels held;
    private final ClearanceCatalogue catalogue;
    private final MessageSource messages;
    private final SiteAddress site;

    JobsPages(
            ListingSearch search,
            ListingRows rows,
            FacetWords words,
            HeldLevels held,
            ClearanceCatalogue catalogue,
            MessageSource messages,
            SiteAddress site) {
        this.search = search;
        this.rows = rows;
        this.words = words;
        this.held = held;
        this.catalogue = catalogue;
        this.messages = messages;
        this.site = site;
    }

    JobsPage page(JobsRequest request, @Nullable ListingReader reader) {
        var query = request.query();
        var found = search.search(query);
        var address = request.address();
        var forEverybody = address.without("qualify");
        var near = request.near();
        var remarks = new ArrayList<>(request.remarks());
        if (found.loosened()) {
            remarks.add(new Remark(text("jobs.remark.loosened"), List.of()));
        }
        boolean beyond = request.isTooDeep() || query.page() > found.pages();
        int page = Math.min(query.page(), found.pages());
        return new JobsPage(
                title(address),
                heading(found, request),
                String.join("", address.all("q")),
                String.join("", address.all("place")),
                held.groups(query.holds()),
                near == null ? null : near.label(),
                miles(query),
                sorts(query),
                words.facets(query, found.facets()),
                found.estimated(),
                chips(request, found),
                remarks,
                beyond ? beyond(request, found) : null,
                found.total() == 0 ? drops(query, address) : List.of(),
                page == ListingQuery.MOST_PAGES
                        && found.total() > (long) ListingQuery.MOST_PAGES * ListingQuery.PAGE_SIZE,
                found.cards().stream().map(ListingCard::id).toList(),
                beyond ? List.of() : rows.rows(found.cards(), query.near(), reader),
                page,
                found.pages(),
                address.query(),
                site.link(forEverybody.on(PATH, page)),
                forEverybody.on("/jobs.atom"),
                forEverybody.on("/jobs.xml"));
    }

    /** The words for a search: what a feed and a bookmark are called. */
    String title(SearchAddress address) {
        var q = address.all("q");
        var place = address.all("place");
        if (q.isEmpty()) {
            return place.isEmpty() ? text("jobs.title") : text("jobs.title.place", place.get(0));
        }
        return place.isEmpty()
                ? text("jobs.title.text", q.get(0))
                : text("jobs.title.text-place", q.get(0), place.get(0));
    }

    private String heading(SearchResult found, JobsRequest request) {
        var near = request.near();
        var circle = request.query().near();
        String about = found.estimated() ? ".about" : "";
        return near == null || circle == null
                ? text("jobs.heading" + about, found.total())
                : text("jobs.heading.near" + about, found.total(), circle.miles(), near.label());
    }

    private Remark beyond(JobsRequest request, SearchResult found) {
        var last = new Link(request.address().on(PATH, found.pages()), text("jobs.beyond.last", found.pages()));
        return request.isTooDeep() && found.pages() == ListingQuery.MOST_PAGES
                ? new Remark(text("jobs.beyond.deep", ListingQuery.MOST_PAGES), List.of(last))
                : new Remark(text("jobs.beyond", found.pages()), List.of(last));
    }

    private List<Link> drops(ListingQuery query, SearchAddress address) {
        var links = new ArrayList<Link>();
        search.foundWithout(query).entrySet().stream()
                .sorted(Map.Entry.<Filter, Long>comparingByValue().reversed())
                .forEach(without -> {
                    var wider = address;
                    for (String name : PARAMETERS.getOrDefault(without.getKey(), List.of())) {
                        wider = wider.without(name);
                    }
                    links.add(new Link(
                            wider.on(PATH),
                            text(
                                    "jobs.drop",
                                    text("jobs.filter." + without.getKey().name()),
                                    without.getValue())));
                });
        return links;
    }

    private List<Chip> chips(JobsRequest request, SearchResult found) {
        var address = request.address();
        var query = request.query();
        var chips = new ArrayList<Chip>();
        address.all("q").forEach(q -> chips.add(new Chip(q, address.without("q").on(PATH))));
        var near = query.near();
        var place = request.near();
        if (near != null && place != null) {
            chips.add(new Chip(
                    text("jobs.chip.place", near.miles(), place.label()),
                    address.without("place").without("within").on(PATH)));
        }
        var holds = query.holds();
        if (holds != null) {
            chips.add(new Chip(
                    text("jobs.chip.holds", catalogue.label(holds)),
                    address.without("holds").on(PATH)));
        }
        address.all("qualify")
                .forEach(value -> chips.add(new Chip(
                        text("jobs.qualify." + value),
                        address.without("qualify").on(PATH))));
        for (String name : List.of("clearance", "polygraph", "workplace", "employment", "employer")) {
            address.all(name)
                    .forEach(value -> chips.add(new Chip(
                            words.chip(name, value, found.facets()),
                            address.without(name, value).on(PATH))));
        }
        for (String name : List.of("pay", "posted")) {
            address.all(name)
                    .forEach(value -> chips.add(new Chip(
                            words.chip(name, value, found.facets()),
                            address.without(name).on(PATH))));
        }
        return chips;
    }

    private List<Choice> miles(ListingQuery query) {
        var near = query.near();
        int chosen = near == null ? JobsRequests.DEFAULT_MILES : near.miles();
        var all = new java.util.TreeSet<>(MILES);
        all.add(chosen);
        return all.stream()
                .map(miles -> new Choice(String.valueOf(miles), text("jobs.miles", miles), miles == chosen))
                .toList();
    }

    /** The usual order is sent as nothing: what is sent as newest would still be newest once there are words. */
    private List<Choice> sorts(ListingQuery query) {
        var sorts = new ArrayList<Choice>();
        var usual = ListingSort.usual(!query.text().isEmpty());
        for (ListingSort sort : ListingSort.values()) {
            boolean makesSense = switch (sort) {
                case RELEVANCE -> !query.text().isEmpty();
                case DISTANCE -> query.near() != null;
                case NEWEST, PAY -> true;
            };
            if (makesSense) {
                String value = sort == usual ? "" : JobsRequests.lower(sort);
                sorts.add(new Choice(value, text("jobs.sort." + sort.name()), sort == query.sort()));
            }
        }
        return sorts;
    }

    private String text(String key, Object... arguments) {
        return messages.getMessage(key, arguments, Locale.US);
    }
}
