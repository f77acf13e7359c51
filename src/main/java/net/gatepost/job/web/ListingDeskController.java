package net.gatepost.job.web;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import net.gatepost.employer.EmployerView;
import net.gatepost.employer.Employers;
import net.gatepost.job.HiringRow;
import net.gatepost.job.ListingDesk;
import net.gatepost.job.ListingState;
import net.gatepost.web.ForAdministrators;
import net.gatepost.web.PageNumber;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/** The administrator's list of listings. */
@ForAdministrators
@Controller
class ListingDeskController {

    private static final int LONGEST_TITLE = 120;

    private final ListingDesk desk;
    private final Employers employers;
    private final ListingPages words;

    ListingDeskController(ListingDesk desk, Employers employers, ListingPages words) {
        this.desk = desk;
        this.employers = employers;
        this.words = words;
    }

    /** One listing in words. */
    record Row(UUID id, String title, UUID employerId, String employer, ListingState state, String posted) {

        /** For the {@code state-…} classes of the style sheet. */
        public String kind() {
            return HireListingsPage.kind(state);
        }
    }

    @GetMapping("/admin/listings")
    String list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(required = false) @Nullable String page,
            Model model) {
        String typed = q.strip().length() > LONGEST_TITLE ? q.strip().substring(0, LONGEST_TITLE) : q.strip();
        var wanted = Arrays.stream(ListingState.values())
                .filter(each -> each != ListingState.DRAFT && each.name().equalsIgnoreCase(state))
                .findFirst()
                .orElse(null);
        int number = PageNumber.of(page);
        var found = desk.find(typed, wanted, number);
        var named = employers.byIds(found.getContent().stream()
                .map(HiringRow::employerId)
                .distinct()
                .toList());
        model.addAttribute("q", typed)
                .addAttribute("state", wanted)
                .addAttribute(
                        "states",
                        List.of(ListingState.LIVE, ListingState.WITHHELD, ListingState.EXPIRED, ListingState.CLOSED))
                .addAttribute(
                        "rows",
                        found.getContent().stream()
                                .map(row -> row(row, named.get(row.employerId())))
                                .toList())
                .addAttribute("further", found.hasNext() ? address(typed, wanted, number + 1) : null);
        return "job/desk";
    }

    private Row row(HiringRow row, @Nullable EmployerView employer) {
        return new Row(
                row.id(),
                row.title(),
                row.employerId(),
                employer == null ? "" : employer.name(),
                row.state(),
                row.postedAt() == null ? "" : words.day(row.postedAt(), row.zone()));
    }

    private static String address(String typed, @Nullable ListingState state, int page) {
        var address = UriComponentsBuilder.fromPath("/admin/listings").queryParam("page", page);
        if (!typed.isEmpty()) {
            address.queryParam("q", UriUtils.encode(typed, java.nio.charset.StandardCharsets.UTF_8));
        }
        if (state != null) {
            address.queryParam("state", state.name());
        }
        return address.build(true).toUriString();
    }
}
