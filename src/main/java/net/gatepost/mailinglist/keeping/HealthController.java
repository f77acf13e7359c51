package net.gatepost.mailinglist.keeping;

import net.gatepost.web.ForAdministrators;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Whether the list's mails will arrive. */
@ForAdministrators
@Controller
class HealthController {

    private final Health health;

    HealthController(Health health) {
        this.health = health;
    }

    @GetMapping("/admin/mailing-list/health")
    String page(Model model) {
        model.addAttribute("checks", health.all());
        return "mailinglist/health";
    }
}
