package net.gatepost.candidate.web;

import java.util.Map;
import java.util.UUID;
import net.gatepost.candidate.CandidateIndex;
import net.gatepost.candidate.CatchingUp;
import net.gatepost.candidate.Findable;
import net.gatepost.candidate.Findable.Finder;
import net.gatepost.candidate.Looks;
import net.gatepost.candidate.Requests;
import net.gatepost.candidate.search.CandidateSearch;
import net.gatepost.web.ForVerifiedRecruiters;
import net.gatepost.web.Searches;
import net.gatepost.web.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Finding members, for recruiters of verified employers: the security chain lets nobody else here. Every profile that is shown
 * is in its owner's ledger.
 */
@ForVerifiedRecruiters
@Controller
@RequestMapping("/hire/candidates")
class CandidatesController {

    private final CandidateSearch search;
    private final CandidateIndex index;
    private final CandidateQueries queries;
    private final Findable findable;
    private final Looks looks;
    private final Requests requests;

    CandidatesController(
            CandidateSearch search,
            CandidateIndex index,
            CandidateQueries queries,
            Findable findable,
            Looks looks,
            Requests requests) {
        this.search = search;
        this.index = index;
        this.queries = queries;
        this.findable = findable;
        this.looks = looks;
        this.requests = requests;
    }

    @Searches
    @GetMapping
    String find(Viewer viewer, @RequestParam MultiValueMap<String, String> parameters, Model model) {
        var finder = findable.finder(viewer, parameters.getFirst("employer"));
        var typed = queries.read(parameters);
        var found = search.search(finder, typed.query());
        int page = Math.min(typed.query().page(), found.pages());
        if (page != typed.query().page()) {
            found = search.search(finder, typed.query().onPage(page));
        }
        model.addAttribute("typed", typed)
                .addAttribute("building", index.underway().orElse(null))
                .addAttribute("employer", finder.employer())
                .addAttribute("employers", finder.employers())
                .addAttribute("cards", findable.among(finder, found.handles(), typed.query()))
                .addAttribute("total", found.total())
                .addAttribute("few", found.total() > 0 && found.total() < CandidateSearch.FEWEST_TOLD)
                .addAttribute("page", page)
                .addAttribute("pages", found.pages())
                .addAttribute("query", queries.address(typed, finder.employer().id()));
        addFilters(model, typed, found.counts(), finder.employer().id());
        return "candidate/candidates";
    }

    private void addFilters(Model model, CandidateQueries.Typed typed, CandidateSearch.Counts counts, UUID employer) {
        var query = typed.query();
        model.addAttribute("levels", queries.levels(query, counts))
                .addAttribute("statuses", queries.statuses(query, counts))
                .addAttribute("polygraphs", queries.polygraphs(query, counts))
                .addAttribute("investigations", queries.investigations(query, counts))
                .addAttribute("availabilities", queries.availabilities(query, counts))
                .addAttribute("relocations", queries.relocations(query, counts))
                .addAttribute("chips", queries.chips(typed, employer))
                .addAttribute("skills", queries.skillsToAdd(typed, counts, employer));
    }

    @GetMapping("/{handle}")
    String candidate(
            Viewer viewer,
            @PathVariable UUID handle,
            @RequestParam(required = false) @Nullable String employer,
            Model model) {
        var finder = findable.finder(viewer, employer);
        model.addAttribute("form", new RequestForm(finder.employer().id(), null));
        return page(viewer, finder, handle, model);
    }

    /** Asks a masked member who they are. */
    @PostMapping("/{handle}/request")
    String ask(
            Viewer viewer,
            @PathVariable UUID handle,
            @ModelAttribute("form") @jakarta.validation.Valid RequestForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes redirect) {
        var employer = form.employer();
        var finder = findable.finder(viewer, employer == null ? null : employer.toString());
        if (errors.hasErrors()) {
            return page(viewer, finder, handle, model);
        }
        try {
            requests.ask(viewer, finder.employer().id(), handle, form.words());
            redirect.addFlashAttribute("notice", "candidate.asked");
        } catch (Requests.NotNow refused) {
            redirect.addFlashAttribute("notice", "candidate.asked.not-now");
            redirect.addFlashAttribute("noticeKind", "warning");
        }
        return "redirect:/hire/candidates/" + handle + "?employer="
                + finder.employer().id();
    }

    private String page(Viewer viewer, Finder finder, UUID handle, Model model) {
        var employer = finder.employer();
        var card = looks.found(viewer, employer.id(), handle);
        model.addAttribute("page", card.page())
                .addAttribute("handle", handle)
                .addAttribute("employer", employer)
                .addAttribute("masked", !card.named())
                .addAttribute(
                        "standing",
                        requests.standing(viewer, employer.id(), handle).orElse(null));
        return "candidate/candidate";
    }

    @ExceptionHandler
    ModelAndView catchingUp(CatchingUp why, jakarta.servlet.http.HttpServletResponse response) {
        response.setHeader(HttpHeaders.RETRY_AFTER, "60");
        return new ModelAndView("candidate/catching-up", Map.of(), HttpStatus.SERVICE_UNAVAILABLE);
    }
}
