package net.gatepost.account.web;

import static java.util.Objects.requireNonNull;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import net.gatepost.account.ConfirmationNeeded;
import net.gatepost.account.Confirmations;
import net.gatepost.account.Credentials;
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
import org.springframework.web.servlet.view.RedirectView;

/** Signing in once more: asks who is signed in already to prove it, and leads back to what they were about to do. */
@Controller
class FreshSignInController {

    private static final String PAGE = "/me/security/confirmation";

    private final Credentials credentials;
    private final SecondFactors factors;
    private final Confirmations confirmations;

    FreshSignInController(Credentials credentials, SecondFactors factors, Confirmations confirmations) {
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
            return redirect(PAGE + "?next=" + URLEncoder.encode(needed.next(), StandardCharsets.UTF_8));
        }
    }

    @GetMapping(PAGE)
    String form(Viewer viewer, @RequestParam(required = false) @Nullable String next, Model model) {
        model.addAttribute("form", new ConfirmationForm(null, null, next));
        return page(factors.has(viewer.id()), model);
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
            return page(hasFactor, model);
        }
        confirmations.give(viewer, request);
        flash.addFlashAttribute("notice", "confirmation.done");
        return redirect(requireNonNull(form.next()));
    }

    private static String page(boolean hasFactor, Model model) {
        model.addAttribute("hasFactor", hasFactor);
        return "account/confirmation";
    }

    /** As it is: Spring would take braces in an address for variables. */
    private static View redirect(String path) {
        var view = new RedirectView(path);
        view.setExpandUriTemplateVariables(false);
        view.setExposeModelAttributes(false);
        return view;
    }
}
