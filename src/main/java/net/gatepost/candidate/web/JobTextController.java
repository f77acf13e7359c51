package net.gatepost.candidate.web;

import jakarta.validation.Valid;
import net.gatepost.candidate.Findable;
import net.gatepost.web.ForVerifiedRecruiters;
import net.gatepost.web.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Turns the text of a job into an ordinary search for members, which can be changed, kept and reloaded as any. */
@ForVerifiedRecruiters
@Controller
@RequestMapping("/hire/candidates/for-job")
class JobTextController {

    private final Findable findable;
    private final JobText jobText;
    private final CandidateQueries queries;

    JobTextController(Findable findable, JobText jobText, CandidateQueries queries) {
        this.findable = findable;
        this.jobText = jobText;
        this.queries = queries;
    }

    @GetMapping
    String form(Viewer viewer, @RequestParam(required = false) @Nullable String employer, Model model) {
        var finder = findable.finder(viewer, employer);
        model.addAttribute("form", new JobTextForm(finder.employer().id(), null));
        return page(finder, model);
    }

    @PostMapping
    String read(
            Viewer viewer,
            @ModelAttribute("form") @Valid JobTextForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes redirect) {
        var employer = form.employer();
        var finder = findable.finder(viewer, employer == null ? null : employer.toString());
        String text = form.text();
        if (errors.hasErrors() || text == null) {
            return page(finder, model);
        }
        var typed = jobText.read(text);
        if (!typed.query().hasReasons()) {
            errors.rejectValue("text", "candidate.job.nothing");
            return page(finder, model);
        }
        redirect.addFlashAttribute("jobRemarks", typed.remarks());
        return "redirect:/hire/candidates?"
                + queries.address(typed, finder.employer().id());
    }

    private static String page(Findable.Finder finder, Model model) {
        model.addAttribute("employer", finder.employer()).addAttribute("longest", JobTextForm.LONGEST);
        return "candidate/for-job";
    }
}
