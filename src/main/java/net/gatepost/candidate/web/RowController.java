package net.gatepost.candidate.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import net.gatepost.candidate.CandidatePages;
import net.gatepost.candidate.Candidates;
import net.gatepost.candidate.Row;
import net.gatepost.candidate.Section;
import net.gatepost.candidate.SectionFull;
import net.gatepost.candidate.Stale;
import net.gatepost.web.Viewer;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.validation.Errors;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Adding, changing and removing the entries of one section; each section's controller brings its form, its choices and
 * its page.
 *
 * @param <T> what an entry says
 * @param <F> its form
 */
abstract class RowController<T, F extends RowForm<T>> {

    private static final String PROFILE = "redirect:/me/profile";

    private final Candidates candidates;
    private final CandidatePages pages;
    private final Clock clock;
    private final Section<T> section;

    RowController(Candidates candidates, CandidatePages pages, Clock clock, Section<T> section) {
        this.candidates = candidates;
        this.pages = pages;
        this.clock = clock;
        this.section = section;
    }

    /** The section's page under {@code templates/candidate/}. */
    abstract String page();

    abstract F blank();

    abstract F filled(T content);

    /** What the form's lists offer. */
    void choices(Model model) {}

    /** What only the section's catalogue can tell; asked when the form is in order by itself. */
    void check(F form, Errors errors, LocalDate today) {}

    @GetMapping("/new")
    String blank(Model model) {
        return newPage(model.addAttribute("form", blank()), UUID.randomUUID());
    }

    @PostMapping("/new")
    String add(
            Viewer viewer,
            @RequestParam UUID key,
            @Valid @ModelAttribute("form") F form,
            BindingResult errors,
            Model model,
            RedirectAttributes redirect) {
        if (isInOrder(form, errors)) {
            try {
                candidates.add(viewer, section, key, form.content());
                redirect.addFlashAttribute("notice", "candidate.saved");
                return PROFILE;
            } catch (SectionFull full) {
                errors.reject("candidate.full", new Object[] {section.most()}, null);
            }
        }
        return newPage(model, key);
    }

    @GetMapping("/{id}")
    String edit(Viewer viewer, @PathVariable UUID id, Model model) {
        Row<T> row = candidates.row(viewer, section, id);
        return editPage(model.addAttribute("form", filled(row.content())), id, row.version());
    }

    @PostMapping("/{id}")
    String change(
            Viewer viewer,
            @PathVariable UUID id,
            @RequestParam long version,
            @Valid @ModelAttribute("form") F form,
            BindingResult errors,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response) {
        candidates.row(viewer, section, id); // what isn't the viewer's is not found, whatever was typed
        if (!isInOrder(form, errors)) {
            return editPage(model, id, version);
        }
        try {
            candidates.change(viewer, section, id, version, form.content());
            redirect.addFlashAttribute("notice", "candidate.saved");
            return PROFILE;
        } catch (Stale stale) {
            Row<T> stored = candidates.row(viewer, section, id);
            response.setStatus(HttpStatus.CONFLICT.value());
            model.addAttribute("stored", pages.item(section, stored));
            return editPage(model, id, stored.version());
        }
    }

    @PostMapping("/{id}/removal")
    String remove(Viewer viewer, @PathVariable UUID id, RedirectAttributes redirect) {
        candidates.remove(viewer, section, id);
        redirect.addFlashAttribute("notice", "candidate.removed");
        return PROFILE;
    }

    private boolean isInOrder(F form, BindingResult errors) {
        if (errors.getTarget() == null) {
            return false; // a value so wrong that there is no form: the errors hold what was sent
        }
        LocalDate today = LocalDate.now(clock);
        form.check(errors, today);
        if (!errors.hasErrors()) {
            check(form, errors, today);
        }
        return !errors.hasErrors();
    }

    private String newPage(Model model, UUID key) {
        choices(model);
        model.addAttribute("key", key).addAttribute("path", section.path() + "/new");
        return page();
    }

    private String editPage(Model model, UUID id, long version) {
        choices(model);
        model.addAttribute("version", version).addAttribute("path", section.path() + "/" + id);
        return page();
    }
}
