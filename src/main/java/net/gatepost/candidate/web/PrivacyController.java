package net.gatepost.candidate.web;

import java.util.List;
import java.util.UUID;
import net.gatepost.candidate.Availability;
import net.gatepost.candidate.Blocks;
import net.gatepost.candidate.CandidateProfile;
import net.gatepost.candidate.Candidates;
import net.gatepost.candidate.RequestStatus;
import net.gatepost.candidate.Requests;
import net.gatepost.candidate.Visibility;
import net.gatepost.employer.Employers;
import net.gatepost.web.NotFound;
import net.gatepost.web.PageNumber;
import net.gatepost.web.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Who may see the viewer's profile: visibility, blocked employers, and employers that ask who they are. */
@Controller
@RequestMapping("/me/privacy")
class PrivacyController {

    private static final String PAGE = "redirect:/me/privacy";
    private static final int MOST_FOUND = 10;

    private final Candidates candidates;
    private final Blocks blocks;
    private final Requests requests;
    private final Employers employers;

    PrivacyController(Candidates candidates, Blocks blocks, Requests requests, Employers employers) {
        this.candidates = candidates;
        this.blocks = blocks;
        this.requests = requests;
        this.employers = employers;
    }

    /** @param find part of the name of an employer to block */
    @GetMapping
    String page(
            Viewer viewer,
            @RequestParam(required = false) @Nullable String find,
            @RequestParam(required = false) @Nullable String page,
            Model model) {
        String typed = find == null ? "" : find.strip();
        var profile = candidates.profileOf(viewer);
        var asked = requests.of(viewer, PageNumber.of(page));
        var blocked = blocks.of(viewer);
        model.addAttribute("visibility", profile.visibility().name())
                .addAttribute("visibilities", List.of(Visibility.values()))
                .addAttribute("looking", profile.plans().availability() != Availability.NOT_LOOKING)
                .addAttribute("ownEmployers", ownEmployers(profile))
                .addAttribute("asked", asked.getContent())
                .addAttribute("page", PageNumber.of(page))
                .addAttribute("pages", asked.getTotalPages())
                .addAttribute("blocked", blocked)
                .addAttribute("find", typed)
                .addAttribute(
                        "found",
                        typed.isEmpty() || typed.length() > 120
                                ? List.of()
                                : employers.verified(typed, 1, MOST_FOUND).getContent());
        return "candidate/privacy";
    }

    /** As the profile names them, or by the domain alone. */
    private static List<String> ownEmployers(CandidateProfile profile) {
        var named = profile.currentEmployers();
        var domain = profile.personal().employerDomain();
        return named.isEmpty() && domain != null ? List.of(domain) : named;
    }

    /** @param availability as it was before, where "not looking" is undone */
    @PostMapping("/visibility")
    String show(
            Viewer viewer,
            @RequestParam(required = false) @Nullable Visibility visibility,
            @RequestParam(required = false) @Nullable Availability availability,
            RedirectAttributes redirect) {
        if (visibility == null) {
            return refuse("candidate.privacy.choose", redirect);
        }
        candidates.show(viewer, visibility, availability);
        redirect.addFlashAttribute("notice", "candidate.privacy.shown." + visibility.name());
        return PAGE;
    }

    /** "Not looking", in one click, and a way back on the page that follows. */
    @PostMapping("/rest")
    String stopLooking(Viewer viewer, RedirectAttributes redirect) {
        var before = candidates.profileOf(viewer);
        candidates.stopLooking(viewer);
        redirect.addFlashAttribute("notice", "candidate.privacy.resting");
        redirect.addFlashAttribute("undoVisibility", before.visibility().name());
        var availability = before.plans().availability();
        if (availability != null) {
            redirect.addFlashAttribute("undoAvailability", availability.name());
        }
        return PAGE;
    }

    @PostMapping("/blocks")
    String block(Viewer viewer, @RequestParam(required = false) @Nullable UUID employer, RedirectAttributes redirect) {
        if (employer == null) {
            throw new NotFound();
        }
        try {
            blocks.block(viewer, employer);
        } catch (Blocks.AlreadyBlocked twice) {
            // It is what was asked for.
            redirect.addFlashAttribute("notice", "candidate.privacy.blocked");
            return PAGE;
        } catch (Blocks.TooMany full) {
            return refuse("candidate.privacy.blocks.full", redirect);
        }
        redirect.addFlashAttribute("notice", "candidate.privacy.blocked");
        return PAGE;
    }

    @PostMapping("/blocks/{employer}/removal")
    String unblock(Viewer viewer, @PathVariable UUID employer, RedirectAttributes redirect) {
        blocks.unblock(viewer, employer);
        redirect.addFlashAttribute("notice", "candidate.privacy.unblocked");
        return PAGE;
    }

    /** @param answer REVEALED, DECLINED or TAKEN_BACK; anything else answers nothing */
    @PostMapping("/requests/{id}")
    String answer(
            Viewer viewer,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable RequestStatus answer,
            RedirectAttributes redirect) {
        var given = answer == null ? RequestStatus.ASKED : answer;
        try {
            requests.answer(viewer, id, given);
        } catch (Requests.Answered meanwhile) {
            return refuse("candidate.request.answered", redirect);
        }
        redirect.addFlashAttribute("notice", "candidate.request.done." + given.name());
        return PAGE;
    }

    private static String refuse(String message, RedirectAttributes redirect) {
        redirect.addFlashAttribute("notice", message);
        redirect.addFlashAttribute("noticeKind", "warning");
        return PAGE;
    }
}
