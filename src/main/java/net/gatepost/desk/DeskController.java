package net.gatepost.desk;

import net.gatepost.account.Accounts;
import net.gatepost.account.Desk;
import net.gatepost.web.Viewer;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The page that a member begins at: what to do next. */
@Controller
class DeskController {

    private final Accounts accounts;

    DeskController(Accounts accounts) {
        this.accounts = accounts;
    }

    @GetMapping("/me")
    String desk(Viewer viewer, Model model) {
        boolean hires = accounts.firstDeskOf(viewer.getName()) == Desk.HIRING || viewer.isRecruiter();
        model.addAttribute("hires", hires);
        return "desk/desk";
    }
}
