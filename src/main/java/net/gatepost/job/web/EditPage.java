package net.gatepost.job.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.gatepost.employer.EmployerView;
import net.gatepost.employer.Employers;
import net.gatepost.employer.Team;
import net.gatepost.job.ListingDates;
import net.gatepost.job.ListingState;
import net.gatepost.job.ListingView;
import net.gatepost.job.NotPublishable;
import net.gatepost.web.NotFound;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.BindingResult;
import org.springframework.validation.Errors;
import org.springframework.validation.Validator;

/** The page on which a listing is written and changed; the form itself is in the model already. */
@Component
class EditPage {

    private static final String PAGE = "job/edit";

    private final Employers employers;
    private final Team team;
    private final ListingPages words;
    private final ListingChoices choices;
    private final Validator validator;
    private final Clock clock;

    EditPage(
            Employers employers,
            Team team,
            ListingPages words,
            ListingChoices choices,
            Validator validator,
            Clock clock) {
        this.employers = employers;
        this.team = team;
        this.words = words;
        this.choices = choices;
        this.validator = validator;
        this.clock = clock;
    }

    String forNew(List<EmployerView> mine, Model model) {
        model.addAttribute("staffing", mine.stream().anyMatch(EmployerView::staffing));
        model.addAttribute("employers", names(mine));
        model.addAttribute("choices", choices);
        return PAGE;
    }

    String of(ListingView listing, Model model) {
        var employer = employers.byId(listing.employerId()).orElseThrow(NotFound::new);
        model.addAttribute("page", words.page(listing, employer));
        model.addAttribute("verified", employer.isVerified());
        model.addAttribute("staffing", employer.staffing() || listing.content().client() != null);
        model.addAttribute("team", team.names(employer.id()));
        model.addAttribute("choices", choices);
        model.addAttribute("kind", HireListingsPage.kind(listing.state()));
        model.addAttribute("until", ListingDates.defaultEnd(listing.zone(), clock.instant()));
        return listing.state() == ListingState.CLOSED ? "job/closed" : PAGE;
    }

    /** Both versions side by side, and the form as it was typed, on top of what is stored by now. */
    String conflict(ListingView now, ListingForm saved, ListingForm yours, Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.CONFLICT.value());
        var merged = ListingConflict.onTopOf(saved, yours);
        model.addAttribute("form", merged);
        model.addAttribute(BindingResult.MODEL_KEY_PREFIX + "form", new BeanPropertyBindingResult(merged, "form"));
        model.addAttribute("conflict", ListingConflict.between(saved, yours, choices));
        return of(now, model);
    }

    /** Puts a form in the model in place of the one that was bound, and checks its constraints again. */
    BindingResult validate(ListingForm form, Model model) {
        var errors = new BeanPropertyBindingResult(form, "form");
        validator.validate(form, errors);
        model.addAttribute("form", form);
        model.addAttribute(BindingResult.MODEL_KEY_PREFIX + "form", errors);
        return errors;
    }

    static void reject(NotPublishable refused, Errors errors) {
        refused.problems().forEach(problem -> errors.rejectValue(problem.field(), problem.messageKey()));
    }

    private static Map<String, String> names(List<EmployerView> mine) {
        var names = new LinkedHashMap<String, String>();
        mine.forEach(employer -> names.put(employer.id().toString(), employer.name()));
        return names;
    }
}
