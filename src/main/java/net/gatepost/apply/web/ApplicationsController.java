package net.gatepost.apply.web;

import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.gatepost.apply.ApplicationRow;
import net.gatepost.apply.ApplicationView;
import net.gatepost.apply.Applications;
import net.gatepost.apply.Departures;
import net.gatepost.apply.Stage;
import net.gatepost.employer.EmployerView;
import net.gatepost.employer.Employers;
import net.gatepost.job.ListingState;
import net.gatepost.job.ListingView;
import net.gatepost.job.Listings;
import net.gatepost.web.Moments;
import net.gatepost.web.PageNumber;
import net.gatepost.web.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A member's own applications, here and elsewhere. */
@Controller
@RequestMapping("/me/applications")
class ApplicationsController {

    private static final String PATH = "/me/applications";

    private final Applications applications;
    private final Departures departures;
    private final Listings listings;
    private final Employers employers;

    ApplicationsController(Applications applications, Departures departures, Listings listings, Employers employers) {
        this.applications = applications;
        this.departures = departures;
        this.listings = listings;
        this.employers = employers;
    }

    @GetMapping
    String list(
            Viewer viewer,
            @RequestParam(required = false) @Nullable String stage,
            @RequestParam(required = false) @Nullable String page,
            Model model) {
        var filter = StageFilter.of(stage);
        int number = PageNumber.of(page);
        var counts = applications.counts(viewer);
        var found = applications.page(viewer, filter.stages(), number);
        var titles = byId(found.stream().map(ApplicationRow::listingId));
        var names =
                employers.byIds(found.stream().map(ApplicationRow::employerId).collect(Collectors.toSet()));
        model.addAttribute(
                "list",
                new ApplicationsPage(
                        found.stream().map(row -> row(row, titles, names)).toList(),
                        filter.tabs(PATH, counts),
                        number,
                        Math.max(1, found.getTotalPages()),
                        filter.query(),
                        counts.values().stream().allMatch(count -> count == 0),
                        departures.count(viewer)));
        return "apply/applications";
    }

    @GetMapping("/elsewhere")
    String elsewhere(Viewer viewer, @RequestParam(required = false) @Nullable String page, Model model) {
        int number = PageNumber.of(page);
        var found = departures.page(viewer, number);
        var titles = byId(found.stream().map(Departures.Gone::listingId));
        model.addAttribute("tabs", StageFilter.of(null).tabs(PATH, applications.counts(viewer)))
                .addAttribute("count", found.getTotalElements())
                .addAttribute(
                        "rows",
                        found.stream()
                                .map(gone -> gone(gone, titles.get(gone.listingId())))
                                .toList())
                .addAttribute("page", number)
                .addAttribute("pages", Math.max(1, found.getTotalPages()));
        return "apply/elsewhere";
    }

    @PostMapping("/elsewhere/{id}/removal")
    String remove(Viewer viewer, @PathVariable UUID id, RedirectAttributes flash) {
        departures.remove(viewer, id);
        flash.addFlashAttribute("notice", "apply.elsewhere.removed");
        return "redirect:" + Departures.PATH;
    }

    @GetMapping("/{id}")
    String one(Viewer viewer, @PathVariable UUID id, Model model) {
        show(applications.one(viewer, id), model);
        return "apply/application";
    }

    @GetMapping("/{id}/withdrawal")
    String askBeforeWithdrawing(Viewer viewer, @PathVariable UUID id, Model model) {
        var application = applications.one(viewer, id);
        if (application.stage() == Stage.WITHDRAWN) {
            return "redirect:" + application.path();
        }
        show(application, model);
        return "apply/withdrawal";
    }

    @PostMapping("/{id}/withdrawal")
    String withdraw(Viewer viewer, @PathVariable UUID id, RedirectAttributes flash) {
        applications.withdraw(viewer, id);
        flash.addFlashAttribute("notice", "apply.withdrawn");
        return "redirect:" + PATH + "/" + id;
    }

    private Map<UUID, ListingView> byId(Stream<UUID> ids) {
        return listings.publishedAmong(ids.collect(Collectors.toSet())).stream()
                .collect(Collectors.toMap(ListingView::id, Function.identity()));
    }

    private void show(ApplicationView application, Model model) {
        var listing = listings.published(application.listingId()).orElse(null);
        var employer = employers.byId(application.employerId()).orElse(null);
        model.addAttribute("sent", application)
                .addAttribute("job", listing == null ? "" : listing.title())
                .addAttribute("href", listing == null ? null : listing.path())
                .addAttribute(
                        "listingState", listing == null ? null : listing.state().name())
                .addAttribute("employer", employer == null ? "" : employer.name())
                .addAttribute("kind", StageFilter.kind(application.stage()))
                .addAttribute("timeline", Timeline.of(application, Map.of()));
    }

    private static ApplicationsPage.Row row(
            ApplicationRow row, Map<UUID, ListingView> titles, Map<UUID, EmployerView> names) {
        var listing = titles.get(row.listingId());
        var employer = names.get(row.employerId());
        return new ApplicationsPage.Row(
                PATH + "/" + row.id(),
                listing == null ? "" : listing.title(),
                employer == null ? "" : employer.name(),
                row.stage(),
                Moments.told(row.submittedAt()),
                Moments.told(row.movedAt()),
                listing == null || listing.state() == ListingState.LIVE ? null : listing.state());
    }

    private static ApplicationsPage.Gone gone(Departures.Gone gone, @Nullable ListingView listing) {
        var said = gone.saidAt();
        return new ApplicationsPage.Gone(
                gone.id(),
                gone.listingId(),
                listing == null ? "" : listing.title(),
                listing == null ? "/jobs/" + gone.listingId() : listing.path(),
                Moments.told(gone.leftAt()),
                said == null ? null : Moments.told(said));
    }
}
