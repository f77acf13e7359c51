package net.gatepost.employer.web;

import jakarta.validation.Valid;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Consumer;
import net.gatepost.employer.AlreadyRegistered;
import net.gatepost.employer.EmployerDraft;
import net.gatepost.employer.EmployerRegistrations;
import net.gatepost.employer.Employers;
import net.gatepost.web.RateLimits;
import net.gatepost.web.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Registering an employer, and correcting one that waits or was declined. */
@Controller
class RegistrationController {

    /** Far more than anybody needs, and few enough for an administrator to see through. */
    private static final int REGISTRATIONS_A_DAY = 20;

    private final Employers employers;
    private final EmployerRegistrations registrations;
    private final RateLimits limits;

    RegistrationController(Employers employers, EmployerRegistrations registrations, RateLimits limits) {
        this.employers = employers;
        this.registrations = registrations;
        this.limits = limits;
    }

    @GetMapping("/hire/employer")
    String blank(Model model) {
        model.addAttribute("form", EmployerForm.empty());
        return "employer/registration";
    }

    @PostMapping("/hire/employer")
    String register(
            Viewer viewer,
            @Valid @ModelAttribute("form") EmployerForm form,
            BindingResult errors,
            RedirectAttributes redirect) {
        return take(form, errors, redirect, "employer.notice.registered", draft -> {
            limits.take("employer-registration", viewer.getName(), REGISTRATIONS_A_DAY, Duration.ofDays(1));
            registrations.register(viewer, draft);
        });
    }

    @GetMapping("/hire/employer/{id}")
    String filled(Viewer viewer, @PathVariable UUID id, Model model) {
        var employer = employers.requireActingFor(viewer, id);
        model.addAttribute("employer", employer);
        model.addAttribute("form", EmployerForm.from(employer));
        return employer.status().isCorrectable() ? "employer/registration" : "redirect:/hire";
    }

    @PostMapping("/hire/employer/{id}")
    String correct(
            Viewer viewer,
            @PathVariable UUID id,
            @Valid @ModelAttribute("form") EmployerForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes redirect) {
        model.addAttribute("employer", employers.requireActingFor(viewer, id));
        return take(
                form,
                errors,
                redirect,
                "employer.notice.corrected",
                draft -> registrations.correct(viewer, id, versionOf(form), draft, form.noteOrEmpty()));
    }

    private static String take(
            EmployerForm form,
            BindingResult errors,
            RedirectAttributes redirect,
            String notice,
            Consumer<EmployerDraft> act) {
        var draft = form.toDraft(errors);
        if (draft.isEmpty()) {
            return "employer/registration";
        }
        try {
            act.accept(draft.get());
        } catch (AlreadyRegistered refusal) {
            EmployerForm.reject(refusal, errors);
            return "employer/registration";
        }
        redirect.addFlashAttribute("notice", notice);
        return "redirect:/hire";
    }

    /** A form without one can't be told from a stale one. */
    private static long versionOf(EmployerForm form) {
        @Nullable Long version = form.version();
        return version == null ? -1 : version;
    }
}
