package net.gatepost.job.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import net.gatepost.job.search.ListingIndex;
import net.gatepost.job.search.ListingSearch;
import net.gatepost.web.Searches;
import net.gatepost.web.SharedPage;
import net.gatepost.web.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** Searching listings: as a page, and as the part of it that htmx swaps in. */
@Controller
class JobsController {

    private final JobsRequests requests;
    private final JobsPages pages;
    private final ListingReaders readers;
    private final ListingSearch search;
    private final ListingIndex index;

    JobsController(
            JobsRequests requests, JobsPages pages, ListingReaders readers, ListingSearch search, ListingIndex index) {
        this.index = index;
        this.search = search;
        this.requests = requests;
        this.pages = pages;
        this.readers = readers;
    }

    /**
     * @param htmx whether a part is asked for
     * @param restoring whether htmx wants the whole page after all, to go back to it
     */
    @Searches
    @GetMapping("/jobs")
    String jobs(
            @RequestParam MultiValueMap<String, String> parameters,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String htmx,
            @RequestHeader(name = "HX-History-Restore-Request", required = false) @Nullable String restoring,
            @Nullable Viewer viewer,
            HttpServletRequest asked,
            HttpServletResponse response,
            Model model) {
        var building = index.underway();
        var generation = search.generation();
        var reader = readers.of(viewer);
        var request = requests.read(parameters, reader);
        var page = pages.page(request, reader);
        new SharedPage(() -> index.underway().equals(building) && search.isStillSo(generation, page.listings()))
                .offer(asked, viewer);
        model.addAttribute("page", page).addAttribute("building", building.orElse(null));
        response.addHeader(HttpHeaders.VARY, "HX-Request");
        if (htmx == null || restoring != null) {
            return "job/jobs";
        }
        // The address without what the form sends empty.
        response.setHeader("HX-Push-Url", request.address().on(JobsPages.PATH, page.page()));
        return "job/jobs :: search";
    }
}
