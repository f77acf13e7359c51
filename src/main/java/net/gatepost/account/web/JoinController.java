package net.gatepost.account.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import net.gatepost.account.Accounts;
import net.gatepost.account.Joinings;
import net.gatepost.account.LinkState;
import net.gatepost.web.Network;
import net.gatepost.web.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** Joining: the form, the link's page with its button, and what is said after each. */
@Controller
class JoinController {

    private final Joinings joinings;
    private final Accounts accounts;
    private final FormChecks checks;

    JoinController(Joinings joinings, Accounts accounts, FormChecks checks) {
        this.joinings = joinings;
        this.accounts = accounts;
        this.checks = checks;
    }

    @GetMapping("/join")
    String form(@Nullable Viewer viewer, Model model) {
        if (viewer != null) {
            return "redirect:" + accounts.firstDeskOf(viewer.getName()).path();
        }
        model.addAttribute("form", JoinForm.empty());
        return "account/join";
    }

    @PostMapping("/join")
    String join(@Valid @ModelAttribute("form") JoinForm form, BindingResult errors, HttpServletRequest request) {
        var address = checks.address(form.email(), "email", errors);
        checks.newPassphrase(form.passphrase(), "passphrase", form.about(), errors);
        if (errors.hasErrors()) {
            return "account/join";
        }
        joinings.begin(form.toAccount(address.orElseThrow()), Network.of(request.getRemoteAddr()));
        return "redirect:/join/sent";
    }

    @GetMapping("/join/sent")
    ModelAndView sent() {
        return DonePage.page("join.sent", "/jobs");
    }

    @GetMapping("/join/confirm/{token}")
    ModelAndView confirmation(@PathVariable String token) {
        var state = joinings.stateOf(token);
        return state == LinkState.OPEN
                ? new ModelAndView(
                        "account/join-confirm", "wish", joinings.wishOf(token).orElseThrow())
                : LinkProblem.page("join.confirm", state, "/join");
    }

    @PostMapping("/join/confirm/{token}")
    ModelAndView confirm(@PathVariable String token) {
        var outcome = joinings.confirm(token);
        return switch (outcome) {
            case DONE -> new ModelAndView("redirect:/join/confirmed");
            case ALREADY -> new ModelAndView("redirect:/join/confirmed/already");
            default -> LinkProblem.page("join.confirm", outcome, "/join");
        };
    }

    @GetMapping("/join/confirmed")
    ModelAndView confirmed() {
        return DonePage.page("join.confirmed", "/sign-in");
    }

    @GetMapping("/join/confirmed/already")
    ModelAndView alreadyConfirmed() {
        return DonePage.page("join.already", "/sign-in");
    }
}
