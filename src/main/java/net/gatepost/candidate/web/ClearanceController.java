package net.gatepost.candidate.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import net.gatepost.candidate.CandidatePages;
import net.gatepost.candidate.Candidates;
import net.gatepost.candidate.Section;
import net.gatepost.clearance.Access;
import net.gatepost.clearance.Clearance;
import net.gatepost.clearance.ClearanceCatalogue;
import net.gatepost.clearance.ClearanceProblem;
import net.gatepost.clearance.Polygraph;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.Errors;
import org.springframework.web.bind.annotation.RequestMapping;

@Controller
@RequestMapping("/me/profile/clearances")
class ClearanceController extends RowController<Clearance, ClearanceForm> {

    private final ClearanceCatalogue catalogue;
    private final Choices choices;

    ClearanceController(
            Candidates candidates, CandidatePages pages, Clock clock, ClearanceCatalogue catalogue, Choices choices) {
        super(candidates, pages, clock, Section.CLEARANCES);
        this.catalogue = catalogue;
        this.choices = choices;
    }

    @Override
    String page() {
        return "candidate/clearance";
    }

    @Override
    ClearanceForm blank() {
        return ClearanceForm.BLANK;
    }

    @Override
    ClearanceForm filled(Clearance content) {
        return ClearanceForm.from(content);
    }

    @Override
    void check(ClearanceForm form, Errors errors, LocalDate today) {
        for (var problem : ClearanceProblem.of(catalogue, form.content(), today)) {
            String field = switch (problem.field()) {
                case "polygraph" -> "polygraphMonth";
                case "investigation" -> "investigationClosed";
                default -> problem.field();
            };
            errors.rejectValue(field, problem.messageKey());
        }
    }

    @Override
    void choices(Model model) {
        Map<String, Map<String, String>> levels = new LinkedHashMap<>();
        for (var scheme : catalogue.schemes()) {
            Map<String, String> names = new LinkedHashMap<>();
            for (var level : scheme.levels()) {
                String meaning = level.meaning();
                names.put(level.code().value(), meaning == null ? level.name() : level.name() + ": " + meaning);
            }
            levels.put(scheme.name(), names);
        }
        Map<String, String> tiers = new LinkedHashMap<>();
        for (var tier : catalogue.tiers()) {
            String formerly = tier.formerly();
            tiers.put(tier.code(), formerly == null ? tier.name() : tier.name() + ", " + formerly);
        }
        model.addAttribute("levels", levels)
                .addAttribute("tiers", tiers)
                .addAttribute(
                        "accessChoices", choices.of(Access.values(), access -> "candidate.access." + access.name()))
                .addAttribute("polygraphs", choices.of(Polygraph.values(), Polygraph::messageKey));
    }
}
