package net.gatepost.job.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import net.gatepost.employer.EmployerView;
import net.gatepost.employer.Employers;
import net.gatepost.job.ApplyBy;
import net.gatepost.job.ListingState;
import net.gatepost.job.ListingView;
import net.gatepost.job.ListingViews;
import net.gatepost.job.Listings;
import net.gatepost.job.search.ListingSearch;
import net.gatepost.web.NotFound;
import net.gatepost.web.SharedPage;
import net.gatepost.web.SiteAddress;
import net.gatepost.web.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/** One listing as everybody reads it. One that was open once answers 410, so that search engines drop it. */
@Controller
class ListingController {

    private static final int SIMILAR = 5;

    private static final Pattern MACHINES =
            Pattern.compile("bot|crawl|spider|slurp|preview|monitor", Pattern.CASE_INSENSITIVE);

    private final Listings listings;
    private final Employers employers;
    private final ListingPages pages;
    private final ListingSearch search;
    private final ListingRows rows;
    private final ListingReaders readers;
    private final JobPosting posting;
    private final MessageSource messages;
    private final SiteAddress site;
    private final DeskFigures figures;
    private final ListingViews views;

    ListingController(
            Listings listings,
            Employers employers,
            ListingPages pages,
            ListingSearch search,
            ListingRows rows,
            ListingReaders readers,
            JobPosting posting,
            MessageSource messages,
            SiteAddress site,
            DeskFigures figures,
            ListingViews views) {
        this.listings = listings;
        this.employers = employers;
        this.pages = pages;
        this.search = search;
        this.rows = rows;
        this.readers = readers;
        this.posting = posting;
        this.messages = messages;
        this.site = site;
        this.figures = figures;
        this.views = views;
    }

    @GetMapping({"/jobs/{id}", "/jobs/{id}/{slug}"})
    ModelAndView listing(
            @PathVariable UUID id,
            @PathVariable Optional<String> slug,
            @Nullable Viewer viewer,
            HttpServletRequest request) {
        var listing = listings.published(id).orElseThrow(NotFound::new);
        var employer = employers.byId(listing.employerId()).orElseThrow(NotFound::new);
        if (!listing.isLive() || !employer.isVerified()) {
            return gone(listing, employer, readers.of(viewer));
        }
        if (!slug.equals(Optional.of(listing.slug()))) {
            var moved = new RedirectView(listing.path());
            moved.setStatusCode(HttpStatus.MOVED_PERMANENTLY);
            return new ModelAndView(moved);
        }
        countView(viewer, request, listing);
        var rate = rate(listing);
        new SharedPage(
                        () -> listings.published(id).equals(Optional.of(listing))
                                && employers.byId(employer.id()).equals(Optional.of(employer))
                                && Objects.equals(rate(listing), rate),
                        again -> countView(null, again, listing))
                .offer(request, viewer);
        return page(listing, employer, rate, readers.of(viewer));
    }

    private void countView(@Nullable Viewer viewer, HttpServletRequest request, ListingView listing) {
        if (isReader(viewer, request, listing)) {
            views.saw(listing.id());
        }
    }

    /** How its employer answers, where applications are made here. */
    private @Nullable String rate(ListingView listing) {
        return listing.content().applyBy() == ApplyBy.GATEPOST ? figures.rate(listing.employerId()) : null;
    }

    /** Neither a machine that says so nor somebody who recruits for the employer: what they open tells it nothing. */
    private boolean isReader(@Nullable Viewer viewer, HttpServletRequest request, ListingView listing) {
        String agent = request.getHeader(HttpHeaders.USER_AGENT);
        return "GET".equals(request.getMethod())
                && (agent == null || !MACHINES.matcher(agent).find())
                && (viewer == null
                        || !viewer.isRecruiter()
                        || !employers.recruitsFor(viewer.id(), listing.employerId()));
    }

    private ModelAndView page(
            ListingView listing, EmployerView employer, @Nullable String rate, @Nullable ListingReader reader) {
        var page = pages.page(listing, employer);
        var content = listing.content();
        return new ModelAndView("job/listing")
                .addObject("page", page)
                .addObject("eligibility", reader == null ? null : reader.explain(content.clearance()))
                .addObject("marks", reader == null ? Map.of() : marks(reader, listing.id()))
                .addObject("answers", rate)
                .addObject("apply", content.applyBy().name())
                .addObject("applyHost", applyHost(content.applyBy(), content.applyTo()))
                .addObject(
                        "country",
                        posting.remoteWithin(listing)
                                .map(country -> country.name())
                                .orElse(null))
                .addObject(
                        "description",
                        messages.getMessage(
                                "listing.public.description",
                                new Object[] {
                                    page.title(),
                                    page.employer(),
                                    page.place(),
                                    page.badge().label()
                                },
                                Locale.US))
                .addObject("canonical", site.link(listing.path()))
                .addObject("structured", posting.of(page));
    }

    /** By name, the page that says more of it. */
    private static Map<String, String> marks(ListingReader reader, UUID listing) {
        return reader.marks(List.of(listing)).getOrDefault(listing, Map.of());
    }

    /** Where applying leads: a person should see that before following a link. */
    private static String applyHost(ApplyBy by, @Nullable String to) {
        if (to == null) {
            return "";
        }
        if (by == ApplyBy.URL) {
            String host = URI.create(to).getHost();
            return host == null ? to : host;
        }
        return to;
    }

    private ModelAndView gone(ListingView listing, EmployerView employer, @Nullable ListingReader reader) {
        boolean withheld = listing.isKeptBack() || !employer.isVerified();
        var page = new ModelAndView("job/gone");
        page.setStatus(HttpStatus.GONE);
        return page.addObject("named", withheld ? null : listing.title())
                .addObject("why", (withheld ? ListingState.WITHHELD : listing.state()).name())
                .addObject("similar", rows.rows(search.similarTo(listing, SIMILAR), reader));
    }
}
