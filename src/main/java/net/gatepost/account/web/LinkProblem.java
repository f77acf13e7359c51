package net.gatepost.account.web;

import java.util.Map;
import net.gatepost.account.LinkState;
import net.gatepost.account.Outcome;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;

/** The page behind a link that can't be used: says why, and where to go from there. */
final class LinkProblem {

    private LinkProblem() {}

    /**
     * @param what whose words are shown: {@code <what>.<problem>.title}, {@code .text} and {@code .action}
     * @param wayOn where the one button leads when the link has ended or was never sent
     */
    static ModelAndView page(String what, LinkState state, String wayOn) {
        return switch (state) {
            case USED -> page(what, "used", "/sign-in", HttpStatus.GONE);
            case ENDED -> page(what, "ended", wayOn, HttpStatus.GONE);
            case UNKNOWN -> page(what, "unknown", wayOn, HttpStatus.NOT_FOUND);
            case OPEN -> throw new IllegalArgumentException("an open link is no problem");
        };
    }

    static ModelAndView page(String what, Outcome outcome, String wayOn) {
        return switch (outcome) {
            case ALREADY -> page(what, LinkState.USED, wayOn);
            case ENDED -> page(what, LinkState.ENDED, wayOn);
            case UNKNOWN -> page(what, LinkState.UNKNOWN, wayOn);
            case ADDRESS_TAKEN -> page(what, "taken", wayOn, HttpStatus.CONFLICT);
            case DONE -> throw new IllegalArgumentException("what is done is no problem");
        };
    }

    private static ModelAndView page(String what, String problem, String wayOn, HttpStatus status) {
        String words = what + '.' + problem;
        return new ModelAndView("account/link-problem", Map.of("words", words, "wayOn", wayOn), status);
    }
}
