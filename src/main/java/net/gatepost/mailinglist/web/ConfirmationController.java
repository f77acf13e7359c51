package net.gatepost.mailinglist.web;

import jakarta.servlet.http.HttpServletResponse;
import net.gatepost.mailinglist.Subscribers;
import net.gatepost.mailinglist.Subscribers.ConfirmationLink;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Agreeing by the mailed link. The link opens a page with a button: scanners open links, people press buttons. */
@Controller
class ConfirmationController {

    private final Subscribers subscribers;
    private final TopicChoices topics;

    ConfirmationController(Subscribers subscribers, TopicChoices topics) {
        this.subscribers = subscribers;
        this.topics = topics;
    }

    @GetMapping("/mailing-list/confirm/{token}")
    String page(@PathVariable String token, Model model, HttpServletResponse response) {
        var confirmation = subscribers.confirmation(token);
        if (confirmation.subscription() == null) {
            return noLonger(confirmation.link(), response);
        }
        model.addAttribute("token", token);
        model.addAttribute("subscription", SubscriptionPage.of(confirmation.subscription(), topics));
        return "mailinglist/confirm";
    }

    @PostMapping("/mailing-list/confirm/{token}")
    String confirm(@PathVariable String token, HttpServletResponse response) {
        var link = subscribers.confirm(token);
        return link == ConfirmationLink.WORKS ? "redirect:/mailing-list/confirmed" : noLonger(link, response);
    }

    @GetMapping("/mailing-list/confirmed")
    String confirmed() {
        return "mailinglist/confirmed";
    }

    private static String noLonger(ConfirmationLink link, HttpServletResponse response) {
        boolean ended = link == ConfirmationLink.ENDED;
        response.setStatus(ended ? HttpStatus.GONE.value() : HttpStatus.NOT_FOUND.value());
        return ended ? "mailinglist/ended" : "mailinglist/unknown";
    }
}
