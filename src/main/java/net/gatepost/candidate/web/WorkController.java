package net.gatepost.candidate.web;

import java.time.Clock;
import net.gatepost.candidate.CandidatePages;
import net.gatepost.candidate.Candidates;
import net.gatepost.candidate.Section;
import net.gatepost.candidate.Work;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

@Controller
@RequestMapping("/me/profile/work")
class WorkController extends RowController<Work, WorkForm> {

    WorkController(Candidates candidates, CandidatePages pages, Clock clock) {
        super(candidates, pages, clock, Section.WORK);
    }

    @Override
    String page() {
        return "candidate/work";
    }

    @Override
    WorkForm blank() {
        return WorkForm.BLANK;
    }

    @Override
    WorkForm filled(Work content) {
        return WorkForm.from(content);
    }
}
