package net.gatepost.candidate.web;

import java.time.Clock;
import java.util.List;
import net.gatepost.candidate.CandidatePage.Fact;
import net.gatepost.candidate.CandidatePages;
import net.gatepost.candidate.CandidateProfile;
import net.gatepost.candidate.Candidates;
import net.gatepost.candidate.Personal;
import net.gatepost.web.Viewer;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.RequestMapping;

@Controller
@RequestMapping("/me/profile/personal")
class PersonalController extends PartController<Personal, PersonalForm> {

    private final Candidates candidates;
    private final CandidatePages pages;
    private final Choices choices;

    PersonalController(Candidates candidates, CandidatePages pages, Clock clock, Choices choices) {
        super(candidates, clock);
        this.candidates = candidates;
        this.pages = pages;
        this.choices = choices;
    }

    @Override
    String page() {
        return "candidate/personal";
    }

    @Override
    PersonalForm filled(CandidateProfile profile) {
        return PersonalForm.from(profile.personal());
    }

    @Override
    List<Fact> stored(CandidateProfile profile) {
        return pages.personal(profile.personal());
    }

    @Override
    void save(Viewer viewer, long version, Personal content) {
        candidates.change(viewer, version, content);
    }

    @Override
    void choices(Model model) {
        model.addAttribute("countries", choices.countries());
    }
}
