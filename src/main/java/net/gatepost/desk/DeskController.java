package net.gatepost.desk;

import net.gatepost.web.Viewer;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The page that a member begins at: what happened, and what to do next. */
@Controller
class DeskController {

    private final DeskPages pages;

    DeskController(DeskPages pages) {
        this.pages = pages;
    }

    @GetMapping("/me")
    String desk(Viewer viewer, Model model) {
        model.addAttribute("desk", pages.page(viewer));
        return "desk/desk";
    }
}
