package net.gatepost.account.web;

import net.gatepost.account.Credentials;
import net.gatepost.account.LinkState;
import net.gatepost.account.Outcome;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/**
 * The pages behind the two links of a changed address: "this is my new address" and "this was not me". Whoever has the
 * link may press, signed in or not: a mail is often read elsewhere.
 */
@Controller
class EmailController {

    private final Credentials credentials;

    EmailController(Credentials credentials) {
        this.credentials = credentials;
    }

    @GetMapping("/email/confirm/{token}")
    ModelAndView confirmation(@PathVariable String token) {
        var state = credentials.stateOfEmailChange(token);
        return state == LinkState.OPEN
                ? new ModelAndView("account/button", "words", "email.confirm")
                : LinkProblem.page("email.confirm", state, "/me/security");
    }

    @PostMapping("/email/confirm/{token}")
    ModelAndView confirm(@PathVariable String token) {
        var outcome = credentials.confirmEmail(token);
        return outcome == Outcome.DONE || outcome == Outcome.ALREADY
                ? new ModelAndView("redirect:/email/confirmed")
                : LinkProblem.page("email.confirm", outcome, "/me/security");
    }

    @GetMapping("/email/confirmed")
    ModelAndView confirmed() {
        return DonePage.page("email.confirmed", "/me");
    }

    @GetMapping("/email/undo/{token}")
    ModelAndView undoing(@PathVariable String token) {
        var state = credentials.stateOfEmailUndoing(token);
        return state == LinkState.OPEN
                ? new ModelAndView("account/button", "words", "email.undo")
                : LinkProblem.page("email.undo", state, "/password");
    }

    @PostMapping("/email/undo/{token}")
    ModelAndView undo(@PathVariable String token) {
        var outcome = credentials.undoEmail(token);
        return outcome == Outcome.DONE || outcome == Outcome.ALREADY
                ? new ModelAndView("redirect:/email/undone")
                : LinkProblem.page("email.undo", outcome, "/password");
    }

    @GetMapping("/email/undone")
    ModelAndView undone() {
        return DonePage.page("email.undone", "/");
    }
}
