package net.gatepost.job.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.Serializable;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import net.gatepost.job.CloseReason;
import net.gatepost.job.EmployerNotVerified;
import net.gatepost.job.HiringList;
import net.gatepost.job.IllegalListingState;
import net.gatepost.job.ListingDates;
import net.gatepost.job.ListingView;
import net.gatepost.job.Listings;
import net.gatepost.job.NotPublishable;
import net.gatepost.job.StaleListing;
import net.gatepost.web.Viewer;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Renews or closes several listings at once. Each stands for itself: one that can't be does not keep the others. */
@Controller
class BulkController {

    private final Listings listings;
    private final HireListings list;
    private final MessageSource messages;
    private final Clock clock;

    BulkController(Listings listings, HireListings list, MessageSource messages, Clock clock) {
        this.listings = listings;
        this.list = list;
        this.messages = messages;
        this.clock = clock;
    }

    /**
     * What became of them. It is kept in the session until the next page.
     *
     * @param refused one line for each that could not be
     */
    record Result(String said, List<String> refused) implements Serializable {}

    /**
     * @param act renew or close
     * @param ids at most a page of them; another employer's are as if they were not there
     * @param until with renew: the last day; empty for the usual number of days
     */
    @PostMapping("/hire/listings/bulk")
    String change(
            Viewer viewer,
            @RequestParam(defaultValue = "") String act,
            @RequestParam(name = "ids", defaultValue = "") List<UUID> ids,
            @RequestParam(defaultValue = "") String until,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var chosen = ids.stream()
                .distinct()
                .limit(HiringList.PAGE_SIZE)
                .map(id -> listings.hiring(viewer, id))
                .toList();
        var day = dayOf(until);
        var why = Arrays.stream(CloseReason.values())
                .filter(each -> each.name().equals(reason))
                .findFirst();
        String wrong = problem(act, chosen, until, day, why);
        if (!wrong.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("refusal", wrong);
            model.addAttribute("ticked", ids);
            return list.list(viewer, "", "", null, "1", model);
        }
        var refused = new ArrayList<String>();
        for (var listing : chosen) {
            try {
                if (act.equals("close")) {
                    listings.close(viewer, listing.id(), why.orElseThrow());
                } else {
                    listings.renew(viewer, listing.id(), day.orElseGet(() -> usual(listing)));
                }
            } catch (NotPublishable unfit) {
                refused.add(text("listing.bulk.unfit", listing.title()));
            } catch (EmployerNotVerified unverified) {
                refused.add(text("listing.bulk.unverified", listing.title()));
            } catch (IllegalListingState state) {
                refused.add(text("listing.bulk.state", listing.title()));
            } catch (StaleListing changed) {
                refused.add(text("listing.bulk.stale", listing.title()));
            }
        }
        flash.addFlashAttribute(
                "bulk", new Result(text("listing.bulk.done." + act, chosen.size() - refused.size()), refused));
        return "redirect:/hire/listings";
    }

    private static String problem(
            String act, List<ListingView> chosen, String until, Optional<LocalDate> day, Optional<CloseReason> why) {
        if (!act.equals("renew") && !act.equals("close")) {
            return "listing.bulk.act.missing";
        }
        if (chosen.isEmpty()) {
            return "listing.bulk.none";
        }
        if (act.equals("close") && why.isEmpty()) {
            return "listing.closure.reason.missing";
        }
        return act.equals("renew") && !until.isBlank() && day.isEmpty() ? "listing.bulk.until" : "";
    }

    private LocalDate usual(ListingView listing) {
        return ListingDates.defaultEnd(listing.zone(), clock.instant());
    }

    private static Optional<LocalDate> dayOf(String typed) {
        try {
            return typed.isBlank() ? Optional.empty() : Optional.of(LocalDate.parse(typed.strip()));
        } catch (DateTimeParseException nonsense) {
            return Optional.empty();
        }
    }

    private String text(String key, Object... arguments) {
        return messages.getMessage(key, arguments, Locale.US);
    }
}
