package net.gatepost.mailinglist.web;

import jakarta.servlet.http.HttpServletResponse;
import net.gatepost.mailinglist.Subscribers;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * Leaving by a signed link that works for ever: on a page with a button, or posted by the mail provider in one click
 * (RFC 8058), which brings no cookie and no origin and must not be redirected.
 */
@Controller
class LeavingController {

    private final Subscribers subscribers;
    private final TopicChoices topics;

    LeavingController(Subscribers subscribers, TopicChoices topics) {
        this.subscribers = subscribers;
        this.topics = topics;
    }

    @GetMapping("/mailing-list/leave/{token}")
    String page(@PathVariable String token, Model model, HttpServletResponse response) {
        var subscription = subscribers.byLeaveLink(token);
        if (subscription.isEmpty()) {
            return unknown(response);
        }
        model.addAttribute("token", token);
        model.addAttribute("subscription", SubscriptionPage.of(subscription.get(), topics));
        return "mailinglist/leave";
    }

    @PostMapping("/mailing-list/leave/{token}")
    String leave(@PathVariable String token, HttpServletResponse response) {
        return subscribers.leave(token) ? "redirect:/mailing-list/left" : unknown(response);
    }

    @PostMapping(path = "/mailing-list/leave/{token}", params = "List-Unsubscribe=One-Click")
    ResponseEntity<String> leaveInOneClick(@PathVariable String token) {
        boolean left = subscribers.leave(token);
        return ResponseEntity.status(left ? HttpStatus.OK : HttpStatus.NOT_FOUND)
                .contentType(MediaType.TEXT_PLAIN)
                .body(left ? "unsubscribed\n" : "unknown link\n");
    }

    @GetMapping("/mailing-list/left")
    String left() {
        return "mailinglist/left";
    }

    private static String unknown(HttpServletResponse response) {
        response.setStatus(HttpStatus.NOT_FOUND.value());
        return "mailinglist/unknown";
    }
}
