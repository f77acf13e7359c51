package net.gatepost.moderation.web;

import jakarta.validation.Valid;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import net.gatepost.moderation.ReportReason;
import net.gatepost.moderation.Reports;
import net.gatepost.moderation.Subject;
import net.gatepost.web.NotFound;
import net.gatepost.web.PageNumber;
import net.gatepost.web.RateLimits;
import net.gatepost.web.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A member reports something, and reads what they have reported. */
@Controller
class ReportController {

    private static final int REPORTS_A_DAY = 20;

    private final Reports reports;
    private final RateLimits limits;
    private final MessageSource messages;

    ReportController(Reports reports, RateLimits limits, MessageSource messages) {
        this.reports = reports;
        this.limits = limits;
        this.messages = messages;
    }

    /** One line of a member's reports. */
    record Row(Reports.Mine report, String name, String href) {}

    @GetMapping("/reports/new")
    String write(
            Viewer viewer,
            @RequestParam(required = false) @Nullable UUID listing,
            @RequestParam(required = false) @Nullable UUID employer,
            @RequestParam(required = false) @Nullable UUID request,
            Model model) {
        return page(viewer, new ReportForm(listing, employer, request, UUID.randomUUID(), null, null), model);
    }

    @PostMapping("/reports")
    String report(
            Viewer viewer,
            @Valid @ModelAttribute("form") ReportForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes redirect) {
        var target = target(viewer, form);
        var reason = form.check(errors);
        if (errors.hasErrors() || reason.isEmpty()) {
            return page(viewer, form, model);
        }
        limits.take("report", viewer.id().toString(), REPORTS_A_DAY, Duration.ofDays(1));
        var submission = form.submission();
        reports.report(
                viewer,
                target.subject(),
                submission == null ? UUID.randomUUID() : submission,
                reason.get(),
                form.said());
        redirect.addFlashAttribute("notice", "moderation.report.notice");
        return "redirect:/me/reports";
    }

    @GetMapping("/me/reports")
    String mine(Viewer viewer, @RequestParam(required = false) @Nullable String page, Model model) {
        int number = PageNumber.of(page);
        var found = reports.of(viewer, number);
        var names = reports.names(found.getContent());
        model.addAttribute(
                        "rows",
                        found.getContent().stream()
                                .map(each -> row(each, names.getOrDefault(each.subjectId(), "")))
                                .toList())
                .addAttribute("page", number)
                .addAttribute("pages", found.getTotalPages());
        return "moderation/mine";
    }

    private static Row row(Reports.Mine report, String name) {
        return new Row(report, name, report.kind() == Subject.Kind.LISTING ? "/jobs/" + report.subjectId() : "");
    }

    private String page(Viewer viewer, ReportForm form, Model model) {
        model.addAttribute("target", target(viewer, form));
        model.addAttribute("form", form);
        model.addAttribute("reasons", reasons());
        return "moderation/report";
    }

    /** @throws NotFound for what can't be reported */
    private Reports.Target target(Viewer viewer, ReportForm form) {
        if (form.listing() != null) {
            return reports.listing(Objects.requireNonNull(form.listing()));
        }
        if (form.employer() != null) {
            return reports.employer(Objects.requireNonNull(form.employer()));
        }
        if (form.request() != null) {
            return reports.recruiter(viewer, Objects.requireNonNull(form.request()));
        }
        throw new NotFound();
    }

    private Map<String, String> reasons() {
        var labels = new LinkedHashMap<String, String>();
        for (var reason : ReportReason.values()) {
            labels.put(reason.name(), messages.getMessage(reason.messageKey(), null, Locale.ENGLISH));
        }
        return labels;
    }
}
