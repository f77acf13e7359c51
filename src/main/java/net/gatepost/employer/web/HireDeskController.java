package net.gatepost.employer.web;

import net.gatepost.employer.Employers;
import net.gatepost.employer.Team;
import net.gatepost.web.Viewer;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The hiring desk: the employers one acts for, what to do next for each, and whom one is asked to recruit for. */
@Controller
class HireDeskController {

    private final Employers employers;
    private final Team team;

    HireDeskController(Employers employers, Team team) {
        this.employers = employers;
        this.team = team;
    }

    @GetMapping("/hire")
    String desk(Viewer viewer, Model model) {
        model.addAttribute("employers", employers.actingFor(viewer));
        model.addAttribute(
                "asked", team.asked(viewer).stream().map(AskedRow::of).toList());
        return "employer/desk";
    }
}
