package net.gatepost.candidate.web;

import java.time.Clock;
import java.util.List;
import net.gatepost.candidate.Basics;
import net.gatepost.candidate.CandidatePage.Fact;
import net.gatepost.candidate.CandidatePages;
import net.gatepost.candidate.CandidateProfile;
import net.gatepost.candidate.Candidates;
import net.gatepost.web.Viewer;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

@Controller
@RequestMapping("/me/profile/basics")
class BasicsController extends PartController<Basics, BasicsForm> {

    private final Candidates candidates;
    private final CandidatePages pages;

    BasicsController(Candidates candidates, CandidatePages pages, Clock clock) {
        super(candidates, clock);
        this.candidates = candidates;
        this.pages = pages;
    }

    @Override
    String page() {
        return "candidate/basics";
    }

    @Override
    BasicsForm filled(CandidateProfile profile) {
        return BasicsForm.from(profile.basics());
    }

    @Override
    List<Fact> stored(CandidateProfile profile) {
        return pages.basics(profile.basics());
    }

    @Override
    void save(Viewer viewer, long version, Basics content) {
        candidates.change(viewer, version, content);
    }
}
