package net.gatepost.job.api;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import net.gatepost.account.Confirmed;
import net.gatepost.employer.Employers;
import net.gatepost.web.NotFound;
import net.gatepost.web.RateLimits;
import net.gatepost.web.SiteAddress;
import net.gatepost.web.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The tokens of an employer's programs, at its hiring desk. */
@Controller
class TokensController {

    private static final int MADE_A_DAY = 20;

    private final ApiTokens tokens;
    private final Employers employers;
    private final RateLimits limits;
    private final MessageSource messages;
    private final SiteAddress site;
    private final Clock clock;

    TokensController(
            ApiTokens tokens,
            Employers employers,
            RateLimits limits,
            MessageSource messages,
            SiteAddress site,
            Clock clock) {
        this.tokens = tokens;
        this.employers = employers;
        this.limits = limits;
        this.messages = messages;
        this.site = site;
        this.clock = clock;
    }

    /** @param employer whose; without it those of the first that the viewer recruits for */
    @GetMapping("/hire/tokens")
    String tokens(
            Viewer viewer,
            @Nullable Confirmed confirmed,
            @RequestParam(required = false) @Nullable UUID employer,
            Model model) {
        model.addAttribute("form", TokenForm.fresh()).addAttribute("confirmed", confirmed != null);
        if (employer == null) {
            var mine = employers.actingFor(viewer);
            return mine.isEmpty() ? "redirect:/hire" : page(viewer, mine.get(0).id(), model);
        }
        return page(viewer, employer, model);
    }

    /**
     * The secret is in this answer alone: a redirect would have to keep it somewhere. Sent again, the form makes nothing and
     * says so.
     */
    @PostMapping("/hire/tokens/{employer}")
    String make(
            Viewer viewer,
            @Nullable Confirmed confirmed,
            @PathVariable UUID employer,
            @Valid @ModelAttribute("form") TokenForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response) {
        employers.requireActingFor(viewer, employer);
        var wanted = form.read(errors, clock.instant());
        if (confirmed == null) {
            errors.reject("confirmation.old");
        }
        model.addAttribute("confirmed", confirmed != null).addAttribute("late", confirmed == null);
        if (!errors.hasErrors()) {
            limits.take("api-token-made", viewer.getName(), MADE_A_DAY, Duration.ofDays(1));
            try {
                var secret = tokens.make(viewer, employer, submission(form), wanted);
                model.addAttribute("secret", secret.value());
                model.addAttribute(
                        "example",
                        "curl -H 'Authorization: Bearer " + secret.value() + "' \\\n  '" + site.link(ApiChain.LISTINGS)
                                + "'");
                var another = TokenForm.fresh();
                model.addAttribute("form", another);
                model.addAttribute(
                        BindingResult.MODEL_KEY_PREFIX + "form", new BeanPropertyBindingResult(another, "form"));
            } catch (TokenRefused refused) {
                errors.reject(refused.messageKey());
            }
        }
        return page(viewer, employer, model);
    }

    @PostMapping("/hire/tokens/{employer}/{id}/revocation")
    String revoke(Viewer viewer, @PathVariable UUID employer, @PathVariable UUID id, RedirectAttributes redirect) {
        tokens.revoke(viewer, employer, id);
        redirect.addFlashAttribute("notice", "token.notice.revoked");
        redirect.addAttribute("employer", employer);
        return "redirect:/hire/tokens";
    }

    private String page(Viewer viewer, UUID employer, Model model) {
        var acting = employers.requireActingFor(viewer, employer);
        model.addAttribute(
                "page", TokensPage.of(acting, employers.actingFor(viewer), tokens.of(viewer, employer), messages));
        model.addAttribute("scopes", scopes());
        return "job/tokens";
    }

    private Map<String, String> scopes() {
        Map<String, String> scopes = new LinkedHashMap<>();
        Arrays.stream(Scope.values())
                .forEach(scope ->
                        scopes.put(scope.authority(), messages.getMessage(scope.messageKey(), null, Locale.ENGLISH)));
        return scopes;
    }

    private static UUID submission(TokenForm form) {
        try {
            return UUID.fromString(form.submission());
        } catch (IllegalArgumentException nonsense) {
            throw new NotFound();
        }
    }
}
