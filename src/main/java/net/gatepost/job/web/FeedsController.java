package net.gatepost.job.web;

import java.nio.charset.StandardCharsets;
import net.gatepost.employer.Employers;
import net.gatepost.job.search.Cursor;
import net.gatepost.job.search.ListingSearch;
import net.gatepost.job.search.ListingSort;
import net.gatepost.web.AtomFeeds;
import net.gatepost.web.NotFound;
import net.gatepost.web.Searches;
import net.gatepost.web.SiteAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/**
 * Searches as feeds: what is live, the newest first, the same for everybody, whoever is signed in. Atom has the newest alone;
 * the feed for job boards goes on, part by part, until it has all.
 */
@Controller
class FeedsController {

    private static final MediaType XML = new MediaType(MediaType.APPLICATION_XML, StandardCharsets.UTF_8);

    private final JobsRequests requests;
    private final JobsPages pages;
    private final ListingSearch search;
    private final OpenListings open;
    private final Employers employers;
    private final AtomFeed atom;
    private final IndeedFeed indeed;
    private final SiteAddress site;

    FeedsController(
            JobsRequests requests,
            JobsPages pages,
            ListingSearch search,
            OpenListings open,
            Employers employers,
            AtomFeed atom,
            IndeedFeed indeed,
            SiteAddress site) {
        this.requests = requests;
        this.pages = pages;
        this.search = search;
        this.open = open;
        this.employers = employers;
        this.atom = atom;
        this.indeed = indeed;
        this.site = site;
    }

    @Searches
    @GetMapping("/jobs.atom")
    ResponseEntity<String> newest(@RequestParam MultiValueMap<String, String> parameters) {
        var request = requests.read(parameters, null);
        return atom("/jobs.atom", JobsPages.PATH, pages.title(request.address()), request);
    }

    @Searches
    @GetMapping("/employers/{slug}/jobs.atom")
    ResponseEntity<String> newestOf(@PathVariable String slug, @RequestParam MultiValueMap<String, String> parameters) {
        var employer = employers.verifiedBySlug(slug).orElseThrow(NotFound::new);
        return atom(
                path(slug, "/jobs.atom"),
                path(slug, ""),
                employer.name(),
                requests.read(parameters, null).ofEmployer(slug));
    }

    /** @param cursor where the part before it ended; empty for the first */
    @Searches
    @GetMapping("/jobs.xml")
    ResponseEntity<String> all(
            @RequestParam MultiValueMap<String, String> parameters, @RequestParam(defaultValue = "") String cursor) {
        return indeed("/jobs.xml", requests.read(parameters, null), cursor);
    }

    @Searches
    @GetMapping("/employers/{slug}/jobs.xml")
    ResponseEntity<String> allOf(
            @PathVariable String slug,
            @RequestParam MultiValueMap<String, String> parameters,
            @RequestParam(defaultValue = "") String cursor) {
        var employer = employers.verifiedBySlug(slug).orElseThrow(NotFound::new);
        return indeed(
                path(employer.slug(), "/jobs.xml"),
                requests.read(parameters, null).ofEmployer(employer.slug()),
                cursor);
    }

    private ResponseEntity<String> atom(String path, String page, String title, JobsRequest request) {
        var entries = search.first(request.query().sorted(ListingSort.NEWEST), AtomFeeds.MOST_ENTRIES);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_ATOM_XML)
                .body(atom.write(
                        title, request.address().on(path), request.address().on(page), entries));
    }

    private ResponseEntity<String> indeed(String path, JobsRequest request, String cursor) {
        var part = open.part(request.query(), behind(cursor), IndeedFeed.MOST_JOBS);
        var answer = ResponseEntity.ok().contentType(XML);
        var next = part.next();
        if (next != null) {
            // The format has no element for it.
            answer.header(HttpHeaders.LINK, "<" + site.link(request.address().on(path, next)) + ">; rel=\"next\"");
        }
        return answer.body(indeed.write(part.listings()));
    }

    private static @Nullable Cursor behind(String cursor) {
        return cursor.isEmpty()
                ? null
                : Cursor.parse(cursor).orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST));
    }

    private static String path(String slug, String feed) {
        return "/employers/" + slug + feed;
    }
}
