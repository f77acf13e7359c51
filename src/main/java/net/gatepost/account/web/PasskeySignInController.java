package net.gatepost.account.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import net.gatepost.account.Accounts;
import net.gatepost.account.CurrentSession;
import net.gatepost.account.Passkeys;
import net.gatepost.account.Sessions;
import net.gatepost.web.LocalPath;
import net.gatepost.web.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** Signing in with a passkey, which counts as both factors: in place of the passphrase, or after it as the second step. */
@Controller
class PasskeySignInController {

    private final Passkeys passkeys;
    private final CurrentSession session;
    private final Sessions sessions;
    private final Accounts accounts;

    PasskeySignInController(Passkeys passkeys, CurrentSession session, Sessions sessions, Accounts accounts) {
        this.passkeys = passkeys;
        this.session = session;
        this.sessions = sessions;
        this.accounts = accounts;
    }

    /** Also what {@link FreshSignInController} asks. */
    @PostMapping(path = "/sign-in/passkey/options", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    String options(HttpServletRequest request, HttpServletResponse response) {
        response.setHeader("Cache-Control", "no-store");
        return passkeys.ask(request);
    }

    @PostMapping("/sign-in/passkey")
    Object signIn(
            @Nullable Viewer viewer,
            @RequestParam(defaultValue = "") String passkey,
            @ModelAttribute("form") SignInForm form,
            BindingResult errors,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (viewer != null) {
            return Redirects.to(accounts.firstDeskOf(viewer.getName()).path());
        }
        var owner = passkeys.ownerBy(passkey, request);
        if (owner.isEmpty()) {
            errors.reject("passkey.unknown");
        } else if (!session.open(owner.get(), request, response)) {
            errors.reject("sign-in.disabled");
        }
        if (owner.isEmpty() || errors.hasErrors()) {
            return "account/sign-in";
        }
        sessions.begin(owner.get(), request);
        return Redirects.to(LocalPath.orElse(
                form.next(), accounts.firstDeskOf(owner.get().toString()).path()));
    }
}
