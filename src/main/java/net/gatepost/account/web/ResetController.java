package net.gatepost.account.web;

import jakarta.servlet.http.HttpServletRequest;
import net.gatepost.account.LinkState;
import net.gatepost.account.Outcome;
import net.gatepost.account.Resets;
import net.gatepost.web.Network;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** The forgotten passphrase: asking for a link, and choosing another behind it. */
@Controller
class ResetController {

    private final Resets resets;
    private final FormChecks checks;

    ResetController(Resets resets, FormChecks checks) {
        this.resets = resets;
        this.checks = checks;
    }

    record AddressForm(@Nullable String email) {}

    record NewPassphraseForm(@Nullable String passphrase) {
        @Override
        public String toString() {
            return "NewPassphraseForm";
        }
    }

    @GetMapping("/password")
    String form(Model model) {
        model.addAttribute("form", new AddressForm(null));
        return "account/password";
    }

    @PostMapping("/password")
    String request(@ModelAttribute("form") AddressForm form, BindingResult errors, HttpServletRequest request) {
        var address = checks.address(form.email(), "email", errors);
        if (errors.hasErrors()) {
            return "account/password";
        }
        resets.request(address.orElseThrow(), Network.of(request.getRemoteAddr()));
        return "redirect:/password/sent";
    }

    @GetMapping("/password/sent")
    ModelAndView sent() {
        return DonePage.page("password.sent", "/sign-in");
    }

    @GetMapping("/password/reset/{token}")
    ModelAndView reset(@PathVariable String token) {
        var state = resets.stateOf(token);
        return state == LinkState.OPEN
                ? new ModelAndView("account/password-reset", "form", new NewPassphraseForm(null))
                : LinkProblem.page("password.reset", state, "/password");
    }

    @PostMapping("/password/reset/{token}")
    ModelAndView reset(
            @PathVariable String token, @ModelAttribute("form") NewPassphraseForm form, BindingResult errors) {
        var state = resets.stateOf(token);
        if (state != LinkState.OPEN) {
            return LinkProblem.page("password.reset", state, "/password");
        }
        checks.newPassphrase(form.passphrase(), "passphrase", resets.about(token), errors);
        if (form.passphrase() == null || errors.hasErrors()) {
            return new ModelAndView("account/password-reset");
        }
        var outcome = resets.reset(token, form.passphrase());
        return outcome == Outcome.DONE
                ? new ModelAndView("redirect:/password/changed")
                : LinkProblem.page("password.reset", outcome, "/password");
    }

    @GetMapping("/password/changed")
    ModelAndView changed() {
        return DonePage.page("password.changed", "/sign-in");
    }
}
