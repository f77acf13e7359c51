package net.gatepost.employer.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import net.gatepost.account.BackTo;
import net.gatepost.account.Confirmed;
import net.gatepost.employer.DomainMail;
import net.gatepost.employer.EmployerDecisions;
import net.gatepost.employer.EmployerStatus;
import net.gatepost.employer.EmployerView;
import net.gatepost.employer.MailNotConfirmed;
import net.gatepost.web.ForAdministrators;
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

/** The administrator's queue of employers and the decision on one. */
@ForAdministrators
@Controller
@RequestMapping("/admin/employers")
class VerificationController {

    private static final int PAGE_SIZE = 25;

    private final EmployerDecisions decisions;
    private final DomainMail domainMail;

    VerificationController(EmployerDecisions decisions, DomainMail domainMail) {
        this.decisions = decisions;
        this.domainMail = domainMail;
    }

    @GetMapping
    String queue(@RequestParam @Nullable String status, @RequestParam @Nullable String page, Model model) {
        var chosen = statusOf(status);
        var found = decisions.queue(chosen, PageNumber.of(page), PAGE_SIZE);
        model.addAttribute("chosen", chosen);
        model.addAttribute("counts", decisions.counts());
        model.addAttribute("query", "status=" + nameOf(chosen));
        model.addAttribute("page", PageNumber.of(page));
        model.addAttribute("pages", found.getTotalPages());
        model.addAttribute("employers", rows(found.getContent()));
        return "employer/queue";
    }

    private List<QueueRow> rows(List<EmployerView> employers) {
        var ids = employers.stream().map(EmployerView::id).toList();
        var alike = decisions.lookingAlike(ids);
        var reached = domainMail.confirmedAmong(ids);
        return employers.stream()
                .map(each -> QueueRow.of(each, alike.contains(each.id()), reached.contains(each.id())))
                .toList();
    }

    @GetMapping("/{id}")
    String review(Viewer viewer, @Nullable Confirmed confirmed, @PathVariable UUID id, Model model) {
        var page = ReviewPage.of(decisions.evidence(viewer, id));
        model.addAttribute("review", page);
        model.addAttribute("form", new ReasonForm(null, page.version()));
        model.addAttribute("confirmed", confirmed != null);
        return "employer/review";
    }

    /** Without a version it can't be known what was looked at: then it counts as stale. */
    @PostMapping("/{id}/verification")
    String verify(
            Viewer viewer,
            @BackTo("/admin/employers/{id}") Confirmed confirmed,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "-1") long version,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        try {
            boolean verified = decisions.verify(viewer, id, version);
            return decided(verified ? "employer.notice.verified" : "employer.notice.approved", redirect);
        } catch (MailNotConfirmed notYet) {
            response.setStatus(HttpStatus.CONFLICT.value());
            model.addAttribute("refusal", "employer.refused.mail");
            return review(viewer, confirmed, id, model);
        }
    }

    @PostMapping("/{id}/question")
    String ask(
            Viewer viewer,
            @Nullable Confirmed confirmed,
            @PathVariable UUID id,
            @Valid @ModelAttribute("form") ReasonForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes redirect) {
        if (isRefused(confirmed, errors)) {
            return again(viewer, confirmed, id, model);
        }
        decisions.ask(viewer, id, Objects.requireNonNull(form.version()), reasonOf(form));
        return decided("employer.notice.asked", redirect);
    }

    @PostMapping("/{id}/refusal")
    String decline(
            Viewer viewer,
            @Nullable Confirmed confirmed,
            @PathVariable UUID id,
            @Valid @ModelAttribute("form") ReasonForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes redirect) {
        if (isRefused(confirmed, errors)) {
            return again(viewer, confirmed, id, model);
        }
        decisions.decline(viewer, id, Objects.requireNonNull(form.version()), reasonOf(form));
        return decided("employer.notice.declined", redirect);
    }

    @PostMapping("/{id}/suspension")
    String suspend(
            Viewer viewer,
            @Nullable Confirmed confirmed,
            @PathVariable UUID id,
            @Valid @ModelAttribute("form") ReasonForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes redirect) {
        if (isRefused(confirmed, errors)) {
            return again(viewer, confirmed, id, model);
        }
        decisions.suspend(viewer, id, Objects.requireNonNull(form.version()), reasonOf(form));
        return decided("employer.notice.suspended", redirect);
    }

    /** Who wrote for longer than a confirmation is good for keeps what they wrote. */
    private static boolean isRefused(@Nullable Confirmed confirmed, BindingResult errors) {
        if (confirmed == null) {
            errors.reject("confirmation.old");
        }
        return errors.hasErrors();
    }

    private String again(Viewer viewer, @Nullable Confirmed confirmed, UUID id, Model model) {
        model.addAttribute("review", ReviewPage.of(decisions.evidence(viewer, id)));
        model.addAttribute("confirmed", confirmed != null).addAttribute("late", confirmed == null);
        return "employer/review";
    }

    private static String decided(String notice, RedirectAttributes redirect) {
        redirect.addFlashAttribute("notice", notice);
        return "redirect:/admin/employers";
    }

    private static String reasonOf(ReasonForm form) {
        return Objects.requireNonNull(form.reason()).strip();
    }

    private static EmployerStatus statusOf(@Nullable String typed) {
        return Arrays.stream(EmployerStatus.values())
                .filter(status -> nameOf(status).equals(typed))
                .findFirst()
                .orElse(EmployerStatus.PENDING);
    }

    static String nameOf(EmployerStatus status) {
        return status.name().toLowerCase(Locale.ROOT);
    }
}
