package net.gatepost.account.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import net.gatepost.account.Accounts;
import net.gatepost.account.CurrentSession;
import net.gatepost.account.SecondFactors;
import net.gatepost.account.Sessions;
import net.gatepost.web.LocalPath;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** The second step of signing in, for those whose passphrase was right: until then they are nobody to any other page. */
@Controller
class SecondStepController {

    private static final String PATH = "/sign-in/second-step";

    private final SecondFactors factors;
    private final CurrentSession session;
    private final Sessions sessions;
    private final Accounts accounts;

    SecondStepController(SecondFactors factors, CurrentSession session, Sessions sessions, Accounts accounts) {
        this.sessions = sessions;
        this.factors = factors;
        this.session = session;
        this.accounts = accounts;
    }

    @GetMapping(PATH)
    Object form(
            @RequestParam(required = false) @Nullable String next,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        response.setHeader("Cache-Control", "no-store");
        return session.half(request).isEmpty() ? first(next) : page(next, null, model);
    }

    @PostMapping(PATH)
    Object show(
            @RequestParam(defaultValue = "") String code,
            @RequestParam(required = false) @Nullable String next,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        var half = session.half(request);
        if (half.isEmpty()) {
            return first(next);
        }
        if (code.isBlank() || !factors.passes(half.get(), code)) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(next, code.isBlank() ? "factor.code.missing" : "factor.code.wrong", model);
        }
        session.complete(half.get(), request, response);
        sessions.begin(half.get(), request);
        return Redirects.to(LocalPath.orElse(
                next, accounts.firstDeskOf(half.get().toString()).path()));
    }

    private static String page(@Nullable String next, @Nullable String problem, Model model) {
        model.addAttribute("next", LocalPath.orElse(next, "")).addAttribute("problem", problem);
        return "account/second-step";
    }

    /** Where the passphrase is asked for. */
    private static View first(@Nullable String next) {
        String back = LocalPath.orElse(next, "");
        return Redirects.to(
                "/sign-in" + (back.isEmpty() ? "" : "?next=" + URLEncoder.encode(back, StandardCharsets.UTF_8)));
    }
}
