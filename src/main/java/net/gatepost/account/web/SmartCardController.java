package net.gatepost.account.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.UUID;
import net.gatepost.account.Accounts;
import net.gatepost.account.BackTo;
import net.gatepost.account.Confirmations;
import net.gatepost.account.Confirmed;
import net.gatepost.account.CurrentSession;
import net.gatepost.account.Sessions;
import net.gatepost.account.SmartCards;
import net.gatepost.account.SmartCards.Bound;
import net.gatepost.web.LocalPath;
import net.gatepost.web.Moments;
import net.gatepost.web.NotFound;
import net.gatepost.web.SiteAddress;
import net.gatepost.web.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Signing in with a smart card, confirming with it, and binding it to one's account. These pages are asked for at {@code
 * gatepost.smart-card.address}, where the browser shows its card, and lead back to the site's own address by a link: no form
 * may be redirected to another port.
 */
@Controller
@ConditionalOnProperty("gatepost.smart-card.bundle")
class SmartCardController {

    private static final String SIGN_IN = "/sign-in/smart-card";
    private static final String PATH = "/me/security/smart-card";

    private final SmartCards cards;
    private final CurrentSession session;
    private final Sessions sessions;
    private final Confirmations confirmations;
    private final Accounts accounts;
    private final SiteAddress site;

    SmartCardController(
            SmartCards cards,
            CurrentSession session,
            Sessions sessions,
            Confirmations confirmations,
            Accounts accounts,
            SiteAddress site) {
        this.cards = cards;
        this.session = session;
        this.sessions = sessions;
        this.confirmations = confirmations;
        this.accounts = accounts;
        this.site = site;
    }

    /** A bound card in words. */
    record Row(
            UUID id, String subject, String bound, @Nullable String used) {

        static Row of(Bound bound) {
            var used = bound.usedAt();
            return new Row(
                    bound.id(),
                    bound.card().subject(),
                    Moments.told(bound.boundAt()),
                    used == null ? null : Moments.told(used));
        }
    }

    @GetMapping(SIGN_IN)
    String form(
            @RequestParam(required = false) @Nullable String next,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        response.setHeader("Cache-Control", "no-store");
        return page(next, null, request, model);
    }

    /** Signs in whoever is not, and confirms for whoever is. */
    @PostMapping(SIGN_IN)
    String signIn(
            @Nullable Viewer viewer,
            @RequestParam(required = false) @Nullable String next,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        var owner = cards.owner(request);
        String problem = null;
        if (owner.isEmpty() || (viewer != null && !viewer.id().equals(owner.get()))) {
            problem = "card.unknown";
        } else if (viewer != null) {
            confirmations.give(viewer, request);
        } else if (session.open(owner.get(), request, response)) {
            sessions.begin(owner.get(), request);
        } else {
            problem = "sign-in.disabled";
        }
        if (problem != null || owner.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(next, problem, request, model);
        }
        String desk = accounts.firstDeskOf(owner.get().toString()).path();
        model.addAttribute("onwards", site.link(LocalPath.orElse(next, desk)));
        return "account/smart-card-done";
    }

    @GetMapping(PATH)
    String own(Viewer viewer, HttpServletRequest request, Model model) {
        return show(viewer, request, model);
    }

    @PostMapping(PATH)
    String bind(
            @BackTo(PATH) Confirmed confirmed,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes flash) {
        var codes = cards.bind(confirmed, request);
        if (codes.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("problem", "card.not-bound");
            return show(confirmed.viewer(), request, model);
        }
        session.renew(confirmed.viewer(), request, response);
        if (!codes.get().isEmpty()) {
            model.addAttribute("codes", codes.get());
            return "account/recovery-codes";
        }
        flash.addFlashAttribute("notice", "card.bound");
        return "redirect:" + PATH;
    }

    /** Whoever it let in elsewhere is out. */
    @PostMapping(PATH + "/removal")
    String remove(
            @BackTo(PATH) Confirmed confirmed,
            @RequestParam(required = false) @Nullable UUID id,
            HttpServletRequest request,
            RedirectAttributes flash) {
        if (id == null) {
            throw new NotFound();
        }
        cards.remove(confirmed, id);
        sessions.endOthers(confirmed.viewer(), request);
        flash.addFlashAttribute("notice", "card.removed");
        return "redirect:" + PATH;
    }

    private String page(@Nullable String next, @Nullable String problem, HttpServletRequest request, Model model) {
        model.addAttribute("next", LocalPath.orElse(next, ""))
                .addAttribute("problem", problem)
                .addAttribute("card", cards.shown(request).orElse(null));
        return "account/smart-card-sign-in";
    }

    private String show(Viewer viewer, HttpServletRequest request, Model model) {
        List<Bound> bound = cards.of(viewer);
        var shown = cards.shown(request).orElse(null);
        model.addAttribute("cards", bound.stream().map(Row::of).toList())
                .addAttribute("card", shown)
                .addAttribute(
                        "isBound", bound.stream().anyMatch(one -> one.card().equals(shown)));
        return "account/smart-card";
    }
}
