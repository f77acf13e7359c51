package net.gatepost.apply.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.UUID;
import java.util.stream.Stream;
import net.gatepost.apply.Departures;
import net.gatepost.web.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The way out to an employer's own site. A link and not a form: the policy of this site lets no form lead away from it. */
@Controller
class DepartureController {

    private final Departures departures;

    DepartureController(Departures departures) {
        this.departures = departures;
    }

    /** Who asks only what is there, and a browser that reads ahead, has gone nowhere. */
    @GetMapping("/jobs/{id}/apply/departure")
    ResponseEntity<Void> leave(@Nullable Viewer viewer, @PathVariable UUID id, HttpServletRequest request) {
        var address = isClick(request) ? departures.leave(viewer, id) : departures.address(id);
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(address.orElse("/jobs/" + id + "/apply")))
                .cacheControl(CacheControl.noStore())
                .build();
    }

    @PostMapping("/jobs/{id}/apply/declaration")
    String say(Viewer viewer, @PathVariable UUID id, RedirectAttributes flash) {
        departures.say(viewer, id);
        flash.addFlashAttribute("notice", "apply.elsewhere.said");
        return "redirect:" + Departures.PATH;
    }

    private static boolean isClick(HttpServletRequest request) {
        return "GET".equals(request.getMethod())
                && Stream.of("Sec-Purpose", "Purpose", "X-Moz")
                        .map(request::getHeader)
                        .noneMatch(purpose -> purpose != null && purpose.contains("prefetch"));
    }
}
