package net.gatepost.alert.web;

import jakarta.validation.Valid;
import java.util.UUID;
import net.gatepost.alert.AlertTimes;
import net.gatepost.alert.AlreadySaved;
import net.gatepost.alert.Often;
import net.gatepost.alert.SavedFull;
import net.gatepost.alert.SavedSearches;
import net.gatepost.job.web.KeptSearches.KeptSearch;
import net.gatepost.web.Viewer;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The searches that a member keeps. The form of a new one carries the search as the parameters of the search page. */
@Controller
@RequestMapping(SearchesController.PATH)
class SearchesController {

    static final String PATH = "/me/searches";

    private final SavedSearches searches;
    private final SearchRows rows;

    SearchesController(SavedSearches searches, SearchRows rows) {
        this.searches = searches;
        this.rows = rows;
    }

    @GetMapping
    String list(Viewer viewer, Model model) {
        model.addAttribute("rows", rows.rows(viewer, searches.all(viewer)))
                .addAttribute("muted", searches.isMuted(viewer))
                .addAttribute("most", SavedSearches.MOST)
                .addAttribute("at", AlertTimes.AT.toString());
        return "alert/searches";
    }

    @GetMapping("/new")
    String form(
            Viewer viewer,
            @RequestParam MultiValueMap<String, String> parameters,
            Model model,
            RedirectAttributes redirect) {
        var search = rows.read(viewer, parameters);
        var same = searches.same(viewer, search);
        if (same.isPresent()) {
            return known(same.get(), redirect);
        }
        model.addAttribute("form", new SearchForm(rows.nameOf(search), Often.DAILY.name()));
        return formPage(search, model);
    }

    @PostMapping
    String save(
            Viewer viewer,
            @Valid @ModelAttribute("form") SearchForm form,
            BindingResult errors,
            @RequestParam MultiValueMap<String, String> parameters,
            Model model,
            RedirectAttributes redirect) {
        var search = rows.read(viewer, parameters);
        if (search.address().length() > SavedSearches.LONGEST_ADDRESS) {
            errors.reject("alert.search.long");
        }
        if (errors.hasErrors()) {
            return formPage(search, model);
        }
        try {
            searches.save(viewer, search, form.typedName(), form.chosenOften());
        } catch (AlreadySaved same) {
            return known(same.searchId(), redirect);
        } catch (SavedFull full) {
            errors.reject("alert.search.full", new Object[] {SavedSearches.MOST}, null);
            return formPage(search, model);
        }
        redirect.addFlashAttribute("notice", "alert.search.saved");
        return "redirect:" + PATH;
    }

    @GetMapping("/{id}")
    String one(Viewer viewer, @PathVariable UUID id, Model model) {
        model.addAttribute("form", SearchForm.of(searches.one(viewer, id)));
        return onePage(viewer, id, model);
    }

    @PostMapping("/{id}")
    String change(
            Viewer viewer,
            @PathVariable UUID id,
            @Valid @ModelAttribute("form") SearchForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes redirect) {
        if (errors.hasErrors()) {
            return onePage(viewer, id, model);
        }
        searches.change(viewer, id, form.typedName(), form.chosenOften());
        redirect.addFlashAttribute("notice", "alert.search.changed");
        return "redirect:" + PATH;
    }

    /** Where a mail leads that may not say what is looked for. */
    @GetMapping("/{id}/jobs")
    String open(Viewer viewer, @PathVariable UUID id) {
        return "redirect:" + rows.row(viewer, searches.one(viewer, id)).path();
    }

    @PostMapping("/{id}/pause")
    String pause(Viewer viewer, @PathVariable UUID id, RedirectAttributes redirect) {
        searches.pause(viewer, id);
        redirect.addFlashAttribute("notice", "alert.search.pause.done");
        return "redirect:" + PATH;
    }

    @PostMapping("/{id}/resumption")
    String resume(Viewer viewer, @PathVariable UUID id, RedirectAttributes redirect) {
        searches.resume(viewer, id);
        redirect.addFlashAttribute("notice", "alert.search.resume.done");
        return "redirect:" + PATH;
    }

    /** After all alerts were stopped by the link of a mail. */
    @PostMapping("/resumption")
    String resumeAll(Viewer viewer, RedirectAttributes redirect) {
        searches.unmute(viewer);
        redirect.addFlashAttribute("notice", "alert.search.unmuted");
        return "redirect:" + PATH;
    }

    @PostMapping("/{id}/removal")
    String remove(Viewer viewer, @PathVariable UUID id, RedirectAttributes redirect) {
        searches.remove(viewer, id);
        redirect.addFlashAttribute("notice", "alert.search.removed");
        return "redirect:" + PATH;
    }

    private static String known(UUID id, RedirectAttributes redirect) {
        redirect.addFlashAttribute("notice", "alert.search.same").addFlashAttribute("noticeKind", "info");
        return "redirect:" + PATH + '/' + id;
    }

    private String formPage(KeptSearch search, Model model) {
        model.addAttribute("search", search)
                .addAttribute("filters", rows.filters(search))
                .addAttribute("oftens", rows.often())
                .addAttribute("at", AlertTimes.AT.toString());
        return "alert/save-search";
    }

    private String onePage(Viewer viewer, UUID id, Model model) {
        model.addAttribute("row", rows.row(viewer, searches.one(viewer, id)))
                .addAttribute("oftens", rows.often())
                .addAttribute("at", AlertTimes.AT.toString());
        return "alert/search";
    }
}
