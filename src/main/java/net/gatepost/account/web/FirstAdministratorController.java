package net.gatepost.account.web;

import jakarta.validation.Valid;
import net.gatepost.account.Administrators;
import net.gatepost.account.LinkState;
import net.gatepost.account.Outcome;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** The page behind the link on the console. */
@Controller
class FirstAdministratorController {

    private final Administrators administrators;
    private final FormChecks checks;

    FirstAdministratorController(Administrators administrators, FormChecks checks) {
        this.administrators = administrators;
        this.checks = checks;
    }

    @GetMapping("/join/administrator/{token}")
    ModelAndView form(@PathVariable String token) {
        var state = administrators.stateOf(token);
        return state == LinkState.OPEN
                ? new ModelAndView("account/administrator", "form", AdministratorForm.empty())
                : LinkProblem.page("join.administrator", state, "/");
    }

    @PostMapping("/join/administrator/{token}")
    ModelAndView open(
            @PathVariable String token, @Valid @ModelAttribute("form") AdministratorForm form, BindingResult errors) {
        var state = administrators.stateOf(token);
        if (state != LinkState.OPEN) {
            return LinkProblem.page("join.administrator", state, "/");
        }
        var address = checks.address(form.email(), "email", errors);
        checks.newPassphrase(form.passphrase(), "passphrase", form.about(), errors);
        if (errors.hasErrors()) {
            return new ModelAndView("account/administrator");
        }
        var outcome = administrators.open(token, form.toAccount(address.orElseThrow()));
        if (outcome == Outcome.ADDRESS_TAKEN) {
            // No secret here: whoever has the console has the database.
            errors.rejectValue("email", "join.administrator.email.taken");
            return new ModelAndView("account/administrator");
        }
        return outcome == Outcome.DONE
                ? new ModelAndView("redirect:/join/confirmed")
                : LinkProblem.page("join.administrator", outcome, "/");
    }
}
