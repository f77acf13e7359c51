package net.gatepost.job.api;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.gatepost.job.EmployerListings;
import net.gatepost.job.EmployerNotVerified;
import net.gatepost.job.IllegalListingState;
import net.gatepost.job.ListingView;
import net.gatepost.job.NotPublishable;
import net.gatepost.job.StaleListing;
import net.gatepost.job.api.ListingsByToken.AnsweredBefore;
import net.gatepost.job.api.ListingsByToken.Asked;
import net.gatepost.job.api.ListingsByToken.Made;
import net.gatepost.web.JsonBody;
import net.gatepost.web.Problem;
import net.gatepost.web.Problem.Wrong;
import net.gatepost.web.Problems;
import net.gatepost.web.Refused;
import net.gatepost.web.SiteAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** An employer's own listings, for its programs: what the hiring desk does, by token. */
@Controller
@RequestMapping(
        path = ApiChain.LISTINGS,
        produces = {ApiMedia.JSON, ApiMedia.V1})
class ListingsApi {

    private static final int MOST = 100;
    private static final int USUAL = 20;
    private static final Pattern ETAG = Pattern.compile("(?:W/)?\"(\\d{1,18})\"");
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7E]{1,100}");

    private final ListingsByToken byToken;
    private final EmployerListings listings;
    private final ListingJsons json;
    private final MessageSource messages;
    private final SiteAddress site;

    ListingsApi(
            ListingsByToken byToken,
            EmployerListings listings,
            ListingJsons json,
            MessageSource messages,
            SiteAddress site) {
        this.byToken = byToken;
        this.listings = listings;
        this.json = json;
        this.messages = messages;
        this.site = site;
    }

    /**
     * @param reference of the one that is asked for; null for all
     * @param cursor the last one of the part before
     */
    @GetMapping
    ResponseEntity<ListingJson.Page> all(
            ApiCaller caller,
            @RequestParam(required = false) @Nullable String reference,
            @RequestParam(required = false) @Nullable UUID cursor,
            @RequestParam(required = false) @Nullable String limit) {
        if (reference != null) {
            var one = listings.byReference(caller.viewer(), caller.employerId(), reference);
            return ResponseEntity.ok(
                    new ListingJson.Page(one.map(json::write).stream().toList(), null));
        }
        int most = most(limit);
        List<ListingView> some = listings.part(caller.viewer(), caller.employerId(), cursor, most + 1);
        var part = some.size() > most ? some.subList(0, most) : some;
        var answer = ResponseEntity.ok();
        String next = null;
        if (some.size() > most) {
            next = site.link(ApiChain.LISTINGS + "?cursor=" + part.get(most - 1).id() + "&limit=" + most);
            answer.header(HttpHeaders.LINK, "<" + next + ">; rel=\"next\"");
        }
        return answer.body(new ListingJson.Page(part.stream().map(json::write).toList(), next));
    }

    @GetMapping("/{id}")
    ResponseEntity<ListingJson.Kept> one(ApiCaller caller, @PathVariable UUID id) {
        return answer(listings.one(caller.viewer(), caller.employerId(), id));
    }

    /** @param key names the request, so that sending it again makes nothing again */
    @PostMapping(consumes = {ApiMedia.JSON, ApiMedia.V1})
    ResponseEntity<String> make(
            ApiCaller caller,
            JsonBody body,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
        if (key != null && !KEY.matcher(key).matches()) {
            throw badHeader("Idempotency-Key", "api.header.idempotency-key");
        }
        var asked = new Asked(key, body.digest());
        Optional<Made> before = byToken.answered(caller, asked);
        if (before.isPresent()) {
            return made(before.get());
        }
        var sent = body.as(ListingJson.class);
        var reference = json.reference(sent);
        var draft = json.read(sent, null);
        boolean publish = Boolean.TRUE.equals(sent.publish());
        try {
            return made(told(() -> byToken.make(caller, asked, reference, draft, publish)));
        } catch (AnsweredBefore | PessimisticLockingFailureException meanwhile) {
            // The same request at the same moment: what that one was answered is this one's answer too.
            return made(
                    byToken.answered(caller, asked).orElseThrow(() -> new Refused(Problems.of(HttpStatus.CONFLICT))));
        }
    }

    @PutMapping(
            path = "/{id}",
            consumes = {ApiMedia.JSON, ApiMedia.V1})
    ResponseEntity<ListingJson.Kept> revise(
            ApiCaller caller,
            @PathVariable UUID id,
            JsonBody body,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String match) {
        var before = listings.one(caller.viewer(), caller.employerId(), id);
        if (match == null) {
            throw new Refused(Problems.of(HttpStatus.PRECONDITION_REQUIRED));
        }
        long version = version(match, before);
        var draft = json.read(body.as(ListingJson.class), before);
        return answer(told(() -> byToken.revise(caller, id, version, draft)));
    }

    @PostMapping("/{id}/publication")
    ResponseEntity<ListingJson.Kept> publish(
            ApiCaller caller,
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String match) {
        var before = listings.one(caller.viewer(), caller.employerId(), id);
        Long version = match == null ? null : version(match, before);
        return answer(told(() -> byToken.publish(caller, id, version)));
    }

    @PostMapping(
            path = "/{id}/closure",
            consumes = {ApiMedia.JSON, ApiMedia.V1})
    ResponseEntity<ListingJson.Kept> close(ApiCaller caller, @PathVariable UUID id, JsonBody body) {
        listings.one(caller.viewer(), caller.employerId(), id);
        var reason = json.closeReason(body.as(ListingJson.Closure.class));
        try {
            return answer(byToken.close(caller, id, reason));
        } catch (StaleListing stale) {
            throw new Refused(Problems.of(HttpStatus.CONFLICT));
        } catch (IllegalListingState draft) {
            throw new Refused(Problem.of(HttpStatus.CONFLICT, "not-published"));
        }
    }

    private ResponseEntity<ListingJson.Kept> answer(ListingView listing) {
        return ResponseEntity.ok().eTag(etag(listing.version())).body(json.write(listing));
    }

    private ResponseEntity<String> made(Made made) {
        return ResponseEntity.status(HttpStatus.CREATED)
                .header(HttpHeaders.LOCATION, site.link(ApiChain.LISTINGS + "/" + made.id()))
                .body(made.json());
    }

    private static String etag(long version) {
        return "\"" + version + "\"";
    }

    /** What no ETag of ours can be is no version that the listing ever had. */
    private static long version(String match, ListingView now) {
        if (match.strip().equals("*")) {
            return now.version();
        }
        Matcher etag = ETAG.matcher(match.strip());
        if (!etag.matches()) {
            throw new Refused(Problems.of(HttpStatus.PRECONDITION_FAILED));
        }
        return Long.parseLong(etag.group(1));
    }

    /** The refusals of the desk, as programs are told them. */
    private <T> T told(Supplier<T> act) {
        try {
            return act.get();
        } catch (StaleListing stale) {
            throw new Refused(Problems.of(HttpStatus.PRECONDITION_FAILED));
        } catch (NotPublishable refused) {
            throw json.notPublishable(refused.problems());
        } catch (EmployerNotVerified refused) {
            throw new Refused(Problem.of(HttpStatus.CONFLICT, "unverified"));
        } catch (IllegalListingState closed) {
            throw new Refused(Problem.of(HttpStatus.CONFLICT, "closed"));
        }
    }

    private int most(@Nullable String typed) {
        if (typed == null) {
            return USUAL;
        }
        if (typed.matches("[1-9][0-9]{0,2}") && Integer.parseInt(typed) <= MOST) {
            return Integer.parseInt(typed);
        }
        throw new Refused(Problem.of(HttpStatus.BAD_REQUEST, "bad-parameters")
                .with(Wrong.in(
                        "limit", messages.getMessage("api.parameter.limit", new Object[] {MOST}, Locale.ENGLISH))));
    }

    private Refused badHeader(String name, String key) {
        return new Refused(Problem.of(HttpStatus.BAD_REQUEST, "bad-parameters")
                .with(Wrong.in(name, messages.getMessage(key, null, Locale.ENGLISH))));
    }
}
