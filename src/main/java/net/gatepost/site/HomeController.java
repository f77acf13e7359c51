package net.gatepost.site;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import net.gatepost.briefing.Briefings;
import net.gatepost.briefing.web.BriefingRow;
import net.gatepost.job.search.ListingCard;
import net.gatepost.job.search.ListingIndex;
import net.gatepost.job.search.ListingSearch;
import net.gatepost.job.web.HeldLevels;
import net.gatepost.job.web.ListingReaders;
import net.gatepost.job.web.ListingRow;
import net.gatepost.job.web.ListingRows;
import net.gatepost.job.web.LiveLevels;
import net.gatepost.web.SharedPage;
import net.gatepost.web.SiteAddress;
import net.gatepost.web.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * The home page: its listings come from the index, and nothing but the verdicts on the newest of them depends on who looks.
 */
@Controller
class HomeController {

    private static final int NEWEST = 8;
    private static final int POSTS = 6;
    private static final int BRIEFINGS = 4;

    private final ListingSearch search;
    private final ListingIndex index;
    private final ListingRows rows;
    private final ListingReaders readers;
    private final LiveLevels levels;
    private final HeldLevels held;
    private final Briefings briefings;
    private final SiteAddress site;

    HomeController(
            ListingSearch search,
            ListingIndex index,
            ListingRows rows,
            ListingReaders readers,
            LiveLevels levels,
            HeldLevels held,
            Briefings briefings,
            SiteAddress site) {
        this.search = search;
        this.index = index;
        this.rows = rows;
        this.readers = readers;
        this.levels = levels;
        this.held = held;
        this.briefings = briefings;
        this.site = site;
    }

    /**
     * @param fence the live listings by the clearance they ask for
     * @param holds what a visitor may say to hold
     */
    record HomePage(
            String canonical,
            LiveLevels.Fence fence,
            List<ListingRow> newest,
            List<BriefingRow> briefings,
            List<HeldLevels.Group> holds) {}

    @GetMapping("/")
    String home(@Nullable Viewer viewer, HttpServletRequest request, Model model) {
        var building = index.underway();
        var generation = search.generation();
        var news = briefings.newest(BRIEFINGS);
        var newest = search.newest(NEWEST);
        var shown = newest.stream().map(ListingCard::id).toList();
        new SharedPage(() -> index.underway().equals(building)
                        && search.isStillSo(generation, shown)
                        && briefings.newest(BRIEFINGS).equals(news))
                .offer(request, viewer);
        model.addAttribute("building", building.orElse(null));
        model.addAttribute(
                "page",
                new HomePage(
                        site.link("/"),
                        levels.fence(POSTS),
                        rows.rows(newest, readers.of(viewer)),
                        news.stream().map(BriefingRow::of).toList(),
                        held.groups(null)));
        return "site/home";
    }
}
