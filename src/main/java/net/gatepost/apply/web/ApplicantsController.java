package net.gatepost.apply.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import net.gatepost.apply.Applicants;
import net.gatepost.apply.DeclineReason;
import net.gatepost.apply.Stage;
import net.gatepost.apply.StaleApplication;
import net.gatepost.web.FormVersion;
import net.gatepost.web.PageNumber;
import net.gatepost.web.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
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

    /** Where a recruiter moves people, in order. */
    private static final List<Stage> MOVES =
            List.of(Stage.IN_REVIEW, Stage.INTERVIEW, Stage.OFFER, Stage.HIRED, Stage.DECLINED);

    private final Applicants applicants;
    private final ApplicantPages pages;
    private final BulkMoves moves;
    private final MessageSource messages;

    ApplicantsController(Applicants applicants, ApplicantPages pages, BulkMoves moves, MessageSource messages) {
        this.applicants = applicants;
        this.pages = pages;
        this.moves = moves;
        this.messages = messages;
    }

    @GetMapping
    String list(
            Viewer viewer,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String stage,
            @RequestParam(required = false) @Nullable String page,
            @RequestParam(defaultValue = "") String view,
            Model model) {
        return list(viewer, id, stage, page, view, StageForm.blank(0), Set.of(), model);
    }

    /** @param ticked the values of those that are ticked */
    private String list(
            Viewer viewer,
            UUID id,
            @Nullable String stage,
            @Nullable String page,
            String view,
            StageForm bulk,
            Set<String> ticked,
            Model model) {
        model.addAttribute("move", bulk).addAttribute("ticked", ticked);
        model.addAttribute(
                "list",
                view.equals("board")
                        ? pages.board(viewer, id)
                        : pages.list(viewer, id, StageFilter.of(stage), PageNumber.of(page)));
        model.addAttribute("moves", MOVES);
        model.addAttribute("reasons", DeclineReason.values());
        return "apply/applicants";
    }

    @GetMapping("/export")
    ResponseEntity<String> export(Viewer viewer, @PathVariable UUID id) {
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"applicants.csv\"")
                .cacheControl(CacheControl.noStore())
                .body(pages.csv(viewer, id));
    }

    /**
     * @param chosen each an application's id and version
     * @param in the stage that the list showed; the form's own is where they go
     */
    @PostMapping("/stage")
    String moveSeveral(
            Viewer viewer,
            @PathVariable UUID id,
            @RequestParam(name = "chosen", defaultValue = "") List<String> chosen,
            @Valid @ModelAttribute("form") StageForm form,
            BindingResult errors,
            @RequestParam(defaultValue = "") String view,
            @RequestParam(required = false) @Nullable String in,
            @RequestParam(required = false) @Nullable String page,
            Model model,
            RedirectAttributes flash) {
        applicants.listing(viewer, id);
        var next = form.chosen().filter(MOVES::contains);
        String wrong = chosen.isEmpty()
                ? "apply.bulk.none"
                : next.isEmpty() ? "apply.move.missing" : errors.hasErrors() ? "apply.decline.long" : "";
        if (!wrong.isEmpty()) {
            errors.reject(wrong);
            model.addAttribute("notice", wrong).addAttribute("noticeKind", "error");
            return list(viewer, id, in, page, view, form, Set.copyOf(chosen), model);
        }
        flash.addFlashAttribute("bulk", moves.move(viewer, id, chosen, next.orElseThrow(), wordsOf(form)));
        String path = "/hire/listings/" + id + "/applicants";
        if (view.equals("board")) {
            return "redirect:" + path + "?view=board";
        }
        String filter = StageFilter.of(in).query();
        return "redirect:" + path + "?page=" + PageNumber.of(page) + (filter == null ? "" : "&" + filter);
    }

    private @Nullable String wordsOf(StageForm form) {
        if (!form.isRefusal()) {
            return null;
        }
        return form.words().isEmpty()
                ? form.chosenReason()
                        .map(reason -> messages.getMessage(reason.wordsKey(), null, Locale.ENGLISH))
                        .orElse(null)
                : form.words();
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
            applicants.move(viewer, id, applicationId, form.lookedAt(), chosen.get(), wordsOf(form));
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
            applicants.takeBack(viewer, id, applicationId, FormVersion.of(version));
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
        model.addAttribute("submission", UUID.randomUUID());
        return "apply/applicant";
    }
}
