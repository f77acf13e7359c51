package net.gatepost.moderation.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import net.gatepost.employer.EmployerView;
import net.gatepost.employer.Employers;
import net.gatepost.job.Listings;
import net.gatepost.job.web.ListingPage;
import net.gatepost.job.web.ListingPages;
import net.gatepost.moderation.CaseView;
import net.gatepost.moderation.Measure;
import net.gatepost.moderation.Moderation;
import net.gatepost.moderation.ModerationRefused;
import net.gatepost.moderation.Subject;
import net.gatepost.web.ForAdministrators;
import net.gatepost.web.Moments;
import net.gatepost.web.PageNumber;
import net.gatepost.web.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
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

/** The administrator's queue of reports and appeals, and the decision on one. */
@ForAdministrators
@Controller
@RequestMapping("/admin/reports")
class ModerationController {

    private final Moderation moderation;
    private final Employers employers;
    private final Listings listings;
    private final ListingPages pages;
    private final MessageSource messages;

    ModerationController(
            Moderation moderation, Employers employers, Listings listings, ListingPages pages, MessageSource messages) {
        this.moderation = moderation;
        this.employers = employers;
        this.listings = listings;
        this.pages = pages;
        this.messages = messages;
    }

    /** One line of the queue. */
    record Row(CaseView about, String employer, long reports, String since) {

        static Row of(CaseView about, Map<UUID, EmployerView> employers, Map<UUID, Long> reports) {
            var employer = employers.get(about.subject().employerId());
            var since = about.waitsForAnswer() ? about.appealedAt() : about.decidedAt();
            return new Row(
                    about,
                    employer == null ? "" : employer.name(),
                    reports.getOrDefault(about.id(), 0L),
                    Moments.told(since == null ? about.openedAt() : since));
        }
    }

    @GetMapping
    String queue(
            @RequestParam(defaultValue = "") String part,
            @RequestParam(required = false) @Nullable String page,
            Model model) {
        var chosen = Arrays.stream(Moderation.Part.values())
                .filter(each -> each.name().equalsIgnoreCase(part))
                .findFirst()
                .orElse(Moderation.Part.OPEN);
        int number = PageNumber.of(page);
        var found = moderation.queue(chosen, number);
        var byId =
                employers.byIds(found.map(each -> each.subject().employerId()).toSet());
        var reports = moderation.reportsOf(found.getContent());
        model.addAttribute("chosen", chosen)
                .addAttribute("parts", List.of(Moderation.Part.values()))
                .addAttribute(
                        "rows",
                        found.getContent().stream()
                                .map(each -> Row.of(each, byId, reports))
                                .toList())
                .addAttribute("page", number)
                .addAttribute("pages", found.getTotalPages());
        return "moderation/queue";
    }

    @GetMapping("/{id}")
    String one(Viewer viewer, @PathVariable UUID id, Model model) {
        var file = moderation.file(viewer, id);
        return page(file, new ReasonForm(null, null, file.about().version()), model);
    }

    @PostMapping("/{id}/decision")
    String decide(
            Viewer viewer,
            @PathVariable UUID id,
            @Valid @ModelAttribute("form") ReasonForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        var file = moderation.file(viewer, id);
        var measure = Arrays.stream(Measure.values())
                .filter(each -> each.name().equals(form.choice()))
                .findFirst();
        if (measure.isEmpty()) {
            errors.rejectValue("choice", "moderation.measure.missing");
        }
        if (errors.hasErrors() || measure.isEmpty()) {
            return page(file, form, model);
        }
        var version = form.version();
        try {
            moderation.decide(viewer, id, version == null ? -1 : version, measure.get(), form.said());
        } catch (ModerationRefused refused) {
            return conflict(viewer, id, form, refused, model, response);
        }
        redirect.addFlashAttribute("notice", "moderation.notice.decided");
        return "redirect:/admin/reports";
    }

    @PostMapping("/{id}/answer")
    String answer(
            Viewer viewer,
            @PathVariable UUID id,
            @Valid @ModelAttribute("form") ReasonForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        var file = moderation.file(viewer, id);
        boolean granted = "GRANTED".equals(form.choice());
        if (!granted && !"REFUSED".equals(form.choice())) {
            errors.rejectValue("choice", "moderation.answer.missing");
        }
        if (errors.hasErrors()) {
            return page(file, form, model);
        }
        try {
            boolean done = moderation.answer(viewer, id, granted, form.said());
            redirect.addFlashAttribute("notice", done ? "moderation.notice.answered" : "moderation.notice.second");
        } catch (ModerationRefused refused) {
            return conflict(viewer, id, form, refused, model, response);
        }
        return "redirect:/admin/reports?part=appealed";
    }

    private String conflict(
            Viewer viewer,
            UUID id,
            ReasonForm form,
            ModerationRefused refused,
            Model model,
            HttpServletResponse response) {
        response.setStatus(HttpStatus.CONFLICT.value());
        model.addAttribute("refusal", refused.messageKey());
        var file = moderation.file(viewer, id);
        return page(
                file, new ReasonForm(form.choice(), form.reason(), file.about().version()), model);
    }

    private String page(Moderation.File file, ReasonForm form, Model model) {
        model.addAttribute("file", file)
                .addAttribute("form", form)
                .addAttribute("opened", Moments.told(file.about().openedAt()))
                .addAttribute("listing", listing(file))
                .addAttribute("measures", measures(file))
                .addAttribute("answers", labels("moderation.answer.", "GRANTED", "REFUSED"));
        return "moderation/case";
    }

    /** What it says, whether or not the public may see it. */
    private @Nullable ListingPage listing(Moderation.File file) {
        var subject = file.about().subject();
        return subject.kind() == Subject.Kind.LISTING
                ? listings.published(subject.id())
                        .map(listing -> pages.page(listing, file.employer()))
                        .orElse(null)
                : null;
    }

    private Map<String, String> measures(Moderation.File file) {
        return file.about().subject().kind() == Subject.Kind.LISTING
                ? labels("moderation.measure.choose.", "DISMISSED", "TAKEN_DOWN", "SUSPENDED")
                : labels("moderation.measure.choose.", "DISMISSED", "SUSPENDED");
    }

    private Map<String, String> labels(String prefix, String... names) {
        var labels = new LinkedHashMap<String, String>();
        for (String name : names) {
            labels.put(name, messages.getMessage(prefix + name, null, Locale.ENGLISH));
        }
        return labels;
    }
}
