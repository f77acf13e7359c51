package net.gatepost.candidate.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import net.gatepost.candidate.CandidatePage.Fact;
import net.gatepost.candidate.CandidateProfile;
import net.gatepost.candidate.Candidates;
import net.gatepost.candidate.Stale;
import net.gatepost.web.Viewer;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Changing a part that a profile has once; each part's controller brings its form and its page.
 *
 * @param <T> what the part says
 * @param <F> its form
 */
abstract class PartController<T, F extends RowForm<T>> {

    private final Candidates candidates;
    private final Clock clock;

    PartController(Candidates candidates, Clock clock) {
        this.candidates = candidates;
        this.clock = clock;
    }

    /** The part's page under {@code templates/candidate/}. */
    abstract String page();

    abstract F filled(CandidateProfile profile);

    abstract List<Fact> stored(CandidateProfile profile);

    abstract void save(Viewer viewer, long version, T content);

    /** What the form's lists offer. */
    void choices(Model model) {}

    @GetMapping
    String edit(Viewer viewer, Model model) {
        var profile = candidates.profileOf(viewer);
        return page(model.addAttribute("form", filled(profile)), profile.version());
    }

    @PostMapping
    String change(
            Viewer viewer,
            @RequestParam long version,
            @Valid @ModelAttribute("form") F form,
            BindingResult errors,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response) {
        form.check(errors, LocalDate.now(clock));
        if (errors.hasErrors()) {
            return page(model, version);
        }
        try {
            save(viewer, version, form.content());
            redirect.addFlashAttribute("notice", "candidate.saved");
            return "redirect:/me/profile";
        } catch (Stale stale) {
            var profile = candidates.profileOf(viewer);
            response.setStatus(HttpStatus.CONFLICT.value());
            model.addAttribute("storedFacts", stored(profile));
            return page(model, profile.version());
        }
    }

    private String page(Model model, long version) {
        choices(model);
        model.addAttribute("version", version);
        return page();
    }
}
