package net.gatepost.account.web;

import java.util.Map;
import org.springframework.web.servlet.ModelAndView;

/** A page that says what has just happened and where to go next, at an address of its own that can be loaded again. */
final class DonePage {

    private DonePage() {}

    /** @param words whose {@code .title}, {@code .text} and {@code .action} are shown */
    static ModelAndView page(String words, String wayOn) {
        return new ModelAndView("account/done", Map.of("words", words, "wayOn", wayOn));
    }
}
