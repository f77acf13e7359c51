package net.gatepost.job.web;

import net.gatepost.employer.Employers;
import net.gatepost.job.search.ListingQuery;
import net.gatepost.job.search.ListingSearch;
import net.gatepost.web.NotFound;
import net.gatepost.web.SiteAddress;
import net.gatepost.web.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** A verified employer and what it has open. */
@Controller
class EmployerPageController {

    private final Employers employers;
    private final ListingSearch search;
    private final ListingRows rows;
    private final ListingReaders readers;
    private final DeskFigures figures;
    private final SiteAddress site;

    EmployerPageController(
            Employers employers,
            ListingSearch search,
            ListingRows rows,
            ListingReaders readers,
            DeskFigures figures,
            SiteAddress site) {
        this.employers = employers;
        this.search = search;
        this.rows = rows;
        this.readers = readers;
        this.figures = figures;
        this.site = site;
    }

    @GetMapping("/employers/{slug}")
    String employer(
            @PathVariable String slug,
            @RequestParam(defaultValue = "1") String page,
            @Nullable Viewer viewer,
            Model model) {
        var employer = employers.verifiedBySlug(slug).orElseThrow(NotFound::new);
        var all = ListingQuery.everything().ofEmployer(slug);
        var found = search.search(all);
        int number = pageOf(page, found.pages());
        if (number > 1) {
            found = search.search(all.onPage(number));
        }
        String path = "/employers/" + employer.slug();
        model.addAttribute("employer", employer);
        model.addAttribute("total", found.total());
        model.addAttribute("estimated", found.estimated());
        model.addAttribute("rows", rows.rows(found.cards(), readers.of(viewer)));
        model.addAttribute("answers", figures.rate(employer.id()));
        model.addAttribute("page", number);
        model.addAttribute("pages", found.pages());
        model.addAttribute("path", path);
        model.addAttribute("canonical", site.link(number == 1 ? path : path + "?page=" + number));
        model.addAttribute("feed", path + "/jobs.atom");
        model.addAttribute("xmlFeed", path + "/jobs.xml");
        return "job/employer";
    }

    /** The nearest page there is. */
    private static int pageOf(String typed, int pages) {
        return typed.matches("\\d{1,9}") ? Math.max(1, Math.min(pages, Integer.parseInt(typed))) : 1;
    }
}
