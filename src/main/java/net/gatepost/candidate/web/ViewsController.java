package net.gatepost.candidate.web;

import net.gatepost.candidate.Ledger;
import net.gatepost.web.PageNumber;
import net.gatepost.web.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The viewer's ledger: who looked at them. */
@Controller
class ViewsController {

    private final Ledger ledger;

    ViewsController(Ledger ledger) {
        this.ledger = ledger;
    }

    @GetMapping("/me/views")
    String views(Viewer viewer, @RequestParam(required = false) @Nullable String page, Model model) {
        int number = PageNumber.of(page);
        var found = ledger.page(viewer, number);
        model.addAttribute("lines", found.getContent())
                .addAttribute("page", number)
                .addAttribute("pages", found.getTotalPages())
                .addAttribute("beyond", found.isEmpty() && found.getTotalElements() > 0);
        return "candidate/views";
    }
}
