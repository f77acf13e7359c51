package net.gatepost.desk;

import net.gatepost.account.Passkeys;
import net.gatepost.web.Viewer;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The page that a member begins at: what happened, and what to do next. */
@Controller
class DeskController {

    private final DeskPages pages;
    private final Passkeys passkeys;

    DeskController(DeskPages pages, Passkeys passkeys) {
        this.pages = pages;
        this.passkeys = passkeys;
    }

    @GetMapping("/me")
    String desk(Viewer viewer, Model model) {
        model.addAttribute("desk", pages.page(viewer)).addAttribute("offersPasskey", passkeys.isOffered(viewer));
        return "desk/desk";
    }
}
