package net.gatepost.account.web;

import static java.util.Objects.requireNonNull;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import net.gatepost.account.ConfirmationNeeded;
import net.gatepost.account.Confirmations;
import net.gatepost.account.Credentials;
import net.gatepost.account.Passkeys;
import net.gatepost.account.SecondFactors;
import net.gatepost.web.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Signing in once more: asks who is signed in already to prove it, and leads back to what they were about to do. */
@Controller
class FreshSignInController {

    private static final String PAGE = "/me/security/confirmation";

    private final Credentials credentials;
    private final SecondFactors factors;
    private final Passkeys passkeys;
    private final Confirmations confirmations;

    FreshSignInController(
            Credentials credentials, SecondFactors factors, Passkeys passkeys, Confirmations confirmations) {
        this.passkeys = passkeys;
        this.credentials = credentials;
        this.factors = factors;
        this.confirmations = confirmations;
    }

    /** Before the advice that turns every exception into an error page. */
    @ControllerAdvice
    @Order(Ordered.HIGHEST_PRECEDENCE)
    static class Asking {

        @ExceptionHandler(ConfirmationNeeded.class)
        View ask(ConfirmationNeeded needed) {
            return Redirects.to(PAGE + "?next=" + URLEncoder.encode(needed.next(), StandardCharsets.UTF_8));
        }
    }

    @GetMapping(PAGE)
    String form(Viewer viewer, @RequestParam(required = false) @Nullable String next, Model model) {
        model.addAttribute("form", new ConfirmationForm(null, null, next));
        return page(viewer, model);
    }

    @PostMapping(PAGE)
    Object confirm(
            Viewer viewer,
            @Valid @ModelAttribute("form") ConfirmationForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes flash,
            HttpServletRequest request) {
        boolean hasFactor = factors.has(viewer.id());
        String code = form.code();
        if (hasFactor && (code == null || code.isBlank())) {
            errors.rejectValue("code", "factor.code.missing");
        }
        if (!errors.hasErrors() && !credentials.isPassphraseOf(viewer, requireNonNull(form.passphrase()))) {
            errors.rejectValue("passphrase", "security.current.wrong");
        }
        if (!errors.hasErrors() && hasFactor && !factors.passes(viewer.id(), requireNonNull(code))) {
            errors.rejectValue("code", "factor.code.wrong");
        }
        if (errors.hasErrors()) {
            return page(viewer, model);
        }
        return goOn(viewer, form, flash, request);
    }

    /** With a passkey, which counts as passphrase and factor. */
    @PostMapping(PAGE + "/passkey")
    Object confirm(
            Viewer viewer,
            @RequestParam(defaultValue = "") String passkey,
            @ModelAttribute("form") ConfirmationForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes flash,
            HttpServletRequest request) {
        if (!passkeys.ownerBy(passkey, request).equals(Optional.of(viewer.id()))) {
            errors.reject("passkey.unknown");
            return page(viewer, model);
        }
        return goOn(viewer, form, flash, request);
    }

    private View goOn(Viewer viewer, ConfirmationForm form, RedirectAttributes flash, HttpServletRequest request) {
        confirmations.give(viewer, request);
        flash.addFlashAttribute("notice", "confirmation.done");
        return Redirects.to(requireNonNull(form.next()));
    }

    private String page(Viewer viewer, Model model) {
        var state = factors.of(viewer.id());
        model.addAttribute("hasFactor", state.since() != null).addAttribute("hasPasskey", state.passkeys() > 0);
        return "account/confirmation";
    }
}
