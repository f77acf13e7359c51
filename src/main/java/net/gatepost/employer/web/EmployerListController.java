package net.gatepost.employer.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import net.gatepost.employer.Employers;
import net.gatepost.web.PageNumber;
import net.gatepost.web.Searches;
import net.gatepost.web.SiteAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The verified employers, for everybody. */
@Controller
class EmployerListController {

    private static final int PAGE_SIZE = 20;
    private static final int LONGEST_QUESTION = 100;

    private final Employers employers;
    private final SiteAddress site;

    EmployerListController(Employers employers, SiteAddress site) {
        this.employers = employers;
        this.site = site;
    }

    @Searches
    @GetMapping("/employers")
    String list(@RequestParam @Nullable String q, @RequestParam @Nullable String page, Model model) {
        String asked = question(q);
        var found = employers.verified(asked, PageNumber.of(page), PAGE_SIZE);
        model.addAttribute("canonical", site.link("/employers"));
        model.addAttribute("q", asked);
        model.addAttribute("query", asked.isEmpty() ? "" : "q=" + URLEncoder.encode(asked, StandardCharsets.UTF_8));
        model.addAttribute("page", PageNumber.of(page));
        model.addAttribute("pages", found.getTotalPages());
        model.addAttribute("total", found.getTotalElements());
        model.addAttribute("employers", found.map(EmployerRow::of).getContent());
        return "employer/list";
    }

    /** One line of a bounded length; what can't be in a name is a space. */
    private static String question(@Nullable String typed) {
        if (typed == null) {
            return "";
        }
        String line = typed.replaceAll("[\\p{Cc}\\p{Cs}]+", " ").strip();
        return line.substring(0, Math.min(LONGEST_QUESTION, line.length())).strip();
    }
}
