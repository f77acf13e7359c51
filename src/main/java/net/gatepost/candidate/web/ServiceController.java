package net.gatepost.candidate.web;

import java.time.Clock;
import net.gatepost.candidate.Branch;
import net.gatepost.candidate.CandidatePages;
import net.gatepost.candidate.Candidates;
import net.gatepost.candidate.MilitaryService;
import net.gatepost.candidate.Section;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.RequestMapping;

@Controller
@RequestMapping("/me/profile/service")
class ServiceController extends RowController<MilitaryService, ServiceForm> {

    private final Choices choices;

    ServiceController(Candidates candidates, CandidatePages pages, Clock clock, Choices choices) {
        super(candidates, pages, clock, Section.SERVICE);
        this.choices = choices;
    }

    @Override
    String page() {
        return "candidate/service";
    }

    @Override
    ServiceForm blank() {
        return ServiceForm.BLANK;
    }

    @Override
    ServiceForm filled(MilitaryService content) {
        return ServiceForm.from(content);
    }

    @Override
    void choices(Model model) {
        model.addAttribute("branches", choices.of(Branch.values(), Branch::messageKey));
    }
}
