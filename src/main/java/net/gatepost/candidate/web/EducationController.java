package net.gatepost.candidate.web;

import java.time.Clock;
import net.gatepost.candidate.CandidatePages;
import net.gatepost.candidate.Candidates;
import net.gatepost.candidate.Education;
import net.gatepost.candidate.Section;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

@Controller
@RequestMapping("/me/profile/education")
class EducationController extends RowController<Education, EducationForm> {

    EducationController(Candidates candidates, CandidatePages pages, Clock clock) {
        super(candidates, pages, clock, Section.EDUCATION);
    }

    @Override
    String page() {
        return "candidate/education";
    }

    @Override
    EducationForm blank() {
        return EducationForm.BLANK;
    }

    @Override
    EducationForm filled(Education content) {
        return EducationForm.from(content);
    }
}
