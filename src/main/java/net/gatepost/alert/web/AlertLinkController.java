package net.gatepost.alert.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import net.gatepost.alert.AlertLinks;
import net.gatepost.alert.Often;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Pausing and stopping by the signed links of a mail, without signing in: a look shows a button, and only what it posts
 * changes anything. All alerts at once can also be stopped by the mail program in one click (RFC 8058), which brings no
 * cookie and no origin and must not be redirected.
 */
@Controller
class AlertLinkController {

    private final AlertLinks links;

    AlertLinkController(AlertLinks links) {
        this.links = links;
    }

    @GetMapping("/alerts/search/{token}")
    String search(
            @PathVariable String token,
            @RequestParam(required = false) @Nullable String was,
            Model model,
            HttpServletResponse response) {
        return page(token, null, was, model, response);
    }

    @GetMapping("/alerts/search/{token}/pause")
    String askToPause(@PathVariable String token, Model model, HttpServletResponse response) {
        return page(token, "pause", null, model, response);
    }

    @GetMapping("/alerts/search/{token}/stop")
    String askToStop(@PathVariable String token, Model model, HttpServletResponse response) {
        return page(token, "stop", null, model, response);
    }

    @PostMapping("/alerts/search/{token}/pause")
    String pause(@PathVariable String token, HttpServletResponse response) {
        return links.pause(token) ? "redirect:/alerts/search/" + token : unknown(response);
    }

    @PostMapping("/alerts/search/{token}/stop")
    String stop(@PathVariable String token, HttpServletResponse response) {
        var before = links.search(token);
        return links.stop(token)
                ? "redirect:/alerts/search/" + token + "?was="
                        + before.map(search -> search.often().name()).orElse("")
                : unknown(response);
    }

    /** @param often how often the search told of new listings before it was stopped */
    @PostMapping("/alerts/search/{token}/resumption")
    String resume(
            @PathVariable String token,
            @RequestParam(required = false) @Nullable String often,
            HttpServletResponse response) {
        return links.resume(token, often(often)) ? "redirect:/alerts/search/" + token : unknown(response);
    }

    @GetMapping("/alerts/all/{token}")
    String all(@PathVariable String token, Model model, HttpServletResponse response) {
        var gets = links.all(token);
        if (gets.isEmpty()) {
            return unknown(response);
        }
        model.addAttribute("token", token).addAttribute("gets", gets.get());
        return "alert/link-all";
    }

    @PostMapping("/alerts/all/{token}")
    String stopAll(@PathVariable String token, HttpServletResponse response) {
        return links.mute(token) ? "redirect:/alerts/all/" + token : unknown(response);
    }

    @PostMapping(path = "/alerts/all/{token}", params = "List-Unsubscribe=One-Click")
    ResponseEntity<String> stopAllInOneClick(@PathVariable String token) {
        boolean stopped = links.mute(token);
        return ResponseEntity.status(stopped ? HttpStatus.OK : HttpStatus.NOT_FOUND)
                .contentType(MediaType.TEXT_PLAIN)
                .body(stopped ? "stopped\n" : "unknown link\n");
    }

    @PostMapping("/alerts/all/{token}/resumption")
    String resumeAll(@PathVariable String token, HttpServletResponse response) {
        return links.unmute(token) ? "redirect:/alerts/all/" + token : unknown(response);
    }

    /** @param act what the mail's link said; null for the page that shows what was done */
    private String page(
            String token, @Nullable String act, @Nullable String was, Model model, HttpServletResponse response) {
        var search = links.search(token);
        if (search.isEmpty()) {
            return unknown(response);
        }
        model.addAttribute("token", token)
                .addAttribute("search", search.get())
                .addAttribute("act", act)
                .addAttribute("was", often(was).name());
        return "alert/link-search";
    }

    /** A link may be old and an address wrong: then once a day, which bothers the least of what tells at all. */
    private static Often often(@Nullable String typed) {
        return Arrays.stream(Often.values())
                .filter(often -> often != Often.OFF && often.name().equals(typed))
                .findFirst()
                .orElse(Often.DAILY);
    }

    private static String unknown(HttpServletResponse response) {
        response.setStatus(HttpStatus.NOT_FOUND.value());
        return "alert/link-unknown";
    }
}
