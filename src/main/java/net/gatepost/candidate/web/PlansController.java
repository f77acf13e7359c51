package net.gatepost.candidate.web;

import java.time.Clock;
import java.util.List;
import net.gatepost.candidate.Availability;
import net.gatepost.candidate.CandidatePage.Fact;
import net.gatepost.candidate.CandidatePages;
import net.gatepost.candidate.CandidateProfile;
import net.gatepost.candidate.Candidates;
import net.gatepost.candidate.Plans;
import net.gatepost.candidate.Relocation;
import net.gatepost.web.Viewer;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.RequestMapping;

@Controller
@RequestMapping("/me/profile/plans")
class PlansController extends PartController<Plans, PlansForm> {

    private final Candidates candidates;
    private final CandidatePages pages;
    private final Choices choices;

    PlansController(Candidates candidates, CandidatePages pages, Clock clock, Choices choices) {
        super(candidates, clock);
        this.candidates = candidates;
        this.pages = pages;
        this.choices = choices;
    }

    @Override
    String page() {
        return "candidate/plans";
    }

    @Override
    PlansForm filled(CandidateProfile profile) {
        return PlansForm.from(profile.plans());
    }

    @Override
    List<Fact> stored(CandidateProfile profile) {
        return pages.plans(profile.plans());
    }

    @Override
    void save(Viewer viewer, long version, Plans content) {
        candidates.change(viewer, version, content);
    }

    @Override
    void choices(Model model) {
        model.addAttribute("relocations", choices.of(Relocation.values(), Relocation::messageKey))
                .addAttribute("availabilities", choices.of(Availability.values(), Availability::messageKey));
    }
}
