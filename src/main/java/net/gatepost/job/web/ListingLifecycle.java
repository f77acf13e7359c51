package net.gatepost.job.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.UUID;
import net.gatepost.employer.Employers;
import net.gatepost.job.CloseReason;
import net.gatepost.job.EmployerNotVerified;
import net.gatepost.job.IllegalListingState;
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
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What happens to a listing: previewed, published, renewed, closed. */
@Controller
class ListingLifecycle {

    private final Listings listings;
    private final Employers employers;
    private final ListingForms forms;
    private final ListingPages words;
    private final EditPage editPage;

    ListingLifecycle(
            Listings listings, Employers employers, ListingForms forms, ListingPages words, EditPage editPage) {
        this.listings = listings;
        this.employers = employers;
        this.forms = forms;
        this.words = words;
        this.editPage = editPage;
    }

    @GetMapping("/hire/listings/{id}/preview")
    String preview(Viewer viewer, @PathVariable UUID id, Model model) {
        return preview(viewer, id, null, model);
    }

    /** @param version that was looked at */
    @PostMapping("/hire/listings/{id}/publication")
    String publish(
            Viewer viewer,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String version,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        try {
            listings.publish(viewer, id, FormVersion.of(version));
        } catch (NotPublishable refused) {
            return refused(viewer, id, refused, null, model);
        } catch (StaleListing stale) {
            response.setStatus(HttpStatus.CONFLICT.value());
            return preview(viewer, id, "listing.refused.stale", model);
        } catch (EmployerNotVerified unverified) {
            response.setStatus(HttpStatus.CONFLICT.value());
            return preview(viewer, id, "listing.refused.unverified", model);
        } catch (IllegalListingState closed) {
            return conflict(viewer, id, "listing.refused.closed", model, response);
        }
        flash.addFlashAttribute("notice", "listing.notice.published");
        return "redirect:/hire/listings/" + id;
    }

    /** @param until the last day on which it is to be shown */
    @PostMapping("/hire/listings/{id}/renewal")
    String renew(
            Viewer viewer,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String until,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var form = ListingConflict.ending(until, forms.of(listings.hiring(viewer, id)));
        var errors = editPage.validate(form, model);
        var day = ListingForms.ends(form, errors);
        if (day == null && !errors.hasErrors()) {
            errors.rejectValue("ends", "listing.ends.missing");
        }
        if (day == null || errors.hasErrors()) {
            return editPage.of(listings.hiring(viewer, id), model);
        }
        try {
            listings.renew(viewer, id, day);
        } catch (NotPublishable refused) {
            return refused(viewer, id, refused, until, model);
        } catch (StaleListing stale) {
            return conflict(viewer, id, "listing.refused.stale", model, response);
        } catch (EmployerNotVerified unverified) {
            return conflict(viewer, id, "listing.refused.unverified", model, response);
        } catch (IllegalListingState notPublished) {
            return conflict(viewer, id, "listing.refused.not-published", model, response);
        }
        flash.addFlashAttribute("notice", "listing.notice.renewed");
        return "redirect:/hire/listings/" + id;
    }

    @PostMapping("/hire/listings/{id}/responsible")
    String handOver(
            Viewer viewer,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable UUID to,
            Model model,
            RedirectAttributes flash,
            HttpServletResponse response) {
        if (to == null) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("refusal", "listing.responsible.missing");
            return edit(viewer, id, model);
        }
        try {
            listings.handOver(viewer, id, to);
        } catch (StaleListing stale) {
            return conflict(viewer, id, "listing.refused.stale", model, response);
        }
        flash.addFlashAttribute("notice", "listing.notice.handed-over");
        return "redirect:/hire/listings/" + id;
    }

    @PostMapping("/hire/listings/{id}/closure")
    String close(
            Viewer viewer,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var chosen = Arrays.stream(CloseReason.values())
                .filter(each -> each.name().equals(reason))
                .findFirst();
        if (chosen.isEmpty()) {
            model.addAttribute("reasonMissing", true);
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return edit(viewer, id, model);
        }
        try {
            listings.close(viewer, id, chosen.get());
        } catch (StaleListing stale) {
            return conflict(viewer, id, "listing.refused.stale", model, response);
        } catch (IllegalListingState draft) {
            return conflict(viewer, id, "listing.refused.not-published", model, response);
        }
        flash.addFlashAttribute("notice", "listing.notice.closed");
        return "redirect:/hire/listings/" + id;
    }

    private String preview(Viewer viewer, UUID id, @Nullable String refusal, Model model) {
        var listing = listings.hiring(viewer, id);
        var employer = employers.byId(listing.employerId()).orElseThrow(NotFound::new);
        model.addAttribute("page", words.page(listing, employer));
        model.addAttribute("verified", employer.isVerified());
        model.addAttribute("refusal", refusal);
        return "job/preview";
    }

    private String edit(Viewer viewer, UUID id, Model model) {
        var listing = listings.hiring(viewer, id);
        model.addAttribute("form", forms.of(listing));
        return editPage.of(listing, model);
    }

    private String conflict(Viewer viewer, UUID id, String refusal, Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.CONFLICT.value());
        model.addAttribute("refusal", refusal);
        return edit(viewer, id, model);
    }

    /** @param until the last day that was asked for, null for the listing's own */
    private String refused(Viewer viewer, UUID id, NotPublishable refused, @Nullable String until, Model model) {
        var listing = listings.hiring(viewer, id);
        var form = forms.of(listing);
        var errors = editPage.validate(until == null ? form : ListingConflict.ending(until, form), model);
        EditPage.reject(refused, errors);
        return editPage.of(listing, model);
    }
}
