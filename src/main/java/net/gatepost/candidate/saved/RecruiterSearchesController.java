package net.gatepost.candidate.saved;

import jakarta.validation.Valid;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import net.gatepost.candidate.Findable;
import net.gatepost.candidate.web.CandidateQueries;
import net.gatepost.employer.EmployerView;
import net.gatepost.employer.Employers;
import net.gatepost.web.ForVerifiedRecruiters;
import net.gatepost.web.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
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

/** A recruiter's kept searches. The form of a new one carries the search as the parameters of the search page. */
@ForVerifiedRecruiters
@Controller
@RequestMapping(RecruiterSearchesController.PATH)
class RecruiterSearchesController {

    static final String PATH = "/hire/candidates/searches";

    private static final int PARTS_OF_A_NAME = 3;

    private final RecruiterSearches searches;
    private final CandidateQueries queries;
    private final Findable findable;
    private final Employers employers;
    private final MessageSource messages;

    RecruiterSearchesController(
            RecruiterSearches searches,
            CandidateQueries queries,
            Findable findable,
            Employers employers,
            MessageSource messages) {
        this.searches = searches;
        this.queries = queries;
        this.findable = findable;
        this.employers = employers;
        this.messages = messages;
    }

    /**
     * A kept search in words.
     *
     * @param employer null where the recruiter may not look for it, now
     */
    record Row(
            UUID id,
            String name,
            List<String> filters,
            AlertOften often,
            @Nullable String employer) {}

    @GetMapping
    String list(Viewer viewer, Model model) {
        var names = new LinkedHashMap<UUID, String>();
        employers.actingFor(viewer).stream()
                .filter(EmployerView::isVerified)
                .forEach(employer -> names.put(employer.id(), employer.name()));
        model.addAttribute(
                        "rows",
                        searches.all(viewer).stream()
                                .map(search -> new Row(
                                        search.id(),
                                        search.name(),
                                        filters(queries.read(search.address())),
                                        search.often(),
                                        names.get(search.employerId())))
                                .toList())
                .addAttribute("most", RecruiterSearches.MOST)
                .addAttribute("at", RecruiterSearchAlerts.AT.toString());
        return "candidate/searches";
    }

    @GetMapping("/new")
    String form(
            Viewer viewer,
            @RequestParam MultiValueMap<String, String> parameters,
            Model model,
            RedirectAttributes redirect) {
        var employer = findable.finder(viewer, parameters.getFirst("employer")).employer();
        var typed = queries.read(parameters);
        var same = searches.same(viewer, employer.id(), queries.address(typed));
        if (same.isPresent()) {
            redirect.addFlashAttribute("notice", "candidate.saved.same").addFlashAttribute("noticeKind", "info");
            return "redirect:" + PATH + '/' + same.get().id();
        }
        model.addAttribute("form", new RecruiterSearchForm(nameOf(typed), AlertOften.DAILY.name()));
        return newPage(employer, typed, model);
    }

    @PostMapping
    String keep(
            Viewer viewer,
            @Valid @ModelAttribute("form") RecruiterSearchForm form,
            BindingResult errors,
            @RequestParam MultiValueMap<String, String> parameters,
            Model model,
            RedirectAttributes redirect) {
        var employer = findable.finder(viewer, parameters.getFirst("employer")).employer();
        var typed = queries.read(parameters);
        String address = queries.address(typed);
        if (address.length() > RecruiterSearches.LONGEST_ADDRESS) {
            errors.reject("candidate.saved.long");
        }
        if (!errors.hasErrors()) {
            try {
                searches.keep(viewer, employer.id(), address, form.typedName(), form.chosenOften());
                redirect.addFlashAttribute("notice", "candidate.saved.kept");
                return "redirect:" + PATH;
            } catch (RecruiterSearches.Full full) {
                errors.reject("candidate.saved.full", new Object[] {RecruiterSearches.MOST}, null);
            }
        }
        return newPage(employer, typed, model);
    }

    @GetMapping("/{id}")
    String one(Viewer viewer, @PathVariable UUID id, Model model) {
        var search = searches.one(viewer, id);
        model.addAttribute(
                "form", new RecruiterSearchForm(search.name(), search.often().name()));
        return onePage(search, model);
    }

    @PostMapping("/{id}")
    String change(
            Viewer viewer,
            @PathVariable UUID id,
            @Valid @ModelAttribute("form") RecruiterSearchForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes redirect) {
        if (errors.hasErrors()) {
            return onePage(searches.one(viewer, id), model);
        }
        searches.change(viewer, id, form.typedName(), form.chosenOften());
        redirect.addFlashAttribute("notice", "candidate.saved.changed");
        return "redirect:" + PATH;
    }

    @PostMapping("/{id}/removal")
    String remove(Viewer viewer, @PathVariable UUID id, RedirectAttributes redirect) {
        searches.remove(viewer, id);
        redirect.addFlashAttribute("notice", "candidate.saved.removed");
        return "redirect:" + PATH;
    }

    /** Where a notice leads, and the name of a search. @param since those who are new, or changed, since that day */
    @GetMapping("/{id}/people")
    String open(Viewer viewer, @PathVariable UUID id, @RequestParam(required = false) @Nullable String since) {
        var search = searches.one(viewer, id);
        var typed = queries.read(search.address() + (since == null ? "" : "&since=" + since));
        return "redirect:/hire/candidates?" + queries.address(typed, search.employerId());
    }

    private String newPage(EmployerView employer, CandidateQueries.Typed typed, Model model) {
        model.addAttribute("employer", employer)
                .addAttribute("parameters", queries.parameters(typed))
                .addAttribute("back", "/hire/candidates?" + queries.address(typed, employer.id()))
                .addAttribute("filters", filters(typed));
        return choices("candidate/save-search", model);
    }

    private String onePage(RecruiterSearch search, Model model) {
        model.addAttribute("search", new Row(search.id(), search.name(), List.of(), search.often(), null))
                .addAttribute("filters", filters(queries.read(search.address())));
        return choices("candidate/search", model);
    }

    private String choices(String view, Model model) {
        Map<String, String> oftens = new LinkedHashMap<>();
        for (var often : AlertOften.values()) {
            oftens.put(often.name(), messages.getMessage(often.messageKey(), null, Locale.ENGLISH));
        }
        model.addAttribute("oftens", oftens).addAttribute("at", RecruiterSearchAlerts.AT.toString());
        return view;
    }

    private List<String> filters(CandidateQueries.Typed typed) {
        var words = queries.words(typed);
        return words.isEmpty()
                ? List.of(messages.getMessage("candidate.saved.everybody", null, Locale.ENGLISH))
                : words;
    }

    private String nameOf(CandidateQueries.Typed typed) {
        String name =
                String.join(", ", filters(typed).stream().limit(PARTS_OF_A_NAME).toList());
        return name.codePointCount(0, name.length()) <= RecruiterSearches.LONGEST_NAME
                ? name
                : name.substring(0, name.offsetByCodePoints(0, RecruiterSearches.LONGEST_NAME - 2)) + " …";
    }
}
