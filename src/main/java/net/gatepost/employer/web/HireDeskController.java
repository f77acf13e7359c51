package net.gatepost.employer.web;

import net.gatepost.employer.Employers;
import net.gatepost.web.Viewer;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The hiring desk: the employers one acts for and what to do next for each. */
@Controller
class HireDeskController {

    private final Employers employers;

    HireDeskController(Employers employers) {
        this.employers = employers;
    }

    @GetMapping("/hire")
    String desk(Viewer viewer, Model model) {
        model.addAttribute("employers", employers.actingFor(viewer));
        return "employer/desk";
    }
}
