package net.gatepost.moderation.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import net.gatepost.employer.Employers;
import net.gatepost.job.ListingView;
import net.gatepost.job.Listings;
import net.gatepost.moderation.Appeals;
import net.gatepost.moderation.CaseView;
import net.gatepost.moderation.ModerationRefused;
import net.gatepost.moderation.Subject;
import net.gatepost.web.Moments;
import net.gatepost.web.PageNumber;
import net.gatepost.web.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What was decided against an employer, and its appeal. */
@Controller
@RequestMapping("/hire/decisions")
class AppealController {

    private final Appeals appeals;
    private final Employers employers;
    private final Listings listings;

    AppealController(Appeals appeals, Employers employers, Listings listings) {
        this.appeals = appeals;
        this.employers = employers;
        this.listings = listings;
    }

    /** One decision in words. */
    record Row(CaseView about, String employer, String subjectName, String decided, String answered) {

        /** How far its appeal has come, for a message key. */
        public String standing() {
            if (about.answeredAt() != null) {
                return about.granted() ? "granted" : "refused";
            }
            return about.appeal() == null ? "open" : "waits";
        }
    }

    @GetMapping
    String list(Viewer viewer, @RequestParam(required = false) @Nullable String page, Model model) {
        int number = PageNumber.of(page);
        var found = appeals.of(viewer, number);
        model.addAttribute("rows", rows(found.getContent()))
                .addAttribute("page", number)
                .addAttribute("pages", found.getTotalPages());
        return "moderation/decisions";
    }

    @GetMapping("/{id}")
    String one(Viewer viewer, @PathVariable UUID id, Model model) {
        return page(viewer, id, new AppealForm(null), model);
    }

    @PostMapping("/{id}/appeal")
    String appeal(
            Viewer viewer,
            @PathVariable UUID id,
            @Valid @ModelAttribute("form") AppealForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        if (errors.hasErrors()) {
            return page(viewer, id, form, model);
        }
        try {
            appeals.appeal(viewer, id, form.said());
        } catch (ModerationRefused refused) {
            response.setStatus(HttpStatus.CONFLICT.value());
            model.addAttribute("refusal", refused.messageKey());
            return page(viewer, id, form, model);
        }
        redirect.addFlashAttribute("notice", "moderation.appeal.notice");
        return "redirect:/hire/decisions/" + id;
    }

    private String page(Viewer viewer, UUID id, AppealForm form, Model model) {
        model.addAttribute("row", rows(List.of(appeals.one(viewer, id))).get(0));
        model.addAttribute("form", form);
        return "moderation/decision";
    }

    /** Three statements however many there are. */
    private List<Row> rows(List<CaseView> cases) {
        var named = employers.byIds(cases.stream()
                .map(each -> each.subject().employerId())
                .distinct()
                .toList());
        var titles = listings
                .publishedAmong(cases.stream()
                        .filter(each -> each.subject().kind() == Subject.Kind.LISTING)
                        .map(each -> each.subject().id())
                        .distinct()
                        .toList())
                .stream()
                .collect(Collectors.toMap(ListingView::id, ListingView::title));
        return cases.stream()
                .map(each -> {
                    var employer = named.get(each.subject().employerId());
                    String name = employer == null ? "" : employer.name();
                    return new Row(
                            each,
                            name,
                            titles.getOrDefault(each.subject().id(), name),
                            told(each.decidedAt()),
                            told(each.answeredAt()));
                })
                .toList();
    }

    private static String told(@Nullable Instant moment) {
        return moment == null ? "" : Moments.told(moment);
    }
}
