package net.gatepost.account.web;

import net.gatepost.account.Accounts;
import net.gatepost.account.SignInHeldBack;
import net.gatepost.web.LocalPath;
import net.gatepost.web.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.DisabledException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.WebAttributes;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** The sign-in page. Signing in itself is the security chain's; what it refuses is forwarded here. */
@Controller
class SignInController {

    private final Accounts accounts;

    SignInController(Accounts accounts) {
        this.accounts = accounts;
    }

    @GetMapping("/sign-in")
    String form(@Nullable Viewer viewer, @RequestParam(required = false) @Nullable String next, Model model) {
        if (viewer != null) {
            String desk = accounts.firstDeskOf(viewer.getName()).path();
            return "redirect:" + LocalPath.orElse(next, desk);
        }
        model.addAttribute("form", new SignInForm(null, null, next));
        return "account/sign-in";
    }

    /** Never says whether it was the address or the passphrase. */
    @PostMapping("/sign-in/refused")
    String refused(
            @RequestAttribute(WebAttributes.AUTHENTICATION_EXCEPTION) AuthenticationException refusal,
            @ModelAttribute("form") SignInForm form,
            BindingResult errors) {
        if (refusal instanceof SignInHeldBack heldBack) {
            throw heldBack.limit();
        }
        errors.reject(refusal instanceof DisabledException ? "sign-in.disabled" : "sign-in.refused");
        return "account/sign-in";
    }
}
