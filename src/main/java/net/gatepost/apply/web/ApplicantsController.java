package net.gatepost.apply.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.UUID;
import net.gatepost.apply.Applicants;
import net.gatepost.apply.StaleApplication;
import net.gatepost.web.PageNumber;
import net.gatepost.web.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Who applied for a listing, for its recruiters; opening one is a look that its owner reads of. */
@Controller
@RequestMapping("/hire/listings/{id}/applicants")
class ApplicantsController {

    private final Applicants applicants;
    private final ApplicantPages pages;

    ApplicantsController(Applicants applicants, ApplicantPages pages) {
        this.applicants = applicants;
        this.pages = pages;
    }

    @GetMapping
    String list(
            Viewer viewer,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String stage,
            @RequestParam(required = false) @Nullable String page,
            Model model) {
        model.addAttribute("list", pages.list(viewer, id, StageFilter.of(stage), PageNumber.of(page)));
        return "apply/applicants";
    }

    @GetMapping("/{applicationId}")
    String one(Viewer viewer, @PathVariable UUID id, @PathVariable UUID applicationId, Model model) {
        return show(viewer, id, applicationId, null, model);
    }

    @GetMapping("/{applicationId}/resume")
    ResponseEntity<byte[]> resume(Viewer viewer, @PathVariable UUID id, @PathVariable UUID applicationId) {
        return applicants.resume(viewer, id, applicationId).toResponse();
    }

    @PostMapping("/{applicationId}/stage")
    String move(
            Viewer viewer,
            @PathVariable UUID id,
            @PathVariable UUID applicationId,
            @Valid @ModelAttribute("form") StageForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var chosen = form.chosen();
        if (chosen.isEmpty()) {
            errors.rejectValue("stage", "apply.move.missing");
        }
        if (errors.hasErrors() || chosen.isEmpty()) {
            return show(viewer, id, applicationId, form, model);
        }
        try {
            String words = form.isRefusal() && !form.words().isEmpty() ? form.words() : null;
            applicants.move(viewer, id, applicationId, form.lookedAt(), chosen.get(), words);
        } catch (StaleApplication stale) {
            return stale(viewer, id, applicationId, form, model, response);
        }
        flash.addFlashAttribute("notice", "apply.moved");
        return "redirect:/hire/listings/" + id + "/applicants/" + applicationId;
    }

    @PostMapping("/{applicationId}/stage/undo")
    String takeBack(
            Viewer viewer,
            @PathVariable UUID id,
            @PathVariable UUID applicationId,
            @RequestParam(defaultValue = "") String version,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        try {
            applicants.takeBack(
                    viewer, id, applicationId, version.matches("[0-9]{1,18}") ? Long.parseLong(version) : -1);
        } catch (StaleApplication stale) {
            return stale(viewer, id, applicationId, StageForm.blank(0), model, response);
        }
        flash.addFlashAttribute("notice", "apply.taken-back");
        return "redirect:/hire/listings/" + id + "/applicants/" + applicationId;
    }

    /** Somebody else was faster, or it can't go there: the page as it stands now, with what was typed. */
    private String stale(
            Viewer viewer, UUID id, UUID applicationId, StageForm form, Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.CONFLICT.value());
        model.addAttribute("stale", true);
        return show(viewer, id, applicationId, form, model);
    }

    /** @param typed null where nothing was */
    private String show(Viewer viewer, UUID id, UUID applicationId, @Nullable StageForm typed, Model model) {
        var applicant = applicants.look(viewer, id, applicationId);
        long version = applicant.application().version();
        if (typed == null) {
            model.addAttribute("form", StageForm.blank(version));
        } else if (typed.lookedAt() != version) {
            var form = typed.at(version);
            model.addAttribute("form", form)
                    .addAttribute(BindingResult.MODEL_KEY_PREFIX + "form", new BeanPropertyBindingResult(form, "form"));
        }
        model.addAttribute("page", pages.one(viewer, applicant));
        return "apply/applicant";
    }
}
