package net.gatepost.job.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.gatepost.employer.EmployerView;
import net.gatepost.employer.Employers;
import net.gatepost.job.AlreadyMade;
import net.gatepost.job.HiringList;
import net.gatepost.job.HiringRow;
import net.gatepost.job.IllegalListingState;
import net.gatepost.job.ListingDates;
import net.gatepost.job.ListingState;
import net.gatepost.job.ListingView;
import net.gatepost.job.Listings;
import net.gatepost.job.NotPublishable;
import net.gatepost.job.StaleListing;
import net.gatepost.web.FormVersion;
import net.gatepost.web.NotFound;
import net.gatepost.web.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A recruiter's listings: the list, writing one, and changing one. */
@Controller
class HireListings {

    /** Somebody who acts for no employer yet is told there what to do first. */
    private static final String TO_THE_DESK = "redirect:/hire";

    private static final int FURTHEST_PAGE = 100_000;

    /** As a title is. */
    private static final int LONGEST_WORDS = 120;

    private final Listings listings;
    private final HiringList hiringList;
    private final Employers employers;
    private final ListingForms forms;
    private final ListingPages words;
    private final EditPage editPage;
    private final DeskFigures figures;
    private final ListingChoices choices;
    private final Clock clock;

    HireListings(
            Listings listings,
            HiringList hiringList,
            Employers employers,
            ListingForms forms,
            ListingPages words,
            EditPage editPage,
            DeskFigures figures,
            ListingChoices choices,
            Clock clock) {
        this.listings = listings;
        this.hiringList = hiringList;
        this.employers = employers;
        this.forms = forms;
        this.words = words;
        this.editPage = editPage;
        this.figures = figures;
        this.choices = choices;
        this.clock = clock;
    }

    @GetMapping("/hire/listings")
    String list(
            Viewer viewer,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable UUID employer,
            @RequestParam(name = "page", defaultValue = "1") String pageTyped,
            Model model) {
        var mine = employers.actingFor(viewer);
        if (mine.isEmpty()) {
            return TO_THE_DESK;
        }
        var wanted = Arrays.stream(ListingState.values())
                .filter(each -> each.name().equalsIgnoreCase(state))
                .findFirst()
                .orElse(null);
        int page = pageTyped.matches("[1-9][0-9]{0,5}") ? Math.min(Integer.parseInt(pageTyped), FURTHEST_PAGE) : 1;
        var byId = mine.stream().collect(Collectors.toMap(EmployerView::id, Function.identity()));
        String looked = q.strip();
        var narrowed = new HiringList.Narrowed(
                looked.length() > LONGEST_WORDS ? looked.substring(0, LONGEST_WORDS) : looked, employer);
        var found = hiringList.page(viewer, narrowed, wanted, page);
        var ids = found.map(HiringRow::id).getContent();
        var counted = new HireListingsPage.Counted(figures.totals(ids), figures.firstAnswers(ids), clock.instant());
        model.addAttribute(
                "list",
                HireListingsPage.of(
                        found, page, wanted, narrowed, hiringList.counts(viewer, narrowed), byId, counted, words));
        model.addAttribute("employers", mine);
        model.addAttribute("choices", choices);
        model.addAttribute("unverified", mine.stream().noneMatch(EmployerView::isVerified));
        return "job/listings";
    }

    /** @param from the listing that the new one begins as a copy of */
    @GetMapping("/hire/listings/new")
    String write(Viewer viewer, @RequestParam(required = false) @Nullable UUID from, Model model) {
        var mine = employers.actingFor(viewer);
        if (mine.isEmpty()) {
            return TO_THE_DESK;
        }
        var submission = UUID.randomUUID();
        var form = from == null
                ? forms.blank(mine.get(0).id(), submission, defaultEnd(null))
                : copy(listings.hiring(viewer, from), submission);
        model.addAttribute("form", form);
        return editPage.forNew(mine, model);
    }

    @PostMapping("/hire/listings")
    String create(
            Viewer viewer,
            @RequestParam(defaultValue = "") String then,
            @Valid @ModelAttribute("form") ListingForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var mine = requireEmployers(viewer);
        var employer = id(form.employer());
        var submission = id(form.submission());
        employers.requireActingFor(viewer, employer);
        var draft = forms.read(form, null, errors);
        if (errors.hasErrors()) {
            return editPage.forNew(mine, model);
        }
        UUID made;
        try {
            made = listings.draft(viewer, employer, submission, draft);
            flash.addFlashAttribute("notice", "listing.notice.drafted");
        } catch (AlreadyMade repeated) {
            var before = listings.madeWith(viewer, submission).orElseThrow(NotFound::new);
            if (!before.content().equals(draft)) {
                return editPage.conflict(before, forms.of(before), forms.understood(form, draft), model, response);
            }
            made = before.id();
        }
        return "redirect:/hire/listings/" + made + (then.equals("preview") ? "/preview" : "");
    }

    @GetMapping("/hire/listings/{id}")
    String edit(Viewer viewer, @PathVariable UUID id, Model model) {
        var listing = listings.hiring(viewer, id);
        model.addAttribute("form", forms.of(listing));
        return editPage.of(listing, model);
    }

    /** @param theirs after a conflict: the fields that are to stay as somebody else has stored them */
    @PostMapping("/hire/listings/{id}")
    String save(
            Viewer viewer,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String then,
            @RequestParam(defaultValue = "") List<String> theirs,
            @Valid @ModelAttribute("form") ListingForm typed,
            BindingResult typedErrors,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var before = listings.hiring(viewer, id);
        var form = typed;
        var errors = typedErrors;
        if (!theirs.isEmpty() && typed.version().equals(String.valueOf(before.version()))) {
            form = ListingConflict.taking(theirs, forms.of(before), typed);
            errors = editPage.validate(form, model);
        }
        var draft = forms.read(form, before, errors);
        if (errors.hasErrors()) {
            return editPage.of(before, model);
        }
        try {
            listings.revise(viewer, id, version(form), draft);
        } catch (StaleListing stale) {
            var now = listings.hiring(viewer, id);
            return editPage.conflict(now, forms.of(now), forms.understood(form, draft), model, response);
        } catch (NotPublishable refused) {
            EditPage.reject(refused, errors);
            return editPage.of(before, model);
        } catch (IllegalListingState closed) {
            response.setStatus(HttpStatus.CONFLICT.value());
            model.addAttribute("refusal", "listing.refused.closed");
            return editPage.of(listings.hiring(viewer, id), model);
        }
        flash.addFlashAttribute("notice", before.isLive() ? "listing.notice.live" : "listing.notice.saved");
        return "redirect:/hire/listings/" + id + (then.equals("preview") ? "/preview" : "");
    }

    private ListingForm copy(ListingView listing, UUID submission) {
        return forms.copy(listing, submission, defaultEnd(listing));
    }

    private LocalDate defaultEnd(@Nullable ListingView listing) {
        var zone = listing == null ? ListingDates.ZONE_WITHOUT_PLACE : listing.zone();
        return ListingDates.defaultEnd(zone, clock.instant());
    }

    /** Who recruits for nobody has no listings, and no pages about them. */
    private List<EmployerView> requireEmployers(Viewer viewer) {
        var mine = employers.actingFor(viewer);
        if (mine.isEmpty()) {
            throw new NotFound();
        }
        return mine;
    }

    private static UUID id(String typed) {
        try {
            return UUID.fromString(typed);
        } catch (IllegalArgumentException nonsense) {
            throw new NotFound();
        }
    }

    /** What is no version is none that the listing ever had. */
    private static long version(ListingForm form) {
        return FormVersion.of(form.version());
    }
}
