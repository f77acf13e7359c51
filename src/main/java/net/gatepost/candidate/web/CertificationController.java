package net.gatepost.candidate.web;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import net.gatepost.candidate.CandidatePages;
import net.gatepost.candidate.Candidates;
import net.gatepost.candidate.Certification;
import net.gatepost.candidate.CertificationList;
import net.gatepost.candidate.Section;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.RequestMapping;

@Controller
@RequestMapping("/me/profile/certifications")
class CertificationController extends RowController<Certification, CertificationForm> {

    CertificationController(Candidates candidates, CandidatePages pages, Clock clock) {
        super(candidates, pages, clock, Section.CERTIFICATIONS);
    }

    @Override
    String page() {
        return "candidate/certification";
    }

    @Override
    CertificationForm blank() {
        return CertificationForm.BLANK;
    }

    @Override
    CertificationForm filled(Certification content) {
        return CertificationForm.from(content);
    }

    @Override
    void choices(Model model) {
        Map<String, Map<String, String>> byIssuer = new LinkedHashMap<>();
        for (var known : CertificationList.shipped().all()) {
            byIssuer.computeIfAbsent(known.issuer(), unused -> new LinkedHashMap<>())
                    .put(known.code(), known.name() + " (" + known.areas() + ")");
        }
        model.addAttribute("certifications", byIssuer);
    }
}
