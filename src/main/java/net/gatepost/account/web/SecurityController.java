package net.gatepost.account.web;

import static java.util.Objects.requireNonNull;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import net.gatepost.account.Accounts;
import net.gatepost.account.Confirmed;
import net.gatepost.account.Credentials;
import net.gatepost.account.CurrentSession;
import net.gatepost.account.SecondFactors;
import net.gatepost.account.Sessions;
import net.gatepost.web.Moments;
import net.gatepost.web.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A member's own security: the passphrase and the address, changed by whoever knows the passphrase. */
@Controller
class SecurityController {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMM uuuu", Locale.US).withZone(ZoneOffset.UTC);

    private final Credentials credentials;
    private final Accounts accounts;
    private final SecondFactors factors;
    private final Sessions sessions;
    private final CurrentSession session;
    private final FormChecks checks;

    SecurityController(
            Credentials credentials,
            Accounts accounts,
            SecondFactors factors,
            Sessions sessions,
            CurrentSession session,
            FormChecks checks) {
        this.credentials = credentials;
        this.accounts = accounts;
        this.factors = factors;
        this.sessions = sessions;
        this.session = session;
        this.checks = checks;
    }

    record PassphraseForm(
            @NotEmpty(message = "{security.current.missing}") @Nullable
            String currentPassphrase,

            @Nullable String newPassphrase) {
        @Override
        public String toString() {
            return "PassphraseForm";
        }
    }

    record EmailForm(
            @Nullable String email,

            @NotEmpty(message = "{security.current.missing}") @Nullable
            String passphrase) {
        @Override
        public String toString() {
            return "EmailForm";
        }
    }

    @GetMapping("/me/security")
    String page(Viewer viewer, @Nullable Confirmed confirmed, Model model, HttpServletRequest request) {
        return show(viewer, confirmed, model, request);
    }

    @PostMapping("/me/security/passphrase")
    String changePassphrase(
            Viewer viewer,
            @Nullable Confirmed confirmed,
            @Valid @ModelAttribute("passphraseForm") PassphraseForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes flash,
            HttpServletRequest request,
            HttpServletResponse response) {
        checks.newPassphrase(form.newPassphrase(), "newPassphrase", credentials.about(viewer), errors);
        knowsFactor(viewer, confirmed, errors, model);
        knowsPassphrase(viewer, form.currentPassphrase(), "currentPassphrase", errors);
        if (errors.hasErrors()) {
            return show(viewer, confirmed, model, request);
        }
        credentials.changePassphrase(viewer, requireNonNull(form.newPassphrase()));
        session.renew(viewer, request, response);
        flash.addFlashAttribute("notice", "security.passphrase.done");
        return "redirect:/me/security";
    }

    @PostMapping("/me/security/email")
    String changeEmail(
            Viewer viewer,
            @Nullable Confirmed confirmed,
            @Valid @ModelAttribute("emailForm") EmailForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes flash,
            HttpServletRequest request) {
        var address = checks.address(form.email(), "email", errors);
        if (address.isPresent()
                && address.get().equals(accounts.member(viewer.id()).email())) {
            errors.rejectValue("email", "security.email.same");
        }
        knowsFactor(viewer, confirmed, errors, model);
        knowsPassphrase(viewer, form.passphrase(), "passphrase", errors);
        if (errors.hasErrors()) {
            return show(viewer, confirmed, model, request);
        }
        credentials.requestEmail(viewer, address.orElseThrow());
        flash.addFlashAttribute("notice", "security.email.sent");
        return "redirect:/me/security";
    }

    /** @param session what the page knows it by */
    @PostMapping("/me/security/sessions/end")
    String endSession(Viewer viewer, @RequestParam(defaultValue = "") String session, RedirectAttributes flash) {
        sessions.end(viewer, session);
        flash.addFlashAttribute("notice", "sessions.ended");
        return "redirect:/me/security";
    }

    @PostMapping("/me/security/sessions/end-others")
    String endOtherSessions(Viewer viewer, HttpServletRequest request, RedirectAttributes flash) {
        sessions.endOthers(viewer, request);
        flash.addFlashAttribute("notice", "sessions.ended-others");
        return "redirect:/me/security";
    }

    /** A session in words. */
    record Row(String handle, String device, String since, String last, boolean here) {}

    /** The passphrase is asked for by the form itself; who has a second factor shows it before. */
    private void knowsFactor(Viewer viewer, @Nullable Confirmed confirmed, BindingResult errors, Model model) {
        if (confirmed == null && factors.has(viewer.id())) {
            errors.reject("confirmation.old");
            model.addAttribute("late", true);
        }
    }

    /** Asked last, and only where the rest is in order: each time costs a hash and one of the few tries. */
    private void knowsPassphrase(Viewer viewer, @Nullable String typed, String field, BindingResult errors) {
        if (!errors.hasErrors() && !credentials.isPassphraseOf(viewer, requireNonNull(typed))) {
            errors.rejectValue(field, "security.current.wrong");
        }
    }

    private String show(Viewer viewer, @Nullable Confirmed confirmed, Model model, HttpServletRequest request) {
        model.addAttribute(
                "sessions",
                sessions.of(viewer, request).stream()
                        .map(place -> new Row(
                                place.handle(),
                                place.device(),
                                Moments.told(place.since()),
                                Moments.told(place.last()),
                                place.isHere()))
                        .toList());
        // The page has two forms: the one that was not sent is empty.
        if (!model.containsAttribute("passphraseForm")) {
            model.addAttribute("passphraseForm", new PassphraseForm(null, null));
        }
        if (!model.containsAttribute("emailForm")) {
            model.addAttribute("emailForm", new EmailForm(null, null));
        }
        var factor = factors.of(viewer.id());
        model.addAttribute("hasFactor", factor.since() != null);
        model.addAttribute("confirmed", confirmed != null || factor.since() == null);
        model.addAttribute("passkeys", factor.passkeys());
        var member = accounts.member(viewer.id());
        model.addAttribute("email", member.email());
        model.addAttribute("termsVersion", member.termsVersion());
        model.addAttribute("termsAgreed", DAY.format(member.termsAgreedAt()));
        return "account/security";
    }
}
