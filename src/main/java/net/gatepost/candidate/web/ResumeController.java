package net.gatepost.candidate.web;

import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.List;
import java.util.Map;
import net.gatepost.candidate.Candidates;
import net.gatepost.candidate.resume.ResumeFacts;
import net.gatepost.candidate.resume.Resumes;
import net.gatepost.candidate.resume.reader.Refusal;
import net.gatepost.candidate.resume.reader.ResumeRefused;
import net.gatepost.web.Moments;
import net.gatepost.web.SpillRefused;
import net.gatepost.web.Upload;
import net.gatepost.web.Viewer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A member's own résumé: sending, replacing, saving, deleting it, and what of it may go into the profile. */
@Controller
@RequestMapping("/me/resume")
class ResumeController {

    private static final String PAGE = "redirect:/me/resume";

    private static final Map<Refusal, HttpStatus> STATUSES =
            Map.of(Refusal.TOO_LARGE, HttpStatus.CONTENT_TOO_LARGE, Refusal.BUSY, HttpStatus.SERVICE_UNAVAILABLE);

    private static final String TRY_AGAIN_AFTER = "10";

    private final Resumes resumes;
    private final Candidates candidates;

    ResumeController(Resumes resumes, Candidates candidates) {
        this.resumes = resumes;
        this.candidates = candidates;
    }

    /** @param kilobytes of the file, rounded up */
    record OnFile(String name, String typeKey, long kilobytes, String when) {

        static OnFile of(ResumeFacts facts) {
            return new OnFile(
                    facts.name(),
                    "candidate.resume.type." + facts.type(),
                    (facts.size() + 1023L) / 1024,
                    Moments.told(facts.uploadedAt()));
        }

        @Override
        public String toString() {
            return "OnFile[withheld]";
        }
    }

    @GetMapping
    String resume(Viewer viewer, Model model) {
        return page(viewer, model.addAttribute("form", ResumeForm.EMPTY));
    }

    @PostMapping
    String replace(
            Viewer viewer,
            Upload file,
            @ModelAttribute("form") ResumeForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response) {
        try {
            resumes.replace(viewer, file);
            redirect.addFlashAttribute("notice", "candidate.resume.kept");
            return PAGE;
        } catch (ResumeRefused refused) {
            errors.rejectValue("file", refused.reason().messageKey(), new Object[] {Resumes.MOST_MEGABYTES}, null);
            answer(refused.reason(), response);
        } catch (SpillRefused marked) {
            marked.tell(errors);
        }
        return page(viewer, model);
    }

    /** Deleted in another window: then back to the page that says so. */
    @GetMapping("/file")
    ResponseEntity<byte[]> file(Viewer viewer) {
        return resumes.onFile(viewer).isPresent()
                ? resumes.ownedBy(viewer).toResponse()
                : ResponseEntity.status(HttpStatus.SEE_OTHER)
                        .location(URI.create("/me/resume"))
                        .build();
    }

    @GetMapping("/deletion")
    String askBeforeDeleting(Viewer viewer, Model model) {
        var onFile = resumes.onFile(viewer);
        onFile.ifPresent(facts -> model.addAttribute("resume", OnFile.of(facts)));
        return onFile.isEmpty() ? PAGE : "candidate/resume-deletion";
    }

    @PostMapping("/deletion")
    String delete(Viewer viewer, RedirectAttributes redirect) {
        resumes.delete(viewer);
        redirect.addFlashAttribute("notice", "candidate.resume.deleted");
        return PAGE;
    }

    /** Only what was suggested can be added this way: whatever else is sent is left out. */
    @PostMapping("/skills")
    String addSkills(
            Viewer viewer,
            @ModelAttribute("form") ResumeForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes redirect) {
        var chosen = form.skills() == null ? List.<String>of() : form.skills();
        var suggested = resumes.suggestedSkills(viewer);
        var added = suggested.stream().filter(chosen::contains).toList();
        if (chosen.isEmpty()) {
            errors.rejectValue("skills", "candidate.resume.skills.none-chosen");
            return page(viewer, model);
        }
        boolean all = candidates.addSkills(viewer, added) == added.size();
        redirect.addFlashAttribute("notice", all ? "candidate.resume.skills.added" : "candidate.resume.skills.full");
        return PAGE;
    }

    private String page(Viewer viewer, Model model) {
        resumes.onFile(viewer).ifPresent(facts -> model.addAttribute("resume", OnFile.of(facts)));
        model.addAttribute("suggested", resumes.suggestedSkills(viewer))
                .addAttribute(
                        "readable",
                        resumes.textOf(viewer).filter(text -> !text.isBlank()).isPresent());
        return "candidate/resume";
    }

    private static void answer(Refusal reason, HttpServletResponse response) {
        var status = STATUSES.get(reason);
        if (status != null) {
            response.setStatus(status.value());
        }
        if (reason == Refusal.BUSY) {
            response.setHeader(HttpHeaders.RETRY_AFTER, TRY_AGAIN_AFTER);
        }
    }
}
