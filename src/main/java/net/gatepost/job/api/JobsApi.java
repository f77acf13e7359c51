package net.gatepost.job.api;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import net.gatepost.employer.Employers;
import net.gatepost.job.Listings;
import net.gatepost.job.search.Cursor;
import net.gatepost.job.search.ListingSearch;
import net.gatepost.job.web.JobsRequests;
import net.gatepost.job.web.OpenListings;
import net.gatepost.web.Network;
import net.gatepost.web.NotFound;
import net.gatepost.web.Problem;
import net.gatepost.web.Problem.Wrong;
import net.gatepost.web.RateLimits;
import net.gatepost.web.Refused;
import net.gatepost.web.SiteAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * What is live, for any program. It finds what the search page finds; but where that helps a person on, this refuses what
 * makes no sense, because a program that goes on with a filter left out would not notice.
 */
@Controller
class JobsApi {

    private static final String PATH = "/api/jobs";

    static final Set<String> PARAMETERS = Set.of(
            "q",
            "clearance",
            "holds",
            "polygraph",
            "place",
            "within",
            "workplace",
            "employment",
            "employer",
            "pay",
            "posted",
            "cursor",
            "limit");

    static final int MOST = 100;
    static final int USUAL = 20;

    /** For one network: two a second, and many at once for who comes seldom. */
    static final int REQUESTS = 600;

    private static final Duration PERIOD = Duration.ofMinutes(5);

    private final JobsRequests requests;
    private final OpenListings open;
    private final ListingSearch search;
    private final Listings listings;
    private final Employers employers;
    private final JobJsons json;
    private final RateLimits limits;
    private final MessageSource messages;
    private final SiteAddress site;

    JobsApi(
            JobsRequests requests,
            OpenListings open,
            ListingSearch search,
            Listings listings,
            Employers employers,
            JobJsons json,
            RateLimits limits,
            MessageSource messages,
            SiteAddress site) {
        this.requests = requests;
        this.open = open;
        this.search = search;
        this.listings = listings;
        this.employers = employers;
        this.json = json;
        this.limits = limits;
        this.messages = messages;
        this.site = site;
    }

    @GetMapping(
            path = PATH,
            produces = {ApiMedia.JSON, ApiMedia.V1})
    ResponseEntity<JobJson.Page> jobs(
            @RequestParam MultiValueMap<String, String> parameters, HttpServletRequest request) {
        limit(request);
        var asked = requests.read(parameters, null);
        List<Wrong> wrong = new ArrayList<>();
        parameters.keySet().stream()
                .filter(name -> !PARAMETERS.contains(name))
                .forEach(name -> wrong.add(Wrong.in(name, text("api.parameter.unknown"))));
        asked.wrong().forEach((name, words) -> {
            if (PARAMETERS.contains(name)) {
                wrong.add(Wrong.in(name, words));
            }
        });
        int most = most(parameters.getFirst("limit"), wrong);
        var behind = behind(parameters.getFirst("cursor"), wrong);
        if (!wrong.isEmpty()) {
            throw new Refused(
                    Problem.of(HttpStatus.BAD_REQUEST, "bad-parameters").with(wrong));
        }
        var part = open.part(asked.query(), behind, most);
        var cursor = part.next();
        String next = null;
        var answer = ResponseEntity.ok();
        if (cursor != null) {
            String path = asked.address().on(PATH, cursor);
            next = site.link(most == USUAL ? path : path + "&limit=" + most);
            answer.header(HttpHeaders.LINK, "<" + next + ">; rel=\"next\"");
        }
        return answer.body(new JobJson.Page(
                search.count(asked.query()),
                part.listings().stream().map(json::of).toList(),
                next));
    }

    @GetMapping(
            path = PATH + "/{id}",
            produces = {ApiMedia.JSON, ApiMedia.V1})
    ResponseEntity<JobJson> job(@PathVariable UUID id, HttpServletRequest request) {
        limit(request);
        var listing = listings.published(id).orElseThrow(NotFound::new);
        var employer = employers.byId(listing.employerId()).orElseThrow(NotFound::new);
        if (!listing.isLive() || !employer.isVerified()) {
            throw new Refused(Problem.of(HttpStatus.GONE, "gone"));
        }
        return ResponseEntity.ok(json.of(listing, employer));
    }

    private void limit(HttpServletRequest request) {
        limits.take("api", Network.of(request.getRemoteAddr()).value(), REQUESTS, PERIOD);
    }

    private int most(@Nullable String typed, List<Wrong> wrong) {
        if (typed == null) {
            return USUAL;
        }
        if (typed.matches("[1-9][0-9]{0,2}") && Integer.parseInt(typed) <= MOST) {
            return Integer.parseInt(typed);
        }
        wrong.add(Wrong.in("limit", text("api.parameter.limit", MOST)));
        return USUAL;
    }

    private @Nullable Cursor behind(@Nullable String typed, List<Wrong> wrong) {
        if (typed == null) {
            return null;
        }
        var cursor = Cursor.parse(typed);
        if (cursor.isEmpty()) {
            wrong.add(Wrong.in("cursor", text("api.parameter.cursor")));
        }
        return cursor.orElse(null);
    }

    private String text(String key, Object... arguments) {
        return messages.getMessage(key, arguments, Locale.ENGLISH);
    }
}
