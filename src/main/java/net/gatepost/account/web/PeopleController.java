package net.gatepost.account.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import net.gatepost.account.Member;
import net.gatepost.account.PeopleDesk;
import net.gatepost.account.SecondFactors;
import net.gatepost.web.ForAdministrators;
import net.gatepost.web.Moments;
import net.gatepost.web.PageNumber;
import net.gatepost.web.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The administrator's list of people, and what can be done with one. */
@ForAdministrators
@Controller
@RequestMapping("/admin/people")
class PeopleController {

    private static final int LONGEST_REASON = 1_000;

    private final PeopleDesk people;
    private final SecondFactors factors;

    PeopleController(PeopleDesk people, SecondFactors factors) {
        this.people = people;
        this.factors = factors;
    }

    /** One person in the list. */
    record Row(
            UUID id,
            String name,
            String email,
            String joined,
            boolean disabled,
            boolean administrator,
            boolean editor) {

        static Row of(Member member) {
            return new Row(
                    member.id(),
                    member.name(),
                    member.email().value(),
                    Moments.told(member.joinedAt()),
                    member.disabled(),
                    member.administrator(),
                    member.editor());
        }

        @Override
        public String toString() {
            return "Row[withheld]";
        }
    }

    /** A session in words. */
    record Session(String since, String last) {}

    @GetMapping
    String list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable String page,
            Model model) {
        String typed = q.length() > 254 ? q.substring(0, 254) : q;
        int number = PageNumber.of(page);
        var found = people.find(typed, number);
        model.addAttribute("q", typed)
                .addAttribute("rows", found.getContent().stream().map(Row::of).toList())
                .addAttribute("page", number)
                .addAttribute("pages", found.getTotalPages());
        return "account/people";
    }

    @GetMapping("/{id}")
    String one(Viewer viewer, @PathVariable UUID id, Model model) {
        return show(viewer, id, "", model);
    }

    @PostMapping("/{id}/disabling")
    String disable(
            Viewer viewer,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        String wrong = problem(reason);
        if (!wrong.isEmpty()) {
            return again(viewer, id, reason, wrong, model, response);
        }
        try {
            people.disable(viewer, id, reason.strip());
        } catch (PeopleDesk.Refused refused) {
            response.setStatus(HttpStatus.CONFLICT.value());
            model.addAttribute("refusal", refused.messageKey());
            return show(viewer, id, reason, model);
        }
        return done(id, "people.notice.disabled", flash);
    }

    @PostMapping("/{id}/enabling")
    String enable(
            Viewer viewer,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        String wrong = problem(reason);
        if (!wrong.isEmpty()) {
            return again(viewer, id, reason, wrong, model, response);
        }
        people.enable(viewer, id, reason.strip());
        return done(id, "people.notice.enabled", flash);
    }

    @PostMapping("/{id}/sessions/end")
    String endSessions(Viewer viewer, @PathVariable UUID id, RedirectAttributes flash) {
        people.endSessions(viewer, id);
        return done(id, "people.notice.sessions", flash);
    }

    /** Somebody has lost theirs, and has shown who they are. */
    @PostMapping("/{id}/second-factor/end")
    String endSecondFactor(
            Viewer viewer,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        String wrong = problem(reason);
        if (!wrong.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("factorProblem", wrong).addAttribute("factorReason", reason);
            return show(viewer, id, "", model);
        }
        factors.endLater(viewer, id, reason.strip());
        return done(id, "people.notice.factor", flash);
    }

    @PostMapping("/{id}/editing")
    String makeEditor(Viewer viewer, @PathVariable UUID id, RedirectAttributes flash) {
        people.makeEditor(viewer, id);
        return done(id, "people.notice.editor", flash);
    }

    @PostMapping("/{id}/editing/end")
    String endEditing(Viewer viewer, @PathVariable UUID id, RedirectAttributes flash) {
        people.endEditing(viewer, id);
        return done(id, "people.notice.editor-ended", flash);
    }

    private String again(
            Viewer viewer, UUID id, String reason, String wrong, Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        model.addAttribute("problem", wrong);
        return show(viewer, id, reason, model);
    }

    private String show(Viewer viewer, UUID id, String reason, Model model) {
        var member = people.open(viewer, id);
        var factor = factors.of(id);
        var ends = factor.endsAt();
        model.addAttribute("factor", factor).addAttribute("factorEnds", ends == null ? null : Moments.told(ends));
        model.addAttribute("person", Row.of(member))
                .addAttribute("self", viewer.id().equals(id))
                .addAttribute("reason", reason)
                .addAttribute(
                        "sessions",
                        people.sessions(id).stream()
                                .map(each -> new Session(Moments.told(each.since()), Moments.told(each.last())))
                                .toList());
        return "account/person";
    }

    private static String problem(String reason) {
        if (reason.isBlank()) {
            return "people.reason.missing";
        }
        return reason.length() > LONGEST_REASON || !reason.matches("[[^\\p{Cc}]\\r\\n\\t]*")
                ? "people.reason.long"
                : "";
    }

    private static String done(UUID id, String notice, RedirectAttributes flash) {
        flash.addFlashAttribute("notice", notice);
        return "redirect:/admin/people/" + id;
    }
}
