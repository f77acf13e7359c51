package net.gatepost.apply.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.UUID;
import net.gatepost.apply.Applying;
import net.gatepost.apply.NotAccepted;
import net.gatepost.job.ListingView;
import net.gatepost.job.Listings;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page on which one applies for a job, or learns where else to. Whoever has applied is led to their application. */
@Controller
class ApplyController {

    private final Applying applying;
    private final Listings listings;
    private final ApplyPages pages;

    ApplyController(Applying applying, Listings listings, ApplyPages pages) {
        this.applying = applying;
        this.listings = listings;
        this.pages = pages;
    }

    @GetMapping("/jobs/{id}/apply")
    String form(@Nullable Viewer viewer, @PathVariable UUID id, Model model, HttpServletResponse response) {
        var listing = listings.published(id).orElseThrow(NotFound::new);
        var made = viewer == null ? null : applying.made(viewer, id).orElse(null);
        if (made != null) {
            return toApplication(made);
        }
        if (!pages.isOpen(listing)) {
            return pages.over(listing, null, model, response);
        }
        if (pages.isElsewhere(listing)) {
            return pages.leaving(viewer, listing, model);
        }
        if (viewer == null) {
            return pages.signedOut(listing, null, model);
        }
        model.addAttribute("form", ApplyForm.asking(listing.content().questions()));
        return pages.form(viewer, listing, model);
    }

    @PostMapping("/jobs/{id}/apply")
    String apply(
            @Nullable Viewer viewer,
            @PathVariable UUID id,
            @Valid @ModelAttribute("form") ApplyForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var listing = listings.published(id).orElseThrow(NotFound::new);
        if (viewer == null) {
            response.setStatus(HttpStatus.UNAUTHORIZED.value());
            return pages.signedOut(listing, form, model);
        }
        var made = applying.made(viewer, id);
        if (made.isPresent()) {
            return done(made.get(), flash);
        }
        form.check(errors);
        if (errors.hasErrors() && pages.isOpen(listing)) {
            return pages.form(viewer, listing, model);
        }
        try {
            return done(applying.apply(viewer, id, form.toDraft()), flash);
        } catch (NotAccepted refused) {
            return refused(refused, viewer, id, form, errors, model, response);
        }
    }

    private String refused(
            NotAccepted refused,
            Viewer viewer,
            UUID id,
            ApplyForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response) {
        ListingView listing = listings.published(id).orElseThrow(NotFound::new);
        switch (refused.reason()) {
            case OVER -> {
                return pages.over(listing, form, model, response);
            }
            case ELSEWHERE -> {
                response.setStatus(HttpStatus.CONFLICT.value());
                model.addAttribute("typed", form);
                return pages.leaving(viewer, listing, model);
            }
            case QUESTIONS_CHANGED -> {
                return pages.otherQuestions(viewer, listing, form, model, response);
            }
            case OWN_EMPLOYER -> response.setStatus(HttpStatus.CONFLICT.value());
            case BLOCKED -> errors.rejectValue("despiteBlock", "apply.blocked.confirm");
            case NO_RESUME -> errors.reject("apply.resume.gone");
        }
        return pages.form(viewer, listing, model);
    }

    private static String done(UUID application, RedirectAttributes flash) {
        flash.addFlashAttribute("notice", "apply.done");
        return toApplication(application);
    }

    private static String toApplication(UUID application) {
        return "redirect:/me/applications/" + application;
    }
}
